import type { Context } from "#context";
import type { PageInput } from "#contract/context";
import type { ListAuditEventsInput } from "#generated/handlers";
import * as queries from "./queries";

/** Which events are wanted: all, where nothing is said. */
export type Filter = ListAuditEventsInput["query"];

/**
 * One page of an organization's events, the newest first. A cursor is a place in time: with another filter than that of
 * the page that it came from, the list goes on from there.
 */
export function listEvents({ sql }: Context, organizationId: string, filter: Filter, page: PageInput) {
  const { event, subject } = filter;
  const span = spanOf(filter);
  if (event !== undefined && subject !== undefined)
    return queries.listAuditEventsByEventAndSubject(sql, { organizationId, event, subject }, span, page);
  if (event !== undefined) return queries.listAuditEventsByEvent(sql, { organizationId, event }, span, page);
  if (subject !== undefined) return queries.listAuditEventsBySubject(sql, { organizationId, subject }, span, page);
  return queries.listAuditEvents(sql, organizationId, span, page);
}

/** One page of what is recorded of the person alone, the newest first: the chain whose id is theirs. */
export const listOwnEvents = ({ sql, caller }: Context<"session">, page: PageInput) =>
  queries.listAuditEvents(sql, caller.userId, { from: null, until: null }, page);

export const spanOf = ({ from, until }: Filter): queries.Span => ({ from: from ?? null, until: until ?? null });
