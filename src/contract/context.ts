import type { Sql } from "#db/client";
import type { Clock } from "#lib/clock";
import type { Ids } from "#lib/ids";
import type { Logger } from "#lib/log";

/** Who calls, as an authenticator found them. `subject` is stable across their credentials: limits and records use it. */
export interface Caller {
  readonly scheme: string;
  readonly subject: string;
  readonly scopes: ReadonlySet<string>;
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
  readonly log: Logger;
  /** Aborted when the caller goes away or the deadline passes. */
  readonly signal: AbortSignal;
  readonly requestId: string;
  readonly client: { readonly address: string; readonly userAgent: string | null };
  /** Runs once the change is committed, and not at all when it is not: for what must not be undone, such as forgetting a cache entry. */
  readonly afterCommit: (action: () => void) => void;
}

/** A row's version, as ETag and If-Match carry it. */
export type Version = number;

/** What a page of a list starts from. `at` is PostgreSQL's own text of a timestamptz, so that no microsecond is lost. */
export interface PageInput {
  readonly limit: number;
  readonly after: { readonly at: string; readonly id: string } | null;
}
