import type { Context } from "#context";
import type { Sql } from "#db/client";
import { streamOf } from "#lib/chunks";
import { type Filter, spanOf } from "./audit";
import type { Format } from "./formats";
import { presentAuditEvent } from "./present";
import * as queries from "./queries";

/** What is read by one statement and sent as one chunk, all that an export holds at a time: half a megabyte, usually. */
const EVENTS_PER_CHUNK = 1_000;

/**
 * An organization's events in the order of their sequence, up to the last that is there now. They are read as fast as the
 * caller takes them. A filter is held against every event, because the chain has no index for filters.
 */
export async function exportEvents(
  { sql }: Context,
  organizationId: string,
  filter: Filter,
  format: Format,
): Promise<ReadableStream<Uint8Array>> {
  const chain = await queries.selectChainLength(sql, organizationId);
  return streamOf(chunksOf(sql, organizationId, Number(chain?.length ?? 0), filter, format));
}

async function* chunksOf(sql: Sql, organizationId: string, length: number, filter: Filter, format: Format) {
  const encoder = new TextEncoder();
  const wanted = { event: filter.event ?? null, subject: filter.subject ?? null, ...spanOf(filter) };
  if (format.head) yield encoder.encode(format.head);
  for (let after = 0; after < length; after += EVENTS_PER_CHUNK) {
    const stretch = { organizationId, after, upTo: Math.min(after + EVENTS_PER_CHUNK, length) };
    const rows = await queries.listAuditEventsInChain(sql, stretch, wanted);
    if (rows.length > 0) yield encoder.encode(rows.map((row) => format.line(presentAuditEvent(row))).join(""));
  }
}
