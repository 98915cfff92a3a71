/** Hono on Bun, with its jwt and etag middleware, its validator for zod, and postgres.js. */
import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { etag } from "hono/etag";
import { HTTPException } from "hono/http-exception";
import { jwt } from "hono/jwt";
import postgres from "postgres";
import { z } from "zod";

const { PORT, DATABASE_URL, ORIGIN, JWKS } = process.env;
const [publicJwk] = JSON.parse(JWKS).keys;
const curve = { name: "ECDSA", namedCurve: "P-256" };
const publicKey = await crypto.subtle.importKey("jwk", publicJwk, curve, false, ["verify"]);
const sql = postgres(DATABASE_URL, { max: 10 });

const Id = z.object({ fileId: z.uuid() });
const Page = z.object({ limit: z.coerce.number().int().min(1).max(100).default(50), cursor: z.uuid().optional() });
const NewFile = z.strictObject({
  folderId: z.uuid(),
  name: z.string().regex(/^[^/]{1,255}$/),
  type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  size: z.int().min(0),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

const app = new Hono();

app.get("/greeting", (c) => c.json({ message: "Good day." }));

app.use(
  "/files/*",
  jwt({ secret: publicKey, alg: "ES256", verification: { iss: ORIGIN, aud: ORIGIN, typ: "at+jwt" } }),
);
app.use("/files/*", async (c, next) => {
  const { sub, exp } = c.get("jwtPayload");
  if (sub === undefined || exp === undefined) throw new HTTPException(401);
  await next();
});

app.get("/files", zValidator("query", Page), async (c) => {
  const { sub } = c.get("jwtPayload");
  const { limit, cursor } = c.req.valid("query");
  const rows = cursor
    ? await sql`
        select id, owner_id as "ownerId", folder_id as "folderId", name, type, size, digest,
          created_at as "createdAt", updated_at as "updatedAt"
        from bench_files
        where owner_id = ${sub}
          and (created_at, id) < (select created_at, id from bench_files where id = ${cursor})
        order by created_at desc, id desc limit ${limit + 1}`
    : await sql`
        select id, owner_id as "ownerId", folder_id as "folderId", name, type, size, digest,
          created_at as "createdAt", updated_at as "updatedAt"
        from bench_files where owner_id = ${sub}
        order by created_at desc, id desc limit ${limit + 1}`;
  const items = rows.slice(0, limit).map(present);
  return c.json({ items, nextCursor: rows.length > limit ? items.at(-1).id : null });
});

app.post("/files", zValidator("json", NewFile), async (c) => {
  const { sub } = c.get("jwtPayload");
  const { folderId, name, type, size, digest } = c.req.valid("json");
  const now = new Date();
  const row = await sql.begin(async (tx) => {
    const [created] = await tx`
      insert into bench_files (id, owner_id, folder_id, name, type, size, digest, created_at, updated_at)
      values (${crypto.randomUUID()}, ${sub}, ${folderId}, ${name}, ${type}, ${size}, ${digest}, ${now}, ${now})
      returning id, owner_id as "ownerId", folder_id as "folderId", name, type, size, digest,
        created_at as "createdAt", updated_at as "updatedAt"`;
    await tx`
      insert into audit_events (id, occurred_at, event, operation, subject, request_id, address, fields)
      values (${crypto.randomUUID()}, ${now}, 'file.created', 'createFile', ${sub}, ${crypto.randomUUID()},
        '127.0.0.1', ${tx.json({ "body.name": name })})`;
    return created;
  });
  return c.json(present(row), 201);
});

app.get("/files/:fileId", etag(), zValidator("param", Id), async (c) => {
  const { sub } = c.get("jwtPayload");
  const { fileId } = c.req.valid("param");
  const [row] = await sql`
    select id, owner_id as "ownerId", folder_id as "folderId", name, type, size, digest,
      created_at as "createdAt", updated_at as "updatedAt"
    from bench_files where id = ${fileId} and owner_id = ${sub}`;
  return row ? c.json(present(row)) : c.notFound();
});

/** bigint arrives as a string. */
const present = (row) => ({ ...row, size: Number(row.size) });

export default { hostname: "127.0.0.1", port: Number(PORT), fetch: app.fetch };
