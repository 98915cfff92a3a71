/**
 * The same operations by hand on Bun.serve, jose and postgres.js, as their documentation shows it. It does what its
 * callers can see: the same statuses and bodies, a token that is verified, an input that is checked, a transaction with
 * its audit row. It does not do what they cannot: no log line, no rate limit, no request id, no security headers, no
 * deadline, no check of its own answers. It trusts a token until it expires and never asks whether its session still
 * lives.
 */
import { type BunRequest, SQL } from "bun";
import { createLocalJWKSet, errors, jwtVerify } from "jose";
import postgres from "postgres";
import { DEFAULT_LIMIT, MAX_LIMIT, POOL_MAX, type Serving, type Setup } from "./setup";

interface FileRow {
  id: string;
  size: string;
}

interface NewFile {
  folderId: string;
  name: string;
  type: string;
  size: number;
  digest: string;
}

type Verify = (token: string) => Promise<string>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const NAME = /^[^/]{1,255}$/;
const TYPE = /^[a-z]+\/[a-z0-9.+-]+$/;
const DIGEST = /^[0-9a-f]{64}$/;

interface Options {
  readonly port?: number;
  /** Keeps what a verification found, as ours does, to show what that alone is worth. */
  readonly remember?: boolean;
  /** Bun's own client of PostgreSQL, which takes and answers the same as far as a query is concerned. */
  readonly bunSql?: boolean;
}

export async function serve(setup: Setup, options: Options = {}): Promise<Serving> {
  const { port = 0, remember = false, bunSql = false } = options;
  const sql = bunSql
    ? (new SQL(setup.databaseUrl, { max: POOL_MAX }) as unknown as postgres.Sql)
    : postgres(setup.databaseUrl, { max: POOL_MAX });
  const verify = remember ? remembering(verifier(setup)) : verifier(setup);
  const server = Bun.serve({
    hostname: "127.0.0.1",
    port,
    development: false,
    routes: {
      "/greeting": { GET: () => Response.json({ message: "Good day." }) },
      "/files": {
        GET: (request) => authenticated(request, verify, (userId) => listFiles(sql, userId, request)),
        POST: (request) => authenticated(request, verify, (userId) => createFile(sql, userId, request)),
      },
      // It keeps nothing.
      "/files/cached": {
        GET: (request) => authenticated(request, verify, (userId) => listFiles(sql, userId, request)),
      },
      "/files/:fileId": {
        GET: (request) => authenticated(request, verify, (userId) => getFile(sql, userId, request)),
      },
    },
    fetch: () => problem(404, "Not found"),
    error: () => problem(500, "Internal error"),
  });
  return {
    port: server.port ?? 0,
    close: async () => {
      await server.stop(true);
      await sql.end();
    },
  };
}

function verifier({ jwks, origin }: Setup): Verify {
  const keys = createLocalJWKSet(jwks);
  const options = {
    algorithms: ["ES256"],
    typ: "at+jwt",
    issuer: origin,
    audience: origin,
    requiredClaims: ["sub", "exp"],
  };
  return async (token) => (await jwtVerify(token, keys, options)).payload.sub!;
}

function remembering(verify: Verify): Verify {
  const known = new Map<string, string>();
  return async (token) => {
    const userId = known.get(token) ?? (await verify(token));
    known.set(token, userId);
    return userId;
  };
}

async function authenticated(request: Request, verify: Verify, work: (userId: string) => Promise<Response>) {
  const authorization = request.headers.get("authorization");
  if (!authorization?.startsWith("Bearer ")) return problem(401, "Not authenticated");
  let userId: string;
  try {
    userId = await verify(authorization.slice(7));
  } catch (error) {
    if (error instanceof errors.JOSEError) return problem(401, "Not authenticated");
    throw error;
  }
  return work(userId);
}

/** The cursor is the id of the last file of the page before. */
async function listFiles(sql: postgres.Sql, userId: string, request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const limit = Number(searchParams.get("limit") ?? DEFAULT_LIMIT);
  const cursor = searchParams.get("cursor");
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) return problem(422, "Invalid request");
  if (cursor !== null && !UUID.test(cursor)) return problem(400, "Bad request");
  const rows = await (cursor === null
    ? sql<FileRow[]>`
        select id, owner_id as "ownerId", folder_id as "folderId", name, type, size, digest,
          created_at as "createdAt", updated_at as "updatedAt"
        from bench_files where owner_id = ${userId}
        order by created_at desc, id desc limit ${limit + 1}`
    : sql<FileRow[]>`
        select id, owner_id as "ownerId", folder_id as "folderId", name, type, size, digest,
          created_at as "createdAt", updated_at as "updatedAt"
        from bench_files
        where owner_id = ${userId}
          and (created_at, id) < (select created_at, id from bench_files where id = ${cursor})
        order by created_at desc, id desc limit ${limit + 1}`);
  const items = rows.slice(0, limit).map(present);
  return Response.json({ items, nextCursor: rows.length > limit ? items.at(-1)!.id : null });
}

async function getFile(sql: postgres.Sql, userId: string, request: BunRequest<"/files/:fileId">): Promise<Response> {
  const id = request.params.fileId;
  if (!UUID.test(id)) return problem(404, "Not found");
  const [row] = await sql<FileRow[]>`
    select id, owner_id as "ownerId", folder_id as "folderId", name, type, size, digest,
      created_at as "createdAt", updated_at as "updatedAt"
    from bench_files where id = ${id} and owner_id = ${userId}`;
  if (!row) return problem(404, "Not found");
  const body = JSON.stringify(present(row));
  const etag = `"${new Bun.CryptoHasher("sha256").update(body).digest("base64url")}"`;
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers: { etag } });
  return new Response(body, { headers: { "content-type": "application/json", etag } });
}

async function createFile(sql: postgres.Sql, userId: string, request: Request): Promise<Response> {
  if (request.headers.get("content-type") !== "application/json") return problem(415, "Unsupported media type");
  const file = newFile(await request.json().catch(() => null));
  if (!file) return problem(422, "Invalid request");
  const now = new Date();
  const row = await sql.begin(async (tx) => {
    const [created] = await tx<FileRow[]>`
      insert into bench_files (id, owner_id, folder_id, name, type, size, digest, created_at, updated_at)
      values (${Bun.randomUUIDv7()}, ${userId}, ${file.folderId}, ${file.name}, ${file.type}, ${file.size},
        ${file.digest}, ${now}, ${now})
      returning id, owner_id as "ownerId", folder_id as "folderId", name, type, size, digest,
        created_at as "createdAt", updated_at as "updatedAt"`;
    await tx`
      insert into audit_events (id, occurred_at, event, operation, subject, request_id, address, fields)
      values (${Bun.randomUUIDv7()}, ${now}, 'file.created', 'createFile', ${userId}, ${Bun.randomUUIDv7()},
        '127.0.0.1', ${tx.json({ "body.name": file.name })})`;
    return created!;
  });
  return Response.json(present(row), { status: 201 });
}

/** bigint arrives as a string. */
const present = (row: FileRow) => ({ ...row, size: Number(row.size) });

function newFile(body: unknown): NewFile | null {
  if (typeof body !== "object" || body === null || Object.keys(body).length !== 5) return null;
  const { folderId, name, type, size, digest } = body as NewFile;
  const valid =
    matches(UUID, folderId) &&
    matches(NAME, name) &&
    matches(TYPE, type) &&
    matches(DIGEST, digest) &&
    Number.isSafeInteger(size) &&
    size >= 0;
  return valid ? { folderId, name, type, size, digest } : null;
}

const matches = (pattern: RegExp, value: unknown) => typeof value === "string" && pattern.test(value);

const problem = (status: number, title: string) =>
  Response.json({ title, status }, { status, headers: { "content-type": "application/problem+json" } });
