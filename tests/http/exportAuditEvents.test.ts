import { describe, expect, test } from "bun:test";
import type { AuditEvent, AuditEventPage } from "#generated/types";
import { uuidv7 } from "#lib/ids";
import { type Person, testApp } from "../support/app";
import { chainOf, record } from "../support/audit";
import { ORIGIN } from "../support/client";

const app = await testApp();

type Place = Readonly<{ organizationId: string }>;
type Query = Record<string, string>;

async function place() {
  const owner = await app.person();
  return { owner, path: { organizationId: await app.organization(owner) } };
}

const take = async (person: Person, path: Place, query: Query = {}) =>
  person.call<string>("exportAuditEvents", { path, query });

const events = async (person: Person, path: Place, query: Query = {}): Promise<AuditEvent[]> =>
  linesOf((await take(person, path, query)).body);

const linesOf = (text: string) =>
  text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));

/** An export that is taken chunk by chunk. */
async function opened({ accessToken }: Person, { organizationId }: Place) {
  const url = `${ORIGIN}/organizations/${organizationId}/audit-events/export`;
  const response = await app.send(new Request(url, { headers: { authorization: `Bearer ${accessToken}` } }));
  return (response.body as ReadableStream<Uint8Array>).getReader();
}

type Reader = Awaited<ReturnType<typeof opened>>;

async function rest(reader: Reader): Promise<AuditEvent[]> {
  let text = "";
  for (const decoder = new TextDecoder(); ; ) {
    const { done, value } = await reader.read();
    if (done) return linesOf(text);
    text += decoder.decode(value, { stream: true });
  }
}

/** Many at once, through the trigger like any other. */
const fill = (path: Place, count: number) => app.sql`
  insert into audit_events (id, organization_id, occurred_at, event, operation, request_id, address, fields)
  select gen_random_uuid(), ${path.organizationId}, timestamptz '2026-11-23Z' + n * interval '1 second', 'note.put',
    'putNote', gen_random_uuid(), '::1', jsonb_build_object('n', n)
  from generate_series(1, ${count}::int) n`;

describe("200", () => {
  test("one JSON object a line, each as listAuditEvents says it, the oldest first", async () => {
    const { owner, path } = await place();
    await fill(path, 3);
    const listed = await owner.call<AuditEventPage>("listAuditEvents", { path });
    const { headers, body } = await take(owner, path);
    expect(headers.get("content-type")).toBe("application/x-ndjson");
    expect(headers.get("content-disposition")).toBe(`attachment; filename="audit-${path.organizationId}.ndjson"`);
    const byPlace = listed.body.items.sort((one, other) => one.sequence - other.sequence);
    expect(linesOf(body)).toEqual(byPlace);
  });

  test("CSV by RFC 4180, whatever callers wrote, with a header, and no cell that a spreadsheet takes for a formula", async () => {
    const { owner, path } = await place();
    const hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", 'a "b", c', "line\r\nend", "é€ ", ""];
    for (const text of hostile)
      await record(app.sql, { ...path, fields: { "body.name": text, "body.n": -1, "body.none": null } });
    const { headers, body } = await take(owner, path, { format: "csv" });
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("content-disposition")).toBe(`attachment; filename="audit-${path.organizationId}.csv"`);
    const [head, ...records] = recordsOf(body);
    const rows = records.map((cells) => Object.fromEntries(cells.map((cell, place) => [head![place], cell])));
    const expected = (await events(owner, path)).slice(0, records.length);
    const text = (value: unknown) => (typeof value === "object" && value ? JSON.stringify(value) : String(value ?? ""));
    expect(rows).toEqual(
      expected.map((event) => Object.fromEntries(Object.entries(event).map(([k, v]) => [k, text(v)]))),
    );
    expect(records).toHaveLength(1 + hostile.length);
    expect(records.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  test("has every event once, in the order of the chain, however many", async () => {
    const { owner, path } = await place();
    await fill(path, 3_456);
    const taken = await events(owner, path);
    expect(taken.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 3_457 }, (_, n) => n + 1));
    expect(taken.map(({ fields }) => fields.n).slice(1, 4)).toEqual([1, 2, 3]);
  });

  test("every combination of the filters lets through what listAuditEvents does", async () => {
    const { owner, path } = await place();
    const subject = uuidv7.next();
    await fill(path, 20);
    for (let hour = 1; hour <= 20; hour++)
      await record(app.sql, {
        ...path,
        event: hour % 2 ? "note.put" : "note.cut",
        subject: hour % 3 ? subject : null,
        occurredAt: new Date(Date.UTC(2026, 10, 23, hour)),
      });
    for (let bits = 0; bits < 16; bits++) {
      const query = {
        ...(bits & 1 && { event: "note.put" }),
        ...(bits & 2 && { subject }),
        ...(bits & 4 && { from: "2026-11-23T05:00:00Z" }),
        ...(bits & 8 && { until: "2026-11-23T11:00:00Z" }),
      };
      const { body } = await owner.call<AuditEventPage>("listAuditEvents", { path, query: { ...query, limit: 200 } });
      const listed = new Set(body.items.map(({ id }) => id));
      const taken = (await events(owner, path, query)).map(({ id }) => id);
      expect({ query, taken: new Set(taken) }).toEqual({ query, taken: listed });
    }
  });

  test("has nothing of another organization", async () => {
    const [{ owner, path }, other] = [await place(), await place()];
    await fill(other.path, 5);
    expect(await events(owner, path)).toHaveLength(1);
  });

  test("is on record with its filter, before it goes out and not in itself", async () => {
    const { owner, path } = await place();
    const query = { format: "csv", event: "note.put", from: "2026-11-23T00:00:00Z" };
    expect((await take(owner, path, query)).body.split("\r\n")).toHaveLength(2);
    const [exported] = (await events(owner, path)).slice(-1);
    expect(exported).toMatchObject({
      event: "audit.exported",
      operation: "exportAuditEvents",
      subject: owner.userId,
      fields: { "query.format": "csv", "query.event": "note.put", "query.from": "2026-11-23T00:00:00Z" },
    });
    const reader = await opened(owner, path);
    expect((await chainOf(app.sql, path.organizationId)).at(-1)).toMatchObject({
      event: "audit.exported",
      sequence: "4",
    });
    expect(await rest(reader)).toHaveLength(3);
  });

  test("ends with what was there when it began, whatever is added while it goes out", async () => {
    const { owner, path } = await place();
    await fill(path, 2_500);
    const reader = await opened(owner, path);
    const { value } = await reader.read();
    await fill(path, 2_500);
    expect(linesOf(new TextDecoder().decode(value)).length + (await rest(reader)).length).toBe(2_501);
  });

  test("is read no further than its caller takes it", async () => {
    const { owner, path } = await place();
    await fill(path, 4_000);
    const reader = await opened(owner, path);
    await reader.read();
    await app.owner`
      update audit_events set address = '192.0.2.99' where chain_id = ${path.organizationId} and sequence > 2000`;
    const late = (await rest(reader)).filter(({ address }) => address === "192.0.2.99");
    expect(late).toHaveLength(2_001);
  });

  test("whoever has it can prove the chain without the database", async () => {
    const { owner, path } = await place();
    const fields = { "body.name": 'é "\\\n\u0001 €', "body.b": 0.000001, "body.aa": 1e21, "body.a": null, z: ["a", 1] };
    await record(app.sql, { ...path, fields });
    await fill(path, 5);
    const { body } = await take(owner, path);
    const { hash } = linesOf(body).at(-1);
    expect(await proved(path, body)).toEqual([0, `7 events, ${hash}\n`]);
    expect(await proved(path, body.replace('"n":3', '"n":4'))).toEqual([1, "event 5 is not what was written\n"]);
    const lines = body.split("\n");
    expect(await proved(path, lines.toSpliced(2, 1).join("\n"))).toEqual([1, "event 3 is missing\n"]);
  });
});

describe("an export that fails midway", () => {
  test("is broken off when the database refuses, and the log says so", async () => {
    const { owner, path } = await place();
    await fill(path, 2_500);
    const reader = await opened(owner, path);
    await reader.read();
    await app.owner`revoke select on audit_events from groundwork_app`;
    try {
      await expect(rest(reader)).rejects.toThrow();
    } finally {
      await app.owner`grant select on audit_events to groundwork_app`;
    }
    expect(app.logged()).toContain("an answer broke off");
  });

  test("reads nothing more when the caller has gone", async () => {
    const { owner, path } = await place();
    await fill(path, 2_500);
    const reader = await opened(owner, path);
    await reader.read();
    expect(await inFlight()).toBe(1);
    await reader.cancel();
    expect(await inFlight()).toBe(0);
  });
});

/** By the metrics of the public listener. */
async function inFlight(): Promise<number> {
  const { text } = await app.operator.call("getMetrics");
  return Number(/^http_requests_in_flight (\d+)$/m.exec(text)?.[1]);
}

/** The records of a CSV file, by the grammar of RFC 4180. */
function recordsOf(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    record.push(quoted?.replaceAll('""', '"') ?? plain ?? "");
    if (end === ",") continue;
    records.push(record);
    record = [];
  }
  return records;
}

/** What the program of docs/audit.md says of an export: its exit code and its output. */
async function proved({ organizationId }: Place, text: string): Promise<[number, string]> {
  const page = await Bun.file(new URL("../../docs/audit.md", import.meta.url)).text();
  const program = /```python\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  const child = Bun.spawn([process.env.PYTHON ?? "python3", "-c", program, organizationId], {
    stdin: new Blob([text]),
    stdout: "pipe",
    stderr: "inherit",
  });
  return [await child.exited, await child.stdout.text()];
}
