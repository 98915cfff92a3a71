import type { Limit } from "#contract/operation";

/** Reads the human values of a policy, and writes them. Their form is checked by policy.schema.json before. */

const BYTES: Readonly<Record<string, number>> = { B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };
const MILLISECONDS: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** "4 KiB" in bytes. */
export const bytesOf = (size: string) => measure(size, BYTES);

/** "10 s" in milliseconds. */
export const millisecondsOf = (time: string) => measure(time, MILLISECONDS);

/** "600/min" */
export function limitOf(rate: string): Limit {
  const [count, unit] = rate.split("/");
  return { count: Number(count), perSeconds: MILLISECONDS[unit!]! / 1000 };
}

/** 4096 as "4 KiB". */
export const sizeText = (bytes: number) => measured(bytes, BYTES);

/** 10,000 as "10 s". */
export const timeText = (milliseconds: number) => measured(milliseconds, MILLISECONDS);

/** "600/min" */
export const rateText = ({ count, perSeconds }: Limit) =>
  `${count}/${Object.keys(MILLISECONDS).find((unit) => MILLISECONDS[unit] === perSeconds * 1000)}`;

/** In the largest unit that leaves a whole number. */
function measured(amount: number, units: Readonly<Record<string, number>>): string {
  const [unit, size] = Object.entries(units).findLast(([, each]) => amount % each === 0)!;
  return `${amount / size} ${unit}`;
}

function measure(text: string, units: Readonly<Record<string, number>>): number {
  const [count, unit] = text.split(" ");
  return Number(count) * units[unit!]!;
}
