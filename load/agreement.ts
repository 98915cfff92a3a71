/**
 * Whether contenders do the same work: each is asked the same things, among them what it must refuse, and its answers are
 * compared with those of the bare server. A body is compared as data. Of a refusal only the status is, and where an input
 * is wrong only that it is a refusal: frameworks differ in its number, and nothing of the kind is measured.
 */
import postgres from "postgres";
import type { Seeded } from "./database";

/** By the name of what was asked. */
export type Answers = ReadonlyMap<string, unknown>;

type Body = Record<string, unknown> & { items?: Body[]; nextCursor?: string | null; id?: string };

interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly body: Body | null;
}

const NOBODYS_ID = "0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d";

const newFile = {
  folderId: NOBODYS_ID,
  name: "a.txt",
  type: "text/plain",
  size: 1,
  digest: "0123456789abcdef".repeat(4),
};

const WRONG_FILES: Readonly<Record<string, object>> = {
  "a folder that is no id": { ...newFile, folderId: "somewhere" },
  "a name with a slash": { ...newFile, name: "a/b" },
  "an empty name": { ...newFile, name: "" },
  "a type that is none": { ...newFile, type: "text" },
  "a size below zero": { ...newFile, size: -1 },
  "a size in quotes": { ...newFile, size: "1" },
  "half a byte": { ...newFile, size: 0.5 },
  "a size beyond what a double holds": { ...newFile, size: 2 ** 53 },
  "a short digest": { ...newFile, digest: "0" },
  "no size": { ...newFile, size: undefined },
  "one property more": { ...newFile, color: "red" },
};

export async function answersOf(port: number, seeded: Seeded): Promise<Answers> {
  const client = clientOf(port, seeded);
  return new Map([
    ...(await readings(client, seeded)),
    ...(await refusals(client, seeded)),
    ["a new file", await created(client, seeded)],
  ]);
}

/** A sentence for each difference. */
export function disagreements(contender: string, answers: Answers, reference: Answers): string[] {
  return [...reference]
    .filter(([asked, expected]) => !Bun.deepEquals(answers.get(asked), expected, true))
    .map(([asked, expected]) => {
      const [came, wanted] = [answers.get(asked), expected].map((one) => JSON.stringify(one)?.slice(0, 300));
      return `${contender}, ${asked}: ${came} instead of ${wanted}`;
    });
}

type Client = ReturnType<typeof clientOf>;

function clientOf(port: number, { reader, writer }: Seeded) {
  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(`http://localhost:${port}${path}`, { ...init, keepalive: false });
    const text = await response.text();
    const { status, headers } = response;
    const isData = status < 300 && text !== "";
    return { status, etag: headers.get("etag"), body: isData ? withoutZones(JSON.parse(text)) : null };
  };
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  return {
    ask,
    read: (path: string, headers: Record<string, string> = {}) =>
      ask(path, { headers: { ...bearer(reader.accessToken), ...headers } }),
    post: (file: object, contentType = "application/json") =>
      ask("/files", {
        method: "POST",
        headers: { ...bearer(writer.accessToken), "content-type": contentType },
        body: JSON.stringify(file),
      }),
  };
}

/** Whether an instant has three decimals or six is the language's business. */
function withoutZones(body: Body): Body {
  const instants = ["createdAt", "updatedAt"].filter((name) => name in body);
  return {
    ...body,
    ...Object.fromEntries(instants.map((name) => [name, new Date(String(body[name])).toISOString()])),
    ...(body.items && { items: body.items.map(withoutZones) }),
  };
}

async function readings({ ask, read }: Client, { fileIds }: Seeded): Promise<[string, unknown][]> {
  const greeting = await ask("/greeting");
  const [page, short] = [await read("/files"), await read("/files?limit=2")];
  const next = await read(`/files?limit=2&cursor=${encodeURIComponent(short.body?.nextCursor ?? "")}`);
  const file = await read(`/files/${fileIds[0]}`);
  const known = await read(`/files/${fileIds[0]}`, { "if-none-match": file.etag ?? "" });
  const changed = await read(`/files/${fileIds[0]}`, { "if-none-match": '"another"' });
  return [
    ["a greeting", { status: greeting.status, body: greeting.body }],
    ["a page", listed(page)],
    ["a short page", listed(short)],
    ["the next page", listed(next)],
    ["a file", { status: file.status, body: file.body, isTagged: file.etag !== null }],
    ["a file that the caller has", { status: known.status, isSame: known.etag === file.etag }],
    ["a file that the caller has an older one of", { status: changed.status, body: changed.body }],
    ["a file that is not there", { status: (await read(`/files/${NOBODYS_ID}`)).status }],
  ];
}

/** A cursor is whatever its server makes of it. */
const listed = ({ status, body }: Answer) => ({ status, items: body?.items, hasNext: body?.nextCursor != null });

async function refusals({ ask, read, post }: Client, { reader, refused }: Seeded): Promise<[string, unknown][]> {
  const callers: Record<string, string> = {
    "no token": "",
    "no token of ours": "Bearer e30.e30.e30",
    "a token that somebody changed": `Bearer ${tampered(reader.accessToken)}`,
    "a token that nobody signed": `Bearer ${unsigned(reader.accessToken)}`,
    "an expired token": `Bearer ${refused.expired}`,
    "a token of another origin": `Bearer ${refused["of another origin"]}`,
  };
  const answers: [string, unknown][] = [];
  for (const [name, authorization] of Object.entries(callers)) {
    const { status } = await ask("/files", { headers: authorization ? { authorization } : {} });
    answers.push([name, { status }]);
  }
  for (const path of ["/files?limit=0", "/files?limit=101", "/files?limit=many", "/files?cursor=x", "/files/x"])
    answers.push([path, isRefusal(await read(path))]);
  for (const [name, file] of Object.entries(WRONG_FILES)) answers.push([name, isRefusal(await post(file))]);
  answers.push(["a file as text", isRefusal(await post(newFile, "text/plain"))]);
  return answers;
}

const isRefusal = ({ status }: Answer) => (status === 401 ? { status } : [400, 404, 415, 422].includes(status));

/** Another person's id in the claims, under the signature of the first. */
function tampered(token: string): string {
  const [head = "", claims = "", signature = ""] = token.split(".");
  const changed = { ...JSON.parse(Buffer.from(claims, "base64url").toString()), sub: NOBODYS_ID };
  return [head, Buffer.from(JSON.stringify(changed)).toString("base64url"), signature].join(".");
}

function unsigned(token: string): string {
  const [head = "", claims = ""] = token.split(".");
  const changed = { ...JSON.parse(Buffer.from(head, "base64url").toString()), alg: "none" };
  return [Buffer.from(JSON.stringify(changed)).toString("base64url"), claims, ""].join(".");
}

/** With its row, and the one row of the audit log that came with it. */
async function created({ post }: Client, { setup, writer }: Seeded): Promise<unknown> {
  const sql = postgres(setup.databaseUrl, { max: 1 });
  try {
    const [latest] = await sql`select coalesce(max(sequence), 0) as sequence from audit_events`;
    const { status, body } = await post(newFile);
    const { id, createdAt, updatedAt, ...rest } = body ?? {};
    const files = await sql`select owner_id, size from bench_files where id = ${id ?? null}`;
    const events = await sql`
      select event, operation, fields from audit_events
      where sequence > ${latest!.sequence} and subject = ${writer.userId}`;
    return { status, ...rest, isSame: createdAt === updatedAt, files: [...files], events: [...events] };
  } finally {
    await sql.end();
  }
}
