/** Express on Node, with jose, zod and pg; its ETags are on, as they are unless one turns them off. */
import { randomUUID } from "node:crypto";
import express from "express";
import { createLocalJWKSet, jwtVerify } from "jose";
import pg from "pg";
import { z } from "zod";

const { PORT, DATABASE_URL, ORIGIN, JWKS } = process.env;
const keys = createLocalJWKSet(JSON.parse(JWKS));
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });

const verification = {
  algorithms: ["ES256"],
  typ: "at+jwt",
  issuer: ORIGIN,
  audience: ORIGIN,
  requiredClaims: ["sub", "exp"],
};

const Id = z.uuid();
const Page = z.object({ limit: z.coerce.number().int().min(1).max(100).default(50), cursor: Id.optional() });
const NewFile = z.strictObject({
  folderId: Id,
  name: z.string().regex(/^[^/]{1,255}$/),
  type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  size: z.int().min(0),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

const COLUMNS = `id, owner_id as "ownerId", folder_id as "folderId", name, type, size, digest,
  created_at as "createdAt", updated_at as "updatedAt"`;

/** Queries with a name are prepared once for each connection. */
const listFiles = {
  name: "list-files",
  text: `
    select ${COLUMNS} from bench_files where owner_id = $1
    order by created_at desc, id desc limit $2`,
};
const listFilesAfter = {
  name: "list-files-after",
  text: `
    select ${COLUMNS} from bench_files
    where owner_id = $1 and (created_at, id) < (select created_at, id from bench_files where id = $3)
    order by created_at desc, id desc limit $2`,
};
const selectFile = { name: "select-file", text: `select ${COLUMNS} from bench_files where id = $1 and owner_id = $2` };
const insertFile = {
  name: "insert-file",
  text: `
    insert into bench_files (id, owner_id, folder_id, name, type, size, digest, created_at, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
    returning ${COLUMNS}`,
};
const insertAuditEvent = {
  name: "insert-audit-event",
  text: `
    insert into audit_events (id, occurred_at, event, operation, subject, request_id, address, fields)
    values ($1, $2, 'file.created', 'createFile', $3, $4, '127.0.0.1', $5)`,
};

const app = express();

app.get("/greeting", (_req, res) => {
  res.json({ message: "Good day." });
});

const files = express.Router();
app.use("/files", files);

files.use(async (req, res, next) => {
  const authorization = req.get("authorization");
  if (!authorization?.startsWith("Bearer ")) return res.status(401).json({ error: "Not authenticated" });
  try {
    const { payload } = await jwtVerify(authorization.slice(7), keys, verification);
    req.userId = payload.sub;
  } catch {
    return res.status(401).json({ error: "Not authenticated" });
  }
  next();
});

files.get("/", async (req, res) => {
  const page = Page.safeParse(req.query);
  if (!page.success) return res.status(422).json({ error: "Invalid request" });
  const { limit, cursor } = page.data;
  const { rows } = cursor
    ? await pool.query({ ...listFilesAfter, values: [req.userId, limit + 1, cursor] })
    : await pool.query({ ...listFiles, values: [req.userId, limit + 1] });
  const items = rows.slice(0, limit).map(present);
  res.json({ items, nextCursor: rows.length > limit ? items.at(-1).id : null });
});

files.post("/", express.json(), async (req, res) => {
  const file = NewFile.safeParse(req.body);
  if (!file.success) return res.status(422).json({ error: "Invalid request" });
  const { folderId, name, type, size, digest } = file.data;
  const now = new Date();
  const client = await pool.connect();
  let created;
  try {
    await client.query("BEGIN");
    const { rows } = await client.query({
      ...insertFile,
      values: [randomUUID(), req.userId, folderId, name, type, size, digest, now],
    });
    await client.query({
      ...insertAuditEvent,
      values: [randomUUID(), now, req.userId, randomUUID(), { "body.name": name }],
    });
    await client.query("COMMIT");
    created = rows[0];
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
  res.status(201).json(present(created));
});

files.get("/:fileId", async (req, res) => {
  if (!Id.safeParse(req.params.fileId).success) return res.status(404).json({ error: "Not found" });
  const { rows } = await pool.query({ ...selectFile, values: [req.params.fileId, req.userId] });
  if (!rows[0]) return res.status(404).json({ error: "Not found" });
  res.json(present(rows[0]));
});

/** bigint arrives as a string. */
const present = (row) => ({ ...row, size: Number(row.size) });

const server = app.listen(Number(PORT), "127.0.0.1");
// A virtual machine may stand still for longer than Node's 5 seconds.
server.keepAliveTimeout = 60_000;
