/** What a server's log says of the requests that it answered. */
export interface Said {
  readonly faults: string[];
  readonly answers: Record<string, Record<number, number>>;
}

interface Line {
  readonly level?: string;
  readonly msg?: string;
  readonly operation?: string | null;
  readonly status?: number;
}

/** A line that warns, one about a failure of ours, and one that is not JSON are faults. */
export function readLog(log: string): Said {
  const said: Said = { faults: [], answers: {} };
  for (const text of log.split("\n").filter(Boolean)) {
    const line = parsed(text);
    if (line?.level !== "info" || (line.status ?? 0) >= 500) said.faults.push(`The server logged: ${text}`);
    if (typeof line?.operation !== "string" || line.status === undefined) continue;
    const statuses = said.answers[line.operation] ?? {};
    said.answers[line.operation] = { ...statuses, [line.status]: (statuses[line.status] ?? 0) + 1 };
  }
  return said;
}

function parsed(text: string): Line | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
