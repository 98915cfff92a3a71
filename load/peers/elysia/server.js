/** Elysia on Bun, with its jwt plugin, its own validation, and postgres.js; with a schema of its answers if so told. */
import { jwt } from "@elysiajs/jwt";
import { Elysia, t } from "elysia";
import { importJWK } from "jose";
import postgres from "postgres";

const { PORT, DATABASE_URL, ORIGIN, JWKS, RESPONSE_SCHEMA } = process.env;
const publicKey = await importJWK(JSON.parse(JWKS).keys[0], "ES256");
const sql = postgres(DATABASE_URL, { max: 10 });

const verification = {
  algorithms: ["ES256"],
  typ: "at+jwt",
  issuer: ORIGIN,
  audience: ORIGIN,
  requiredClaims: ["sub", "exp"],
};

const Id = t.String({ format: "uuid" });
const NewFile = t.Object(
  {
    folderId: Id,
    name: t.String({ pattern: "^[^/]{1,255}$" }),
    type: t.String({ pattern: "^[a-z]+/[a-z0-9.+-]+$" }),
    // t.Integer takes digits in quotes too.
    size: t.Number({ multipleOf: 1, minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    digest: t.String({ pattern: "^[0-9a-f]{64}$" }),
  },
  { additionalProperties: false },
);
const StoredFile = t.Object({
  id: Id,
  ownerId: Id,
  folderId: Id,
  name: t.String(),
  type: t.String(),
  size: t.Number(),
  digest: t.String(),
  createdAt: t.Date(),
  updatedAt: t.Date(),
});
const FilePage = t.Object({ items: t.Array(StoredFile), nextCursor: t.Nullable(Id) });
const answers = (response) => (RESPONSE_SCHEMA ? { response } : {});

// Unless told so, it takes away what a schema does not name, where the others refuse.
new Elysia({ normalize: false })
  .get("/greeting", () => ({ message: "Good day." }), answers({ 200: t.Object({ message: t.String() }) }))
  .use(jwt({ name: "jwt", secret: publicKey }))
  .resolve(async ({ jwt, headers: { authorization }, status }) => {
    if (!authorization?.startsWith("Bearer ")) return status(401);
    const payload = await jwt.verify(authorization.slice(7), verification);
    return payload ? { userId: payload.sub } : status(401);
  })
  .get(
    "/files",
    async ({ userId, query: { limit, cursor } }) => {
      const rows = cursor
        ? await sql`
            select id, owner_id as "ownerId", folder_id as "folderId", name, type, size, digest,
              created_at as "createdAt", updated_at as "updatedAt"
            from bench_files
            where owner_id = ${userId}
              and (created_at, id) < (select created_at, id from bench_files where id = ${cursor})
            order by created_at desc, id desc limit ${limit + 1}`
        : await sql`
            select id, owner_id as "ownerId", folder_id as "folderId", name, type, size, digest,
              created_at as "createdAt", updated_at as "updatedAt"
            from bench_files where owner_id = ${userId}
            order by created_at desc, id desc limit ${limit + 1}`;
      const items = rows.slice(0, limit).map(present);
      return { items, nextCursor: rows.length > limit ? items.at(-1).id : null };
    },
    {
      query: t.Object({ limit: t.Integer({ minimum: 1, maximum: 100, default: 50 }), cursor: t.Optional(Id) }),
      ...answers({ 200: FilePage }),
    },
  )
  .post(
    "/files",
    async ({ userId, body: { folderId, name, type, size, digest }, status }) => {
      const now = new Date();
      const row = await sql.begin(async (tx) => {
        const [created] = await tx`
          insert into bench_files (id, owner_id, folder_id, name, type, size, digest, created_at, updated_at)
          values (${crypto.randomUUID()}, ${userId}, ${folderId}, ${name}, ${type}, ${size}, ${digest}, ${now}, ${now})
          returning id, owner_id as "ownerId", folder_id as "folderId", name, type, size, digest,
            created_at as "createdAt", updated_at as "updatedAt"`;
        await tx`
          insert into audit_events (id, occurred_at, event, operation, subject, request_id, address, fields)
          values (${crypto.randomUUID()}, ${now}, 'file.created', 'createFile', ${userId}, ${crypto.randomUUID()},
            '127.0.0.1', ${tx.json({ "body.name": name })})`;
        return created;
      });
      return status(201, present(row));
    },
    { body: NewFile, ...answers({ 201: StoredFile }) },
  )
  .get(
    "/files/:fileId",
    async ({ userId, params: { fileId }, headers, set, status }) => {
      const [row] = await sql`
        select id, owner_id as "ownerId", folder_id as "folderId", name, type, size, digest,
          created_at as "createdAt", updated_at as "updatedAt"
        from bench_files where id = ${fileId} and owner_id = ${userId}`;
      if (!row) return status(404);
      const file = present(row);
      const etag = `"${new Bun.CryptoHasher("sha256").update(JSON.stringify(file)).digest("base64url")}"`;
      set.headers.etag = etag;
      return headers["if-none-match"] === etag ? status(304) : file;
    },
    { params: t.Object({ fileId: Id }), ...answers({ 200: StoredFile, 304: t.Any(), 404: t.Any() }) },
  )
  .listen({ hostname: "127.0.0.1", port: Number(PORT) });

/** bigint arrives as a string. */
const present = (row) => ({ ...row, size: Number(row.size) });
