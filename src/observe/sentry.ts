/**
 * Failures that are ours, reported to Sentry. An event is built here, field by field: no integration of the SDK runs, so
 * that nothing of a request, of the environment or of a query finds its way into one. reporting.ts loads this file where
 * a DSN is configured.
 */
import { BunClient, defaultStackParser, type ErrorEvent, makeFetchTransport, Scope } from "@sentry/bun";
import { withoutRows } from "#contract/log";
import type { RequestRecord } from "#contract/record";
import { type Build, releaseOf } from "#lib/build";
import type { Log } from "#lib/log";
import type { Reporter } from "./reporting";

export interface SentryOptions {
  readonly dsn: string;
  readonly build: Build;
  readonly profile: string;
  readonly log: Log;
}

/** Reports under way; those that come while it is full are dropped. */
const QUEUE_MAX = 64;
const CLOSE_TIMEOUT_MS = 2_000;

export function openSentry({ dsn, build, profile, log }: SentryOptions): Reporter {
  const client = new BunClient({
    dsn,
    release: releaseOf(build),
    environment: profile,
    integrations: [],
    stackParser: defaultStackParser,
    transport: (options) => makeFetchTransport({ ...options, bufferSize: QUEUE_MAX }),
    sendClientReports: false,
    // The SDK adds the name of this machine.
    beforeSend: ({ server_name: _, ...event }) => event,
  });
  if (client.getDsn() === undefined) log.warn("SENTRY_DSN is not understood: nothing is reported");
  const send = (error: unknown, known: Known) => {
    client.captureEvent(eventOf(error, known), undefined, new Scope());
  };
  return {
    observe: (record) => {
      if (record.cause !== undefined) send(record.cause, knownOf(record));
    },
    report: (error) => send(error, { tags: { origin: "outside of a request" } }),
    close: async () => {
      await client.close(CLOSE_TIMEOUT_MS);
    },
  };
}

type Known = Pick<ErrorEvent, "tags" | "user" | "transaction">;

/** Names and ids, and nothing that a caller wrote. */
const knownOf = ({ operation, status, code, requestId, trace, subject }: RequestRecord): Known => ({
  tags: {
    operation: operation ?? "none",
    status,
    code: code ?? "none",
    request_id: requestId,
    trace_id: trace.traceId,
  },
  ...(operation !== null && { transaction: operation }),
  ...(subject !== null && { user: { id: subject } }),
});

function eventOf(error: unknown, known: Known): ErrorEvent {
  const { type, message, code, stack } = withoutRows(error);
  const frames = stack === undefined ? [] : defaultStackParser(stack);
  return {
    type: undefined,
    level: "error",
    ...known,
    tags: { ...known.tags, ...(code !== undefined && { error_code: code }) },
    exception: {
      values: [
        {
          type,
          ...(message !== undefined && { value: message }),
          ...(frames.length > 0 && { stacktrace: { frames } }),
        },
      ],
    },
  };
}
