/** Fastify on Node, with its jwt and etag plugins, schemas of what it takes and answers, and postgres.js. */
import { createPublicKey, randomUUID } from "node:crypto";
import etag from "@fastify/etag";
import jwt from "@fastify/jwt";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import Fastify from "fastify";
import postgres from "postgres";

const { PORT, DATABASE_URL, ORIGIN, JWKS } = process.env;
const [publicJwk] = JSON.parse(JWKS).keys;
const pem = createPublicKey({ key: publicJwk, format: "jwk" }).export({ type: "spki", format: "pem" });
const sql = postgres(DATABASE_URL, { max: 10 });

const id = { type: "string", format: "uuid" };
const newFile = {
  type: "object",
  additionalProperties: false,
  required: ["folderId", "name", "type", "size", "digest"],
  properties: {
    folderId: id,
    name: { type: "string", pattern: "^[^/]{1,255}$" },
    type: { type: "string", pattern: "^[a-z]+/[a-z0-9.+-]+$" },
    size: { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    digest: { type: "string", pattern: "^[0-9a-f]{64}$" },
  },
};
const storedFile = {
  type: "object",
  required: ["id", "ownerId", "folderId", "name", "type", "size", "digest", "createdAt", "updatedAt"],
  properties: {
    id,
    ownerId: id,
    folderId: id,
    name: { type: "string" },
    type: { type: "string" },
    size: { type: "integer" },
    digest: { type: "string" },
    createdAt: { type: "string", format: "date-time" },
    updatedAt: { type: "string", format: "date-time" },
  },
};
const filePage = {
  type: "object",
  required: ["items", "nextCursor"],
  properties: { items: { type: "array", items: storedFile }, nextCursor: { ...id, nullable: true } },
};
const page = {
  type: "object",
  properties: { limit: { type: "integer", minimum: 1, maximum: 100, default: 50 }, cursor: id },
};
const greeting = { type: "object", required: ["message"], properties: { message: { type: "string" } } };

const fastify = Fastify();

// Fastify's own takes away what a schema does not name, and numbers in quotes, where the others refuse.
const strict = addFormats(new Ajv());
const validatorCompiler = ({ schema }) => strict.compile(schema);

await fastify.register(jwt, {
  secret: { public: pem },
  verify: {
    algorithms: ["ES256"],
    checkTyp: "at+jwt",
    allowedIss: ORIGIN,
    allowedAud: ORIGIN,
    requiredClaims: ["sub", "exp"],
  },
});

fastify.get("/greeting", { schema: { response: { 200: greeting } } }, async () => ({ message: "Good day." }));

fastify.register(async (files) => {
  files.addHook("onRequest", async (request, reply) => {
    try {
      await request.jwtVerify();
    } catch {
      return reply.code(401).send({ error: "Not authenticated" });
    }
  });

  files.get("/files", { schema: { querystring: page, response: { 200: filePage } } }, async (request) => {
    const { limit, cursor } = request.query;
    const rows = cursor
      ? await sql`
          select id, owner_id as "ownerId", folder_id as "folderId", name, type, size, digest,
            created_at as "createdAt", updated_at as "updatedAt"
          from bench_files
          where owner_id = ${request.user.sub}
            and (created_at, id) < (select created_at, id from bench_files where id = ${cursor})
          order by created_at desc, id desc limit ${limit + 1}`
      : await sql`
          select id, owner_id as "ownerId", folder_id as "folderId", name, type, size, digest,
            created_at as "createdAt", updated_at as "updatedAt"
          from bench_files where owner_id = ${request.user.sub}
          order by created_at desc, id desc limit ${limit + 1}`;
    const items = rows.slice(0, limit).map(present);
    return { items, nextCursor: rows.length > limit ? items.at(-1).id : null };
  });

  const creation = { schema: { body: newFile, response: { 201: storedFile } }, validatorCompiler };
  files.post("/files", creation, async (request, reply) => {
    const { folderId, name, type, size, digest } = request.body;
    const { sub } = request.user;
    const now = new Date();
    const row = await sql.begin(async (tx) => {
      const [created] = await tx`
        insert into bench_files (id, owner_id, folder_id, name, type, size, digest, created_at, updated_at)
        values (${randomUUID()}, ${sub}, ${folderId}, ${name}, ${type}, ${size}, ${digest}, ${now}, ${now})
        returning id, owner_id as "ownerId", folder_id as "folderId", name, type, size, digest,
          created_at as "createdAt", updated_at as "updatedAt"`;
      await tx`
        insert into audit_events (id, occurred_at, event, operation, subject, request_id, address, fields)
        values (${randomUUID()}, ${now}, 'file.created', 'createFile', ${sub}, ${randomUUID()},
          '127.0.0.1', ${tx.json({ "body.name": name })})`;
      return created;
    });
    return reply.code(201).send(present(row));
  });

  files.register(async (tagged) => {
    await tagged.register(etag);
    const params = { type: "object", required: ["fileId"], properties: { fileId: id } };
    tagged.get("/files/:fileId", { schema: { params, response: { 200: storedFile } } }, async (request, reply) => {
      const [row] = await sql`
        select id, owner_id as "ownerId", folder_id as "folderId", name, type, size, digest,
          created_at as "createdAt", updated_at as "updatedAt"
        from bench_files where id = ${request.params.fileId} and owner_id = ${request.user.sub}`;
      return row ? present(row) : reply.callNotFound();
    });
  });
});

/** bigint arrives as a string. */
const present = (row) => ({ ...row, size: Number(row.size) });

await fastify.listen({ host: "127.0.0.1", port: Number(PORT) });
