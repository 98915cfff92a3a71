/** Written as the product's handlers are. */
import { pipelineProblem } from "#contract/problem";
import type { Handlers } from "./generated/handlers";
import type { StoredFile } from "./generated/types";
import * as queries from "./queries";

const getGreeting: Handlers["getGreeting"] = () => ({ status: 200, body: { message: "Good day." } });

const listCachedFiles: Handlers["listCachedFiles"] = async (ctx, { page }) => {
  const rows = await queries.listFilesByOwner(ctx.sql, ctx.caller.userId, page);
  return { status: 200, body: ctx.page(rows, presentFile, ({ createdAt, id }) => ({ at: createdAt, id })) };
};

const listFiles: Handlers["listFiles"] = listCachedFiles;

const getFile: Handlers["getFile"] = async (ctx, { path }) => {
  const row = await queries.selectFile(ctx.sql, ctx.caller.userId, path.fileId);
  return row ? { status: 200, body: presentFile(row) } : pipelineProblem("not_found");
};

const createFile: Handlers["createFile"] = async (ctx, { body }) => {
  const row = await queries.insertFile(ctx.sql, ctx.ids.next(), ctx.caller.userId, body, ctx.clock.now());
  return { status: 201, body: presentFile(row!) };
};

const presentFile = (row: queries.FileRow): StoredFile => ({
  id: row.id,
  ownerId: row.ownerId,
  folderId: row.folderId,
  name: row.name,
  type: row.type,
  size: Number(row.size),
  digest: row.digest,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

export const handlers = { getGreeting, listCachedFiles, listFiles, getFile, createFile } satisfies Handlers;
