import type { Handlers } from "#generated/handlers";
import { listEvents, listOwnEvents } from "./audit";
import { exportEvents } from "./export";
import { csv, ndjson } from "./formats";
import { placeOf, presentAuditEvent } from "./present";
import { verifyChain } from "./verify";

export const listAuditEvents: Handlers["listAuditEvents"] = async (ctx, { path, query, page }) => {
  const rows = await listEvents(ctx, path.organizationId, query, page);
  return { status: 200, body: ctx.page(rows, presentAuditEvent, placeOf) };
};

export const listMyEvents: Handlers["listMyEvents"] = async (ctx, { page }) => {
  const rows = await listOwnEvents(ctx, page);
  return { status: 200, body: ctx.page(rows, presentAuditEvent, placeOf) };
};

export const exportAuditEvents: Handlers["exportAuditEvents"] = async (ctx, { path, query }) => {
  const { format, ...filter } = query;
  const headers = { "Content-Disposition": `attachment; filename="audit-${path.organizationId}.${format}"` };
  const body = await exportEvents(ctx, path.organizationId, filter, format === "csv" ? csv : ndjson);
  return { status: 200, contentType: format === "csv" ? "text/csv" : "application/x-ndjson", headers, body };
};

export const verifyAuditChain: Handlers["verifyAuditChain"] = async (ctx, { path }) => ({
  status: 200,
  body: await verifyChain(ctx, path.organizationId),
});
