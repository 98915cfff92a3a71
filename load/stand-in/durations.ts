/** A time as k6's options have it, "1m30s" or a number of milliseconds, in milliseconds. Throws for anything else. */
export function milliseconds(value: unknown): number {
  if (typeof value === "number" && value >= 0 && Number.isFinite(value)) return value;
  const text = typeof value === "string" && value !== "" ? value : "?";
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)];
  if (parts.map(([part]) => part).join("") !== text)
    throw new Error(`${JSON.stringify(value)} is not a time such as "1m30s".`);
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * UNITS_MS[unit as Unit], 0);
}

type Unit = keyof typeof UNITS_MS;

const UNITS_MS = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };
