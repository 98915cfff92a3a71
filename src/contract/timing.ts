/** The Server-Timing header (W3C Server Timing): what a request's time was spent on, for whoever may know. */
import { PHASES, type PhaseTimes, toMicroseconds } from "#contract/record";

/** `authenticate;dur=0.21, handler;dur=4.3, total;dur=4.8`, in milliseconds; phases that took no time are left out. */
export function timesOf(phases: Readonly<PhaseTimes>, totalMs: number): string {
  let text = "";
  for (const phase of PHASES) if (phases[phase] > 0) text += `${phase};dur=${toMicroseconds(phases[phase])}, `;
  return `${text}total;dur=${toMicroseconds(totalMs)}`;
}
