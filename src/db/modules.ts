/** What the embedded PostgreSQL loads beside itself: it counts statements, and tells of slow ones with their plan. */

/** Counts statements (docs/database.md). */
export const STATEMENTS_MODULE = "pg_stat_statements";
const PLANS_MODULE = "auto_explain";

export interface LoadedModules {
  /** For the server's command line. */
  readonly settings: readonly string[];
  /** What it should load and does not have. */
  readonly missing: readonly string[];
}

/** Leaves out what is not there: a server that is to load it would not start. */
export function loadModules(available: ReadonlySet<string>, slowQueryMs: number | undefined): LoadedModules {
  const wanted: Record<string, readonly string[]> = {
    [STATEMENTS_MODULE]: [`shared_preload_libraries=${STATEMENTS_MODULE}`],
    ...(slowQueryMs !== undefined && { [PLANS_MODULE]: slowQuerySettings(slowQueryMs) }),
  };
  const [found, missing] = [[], []] as [string[], string[]];
  for (const name of Object.keys(wanted)) (available.has(name) ? found : missing).push(name);
  return { settings: found.flatMap((name) => wanted[name] ?? []), missing };
}

/**
 * A notice goes to whoever ran the query, and not to PostgreSQL's own log. The rows of every query are counted, which a page
 * of a list does not notice; to ask the clock at each row would double the time of a large join. No parameters: they are
 * people's.
 */
const slowQuerySettings = (slowQueryMs: number): string[] => [
  `session_preload_libraries=${PLANS_MODULE}`,
  `${PLANS_MODULE}.log_min_duration=${slowQueryMs}`,
  `${PLANS_MODULE}.log_level=notice`,
  `${PLANS_MODULE}.log_parameter_max_length=0`,
  `${PLANS_MODULE}.log_analyze=on`,
  `${PLANS_MODULE}.log_timing=off`,
];
