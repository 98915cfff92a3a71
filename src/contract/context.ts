import type { TraceHeaders } from "#contract/trace";
import type { Sql } from "#db/client";
import type { Clock } from "#lib/clock";
import type { Ids } from "#lib/ids";
import type { Logger } from "#lib/log";

/** Who calls, as an authenticator found them. `subject` is stable across their credentials: limits and records use it. */
export interface Caller {
  readonly scheme: string;
  readonly subject: string;
  readonly scopes: ReadonlySet<string>;
  /** Who acts as the subject, where that is somebody else (RFC 8693, section 4.1: `act`). */
  readonly actor?: string;
  /** When they last proved who they are, in milliseconds since 1970; absent where that is not known of them. */
  readonly authenticatedAtMs?: number;
}

/** What every handler gets, whatever the product. The product adds its services to it in src/context.ts. */
export interface RequestContext<C extends Caller | null = Caller | null> {
  /**
   * Runs queries. In an operation that changes something this is its transaction, opened at the first query and ended
   * by the pipeline; in a read it is the pool.
   */
  readonly sql: Sql;
  /** Only for operations whose policy says `transaction: handler`: runs the work in one transaction, with its audit row. */
  readonly transaction: <R>(work: (sql: Sql) => Promise<R>) => Promise<R>;
  readonly caller: C;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Its lines carry the request's id and the operation's. */
  readonly log: Logger;
  /** Aborted when the caller goes away or the deadline passes. */
  readonly signal: AbortSignal;
  readonly requestId: string;
  readonly trace: {
    readonly traceId: string;
    readonly spanId: string;
    /** What a call to another service carries, so that its spans join this request's. */
    readonly headers: TraceHeaders;
  };
  readonly client: { readonly address: string; readonly userAgent: string | null };
  /** Runs once the change is committed, and not at all when it is not: for what must not be undone, such as forgetting a cache entry. */
  readonly afterCommit: (action: () => void) => void;
  /**
   * The answer to one page of a list, from `page.limit + 1` rows: the row too many is cut off and says that there is a
   * next page. `key` names the place of a row in the list's order, as `page.after` gives it back.
   */
  readonly page: <Row, Item>(
    rows: readonly Row[],
    present: (row: Row) => Item,
    key: (row: Row) => PageKey,
  ) => Page<Item>;
}

/** A row's version, as ETag and If-Match carry it. */
export type Version = number;

/** A place in a list by (time, id). `at` is a timestamptz as the database client gives it, with all its microseconds. */
export interface PageKey {
  readonly at: string;
  readonly id: string;
}

/** What a page of a list starts from: after this place, or at the beginning. */
export interface PageInput {
  readonly limit: number;
  readonly after: PageKey | null;
}

export interface Page<Item> {
  items: Item[];
  /** Null on the last page. */
  nextCursor: string | null;
}
