import type { Call } from "#contract/call";
import type { Caller, Page, PageKey, RequestContext } from "#contract/context";
import { transact } from "#contract/run";
import { traceHeaders } from "#contract/trace";
import type { Sql } from "#db/client";
import type { Clock } from "#lib/clock";
import type { Ids } from "#lib/ids";
import type { Logger } from "#lib/log";

/** What handlers know as `ctx`. What costs something is made when it is asked for. */
export class RequestScope implements RequestContext {
  readonly #call: Call;
  #log: Logger | null = null;

  constructor(call: Call) {
    this.#call = call;
  }

  get sql(): Sql {
    return this.#call.work.sql;
  }
  get caller(): Caller | null {
    return this.#call.caller;
  }
  get clock(): Clock {
    return this.#call.pipeline.clock;
  }
  get ids(): Ids {
    return this.#call.pipeline.ids;
  }
  get log(): Logger {
    const { pipeline, client, route } = this.#call;
    this.#log ??= pipeline.log.child({ requestId: client.requestId, operation: route.operation.id });
    return this.#log;
  }
  get signal(): AbortSignal {
    return this.#call.signal;
  }
  get requestId(): string {
    return this.#call.client.requestId;
  }
  get trace(): RequestContext["trace"] {
    const { trace } = this.#call.client;
    return { traceId: trace.traceId, spanId: trace.spanId, headers: traceHeaders(trace) };
  }
  get client(): RequestContext["client"] {
    return this.#call.client;
  }

  transaction<R>(work: (sql: Sql) => Promise<R>): Promise<R> {
    return transact(this.#call, work);
  }

  afterCommit(action: () => void): void {
    this.#call.afterCommit(action);
  }

  page<Row, Item>(rows: readonly Row[], present: (row: Row) => Item, key: (row: Row) => PageKey): Page<Item> {
    const { input, pipeline, route } = this.#call;
    if (!input.page) throw new Error(`The contract does not say that ${route.operation.id} has pages.`);
    const { limit } = input.page;
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map(present),
      nextCursor: last === undefined ? null : pipeline.cursors.write(route.operation.id, key(last)),
    };
  }
}
