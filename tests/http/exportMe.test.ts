import { describe, expect, test } from "bun:test";
import { uuidv7 } from "#lib/ids";
import { sendMail } from "../../src/modules/mail/jobs";
import { type Person, testApp } from "../support/app";
import { record } from "../support/audit";
import { ORIGIN } from "../support/client";
import { addPasskey, turnOnTotp } from "../support/second-factors";

const app = await testApp();

interface Line {
  readonly type: string;
  readonly id?: string;
  readonly [name: string]: unknown;
}

async function exported(person: Person) {
  const { status, body, headers } = await person.call<string>("exportMe");
  expect(status).toBe(200);
  return { text: body, lines: linesOf(body), headers };
}

const linesOf = (text: string): Line[] =>
  text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));

const of = (lines: readonly Line[], type: string) => lines.filter((line) => line.type === type);

/** Where a person's id stands as such, with the lines that say the same, and the columns that no line has. */
const EXPORTED: Readonly<Record<string, { readonly type: string; readonly without?: readonly string[] }>> = {
  "users.id": { type: "profile", without: ["password_hash", "platform_role", "version"] },
  "account_links.user_id": { type: "link", without: ["token_hash"] },
  "api_keys.created_by": { type: "api_key" },
  "devices.user_id": { type: "device", without: ["token_hash"] },
  "identities.user_id": { type: "identity" },
  "invitations.invited_by": { type: "sent_invitation", without: ["token_hash"] },
  "members.user_id": { type: "membership", without: ["version"] },
  "organizations.personal_to": { type: "membership", without: ["version", "created_at", "updated_at"] },
  "passkeys.user_id": { type: "passkey" },
  "recovery_codes.user_id": { type: "second_factors", without: ["code_hash", "used_at"] },
  "sessions.user_id": { type: "session" },
  "totp_secrets.user_id": { type: "second_factors", without: ["secret_sealed", "last_step"] },
};

const LEFT_OUT: Readonly<Record<string, string>> = {
  "authorization_requests.user_id": "ten minutes old at most, and a secret but for that",
  "login_challenges.user_id": "ten minutes old at most, and a hash but for that",
  "passkey_ceremonies.user_id": "ten minutes old at most, and a challenge but for that",
  "sessions.impersonated_by": "a session of somebody else; that they acted is in their own log, as user.impersonated",
};

/** Tables that know a person without a foreign key: by their id or their address in some text. */
const BY_TEXT: Readonly<Record<string, string>> = {
  "public.audit_chains": "how the chain of their own ended",
  "public.audit_events": "event",
  "public.cache_changes": "that something of theirs has changed, and not what; kept for an hour",
  "public.idempotency_keys": "answers that are kept for a day, for whoever repeats a request",
  "public.invitations": "invitation",
  "pgboss.job_common": "work that waits, or is kept for three days once it is done",
};

/** Somebody of whom every table knows something. */
async function known() {
  const ada = await app.person();
  await app.logIn(ada, { "user-agent": "A browser/1.0" });
  const organizationId = await app.organization(ada);
  const headers = { "idempotency-key": '"once"' };
  const invitation = { email: "charles@example.com", role: "viewer" };
  await ada.call("createInvitation", { path: { organizationId }, headers, body: invitation });
  await app.apiKey(ada, organizationId, ["organization:read"]);
  const charles = await app.person();
  const other = await app.organization(charles, "Difference Engines");
  await charles.call("createInvitation", {
    path: { organizationId: other },
    body: { email: ada.email.toUpperCase(), role: "member" },
  });
  await app.join(ada, other, "member");
  await turnOnTotp(app, ada);
  await addPasskey(ada);
  const at = app.clock.now();
  const later = new Date(at.getTime() + 60_000);
  const hash = new Bun.CryptoHasher("sha256").update(ada.userId).digest();
  await app.sql`
    insert into account_links (id, user_id, purpose, token_hash, email, created_at, expires_at)
    values (${uuidv7.next()}, ${ada.userId}, 'change_email', ${hash}, 'countess@example.com', ${at}, ${later})`;
  await app.sql`
    insert into identities (id, user_id, provider, issuer, subject, email, created_at)
    values (${uuidv7.next()}, ${ada.userId}, 'example', 'https://provider.example', ${`subject ${ada.userId}`}, 'ada@provider.example', ${at})`;
  await record(app.sql, { organizationId: other, subject: ada.userId, event: "note.put" });
  return { ada, organizationId, other };
}

/** As the wire names it. */
const camel = (column: string) => column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

describe("200", () => {
  test("is a file with one JSON object in each line", async () => {
    const ada = await app.person();
    const { headers, lines } = await exported(ada);
    expect(headers.get("content-type")).toBe("application/x-ndjson");
    expect(headers.get("content-disposition")).toBe(`attachment; filename="account-${ada.userId}.ndjson"`);
    expect(of(lines, "profile")).toEqual([
      expect.objectContaining({ id: ada.userId, email: ada.email, name: "Ada Lovelace", password: true }),
    ]);
  });

  test("every column that names a person is in it, or left out for a reason", async () => {
    const columns = await app.owner<{ name: string }[]>`
      select con.conrelid::regclass || '.' || attribute.attname as name
      from pg_constraint con
      join pg_attribute attribute on attribute.attrelid = con.conrelid and attribute.attnum = any (con.conkey)
      where con.contype = 'f' and con.confrelid = 'users'::regclass`;
    const said = [...Object.keys(EXPORTED), ...Object.keys(LEFT_OUT)].filter((name) => name !== "users.id");
    expect(columns.map(({ name }) => name).sort()).toEqual(said.sort());
  });

  test("has everything that those columns' rows hold, but secrets and hashes", async () => {
    const { ada } = await known();
    const { lines, text } = await exported(ada);
    for (const [place, { type, without = [] }] of Object.entries(EXPORTED)) {
      const [table = "", column = ""] = place.split(".");
      const rows = await app.owner<Record<string, unknown>[]>`
        select * from ${app.owner(table)} where ${app.owner(column)} = ${ada.userId}`;
      expect({ table, rows: rows.length > 0 }).toEqual({ table, rows: true });
      const lengthBefore = of(lines, type).length;
      expect({ type, lengthBefore }).not.toEqual({ type, lengthBefore: 0 });
      const skipped = [...without, column, "custom_role", "personal_to", "organization_id"].map(camel);
      for (const row of rows) {
        const candidates = of(lines, type).map((line) => JSON.stringify(line));
        const values = Object.entries(row).filter(([name, value]) => value !== null && !skipped.includes(name));
        const missing = candidates.map((line) => values.filter(([, value]) => !line.includes(textOf(value))));
        expect({ place, missing: missing.some((each) => each.length === 0) ? [] : missing }).toEqual({
          place,
          missing: [],
        });
      }
      for (const row of rows)
        for (const [name, value] of Object.entries(row))
          if (value instanceof Uint8Array && !["credentialId", "publicKey"].includes(name))
            for (const encoding of ["hex", "base64", "base64url"] as const)
              expect(text).not.toContain(Buffer.from(value).toString(encoding));
    }
    expect(text).not.toContain("$argon2id$");
    expect(text).not.toContain(ada.refreshToken);
  });

  test("no other table knows the person, by their id or their address", async () => {
    const { ada } = await known();
    await app.services.jobs.add(app.sql, sendMail, { mailId: ada.userId });
    const tables = await app.owner<{ schema: string; name: string }[]>`
      select relation.relnamespace::regnamespace::text as schema, relation.relname as name
      from pg_class relation
      where relation.relkind = 'r' and relation.relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace)`;
    const said = new Set(Object.keys({ ...EXPORTED, ...LEFT_OUT }).map((place) => `public.${place.split(".")[0]}`));
    const found: string[] = [];
    for (const { schema, name } of tables) {
      const [row] = await app.owner`
        select count(*)::int as rows from ${app.owner(schema)}.${app.owner(name)} stored
        where lower(stored::text) like any (${[`%${ada.userId}%`, `%${ada.email}%`]})`;
      if (row!.rows > 0 && !said.has(`${schema}.${name}`)) found.push(`${schema}.${name}`);
    }
    expect(found.sort()).toEqual(
      Object.keys(BY_TEXT)
        .filter((name) => !said.has(name))
        .sort(),
    );
  });

  test("has what the person was invited to, once they have proved that the address is theirs", async () => {
    const { ada, other } = await known();
    expect(of((await exported(ada)).lines, "invitation")).toEqual([
      expect.objectContaining({ organizationId: other, role: "member", settledAs: null }),
    ]);
    await app.sql`update users set email_verified_at = null where id = ${ada.userId}`;
    expect(of((await exported(ada)).lines, "invitation")).toEqual([]);
  });

  test("has the person's own log, and what they did in organizations that they belong to; nobody else's", async () => {
    const { ada, organizationId, other } = await known();
    await record(app.sql, { organizationId: other, subject: uuidv7.next(), event: "note.cut" });
    const events = of((await exported(ada)).lines, "event");
    const places = new Set(events.map((event) => event.organizationId));
    expect(places).toEqual(new Set([null, organizationId, other]));
    const names = events.map(({ event }) => event);
    for (const event of ["session.created", "organization.created", "note.put"]) expect(names).toContain(event);
    expect(names).not.toContain("note.cut");
  });

  test("has each row once, however many there are", async () => {
    const ada = await app.person();
    await app.sql`
      insert into sessions (id, user_id, created_at, last_used_at, authenticated_at, expires_at)
      select gen_random_uuid(), ${ada.userId}, now(), now(), now(), now() + interval '1 day' from generate_series(1, 1234)`;
    await app.sql`
      insert into audit_events (id, occurred_at, event, operation, subject, request_id, address, fields)
      select gen_random_uuid(), timestamptz '2026-11-23Z' + (n / 100) * interval '1 second', 'note.put', 'putNote',
        ${ada.userId}, gen_random_uuid(), '::1', '{}'
      from generate_series(1, 1234) n`;
    const { lines } = await exported(ada);
    for (const [type, count] of [
      ["session", 1235],
      ["event", 1234],
    ] as const) {
      const ids = of(lines, type).map(({ id }) => id);
      expect(ids.length).toBeGreaterThanOrEqual(count);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("is read no further than its caller takes it, and on record before it goes out", async () => {
    const ada = await app.person();
    const headers = { authorization: `Bearer ${ada.accessToken}` };
    const response = await app.send(new Request(`${ORIGIN}/me/export`, { headers }));
    expect(await app.audited("user.exported", ada.userId)).toHaveLength(1);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const first = new TextDecoder().decode((await reader.read()).value);
    expect(linesOf(first).map(({ type }) => type)).toEqual(["profile"]);
    await app.organization(ada, "Founded meanwhile");
    let rest = "";
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read())
      rest += new TextDecoder().decode(chunk.value);
    expect(of(linesOf(rest), "membership").map(({ name }) => name)).toContain("Founded meanwhile");
  });
});

describe("401 reauthentication_required", () => {
  test("sixteen minutes after the login", async () => {
    const ada = await app.person();
    app.clock.advance(16 * 60_000);
    const body = { transport: "bearer", refreshToken: ada.refreshToken };
    const { body: grant } = await app.anonymous.call<{ accessToken: string }>("refreshSession", { body });
    ada.accessToken = grant.accessToken;
    expect(await ada.call("exportMe")).toMatchObject({ status: 401, body: { code: "reauthentication_required" } });
  });
});

/** As it stands in a line. */
function textOf(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  return JSON.stringify(value);
}
