import { walk } from "#generated/walk";
import { describedOperation, TAKES_SOMEBODY_ELSE } from "../support/published";
import type { Outcome, Pass } from "./fuzz";

/** Operations that the caller may call and that never succeeded: a pass that only meets refusals proves little. */
export function unseen(caller: Pass["caller"], answers: Outcome["answers"]): string[] {
  return walk
    .filter(({ id }) => !describedOperation(id).isInternal && !TAKES_SOMEBODY_ELSE.has(id))
    .filter(({ security }) => caller === "person" || security.length === 0)
    .filter(({ id }) => !Object.keys(answers[id] ?? {}).some((status) => Number(status) < 300))
    .map(({ id }) => `${id} was never called with success.`);
}
