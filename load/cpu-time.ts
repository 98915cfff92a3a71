/** What a process used of its processors, asked from outside, so that it is the same for every language. */
import { readFileSync } from "node:fs";

/** Of /proc/<pid>/stat, on every architecture that Bun runs on. */
const TICKS_PER_SECOND = 100;
/** utime, as numbered from the state, which follows the name (proc(5)); stime is the next. */
const USER_TICKS = 11;

/** All threads together, system calls included. A contender has no process beside its own. */
export function cpuSecondsOf(pid: number): number {
  if (process.platform === "linux") return secondsInStat(readFileSync(`/proc/${pid}/stat`, "utf8"));
  const { stdout } = Bun.spawnSync(["ps", "-o", "time=", "-p", String(pid)]);
  return secondsInTime(stdout.toString());
}

/** A name may hold blanks and brackets; nothing after it does. */
export function secondsInStat(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[USER_TICKS]) + Number(fields[USER_TICKS + 1])) / TICKS_PER_SECOND;
}

/** "[hours:]minutes:seconds.hundredths", as macOS writes it. */
export function secondsInTime(time: string): number {
  const seconds = time
    .trim()
    .split(":")
    .reduce((sum, part) => sum * 60 + Number(part), 0);
  if (!Number.isFinite(seconds) || time.trim() === "") throw new Error(`ps says "${time}" instead of a time`);
  return seconds;
}
