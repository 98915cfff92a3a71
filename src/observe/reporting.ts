/** What is told about this process outside of it: spans and failures. What is not configured is not even loaded. */
import type { Observer } from "#contract/record";
import type { Build } from "#lib/build";
import type { Log } from "#lib/log";

export interface ReportingOptions {
  readonly build: Build;
  /** "production", as reports and spans name where they come from. */
  readonly profile: string;
  /** Scheme and host that callers use. */
  readonly publicOrigin: string;
  readonly log: Log;
  readonly traces: { readonly endpoint: string | null; readonly headers: Readonly<Record<string, string>> };
  readonly sentryDsn: string | null;
}

/** One way out of the process. */
export interface Reporter {
  readonly observe: Observer;
  /** A failure that belongs to no request. */
  readonly report?: (error: unknown) => void;
  /** Sends what is left, for a bounded time. Never rejects. */
  readonly close: () => Promise<void>;
}

export interface Reporting {
  readonly observers: readonly Observer[];
  readonly report: (error: unknown) => void;
  readonly close: () => Promise<void>;
}

export async function openReporting({ traces, sentryDsn, ...shared }: ReportingOptions): Promise<Reporting> {
  const { endpoint, headers } = traces;
  const reporters: Reporter[] = [];
  if (endpoint !== null) reporters.push((await import("./otlp")).openTraces({ ...shared, endpoint, headers }));
  if (sentryDsn !== null) reporters.push((await import("./sentry")).openSentry({ ...shared, dsn: sentryDsn }));
  return {
    observers: reporters.map(({ observe }) => observe),
    report: (error) => {
      for (const { report } of reporters) report?.(error);
    },
    close: async () => {
      await Promise.all(reporters.map(({ close }) => close()));
    },
  };
}
