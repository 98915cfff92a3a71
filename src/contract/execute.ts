import type { Call, Outcome } from "#contract/call";
import { problemOf } from "#contract/failure";
import type { MaybePromise } from "#contract/pipeline";
import { isProblem } from "#contract/problem";
import type { Route } from "#contract/route";
import type { PhasedStage } from "#contract/stages";

/**
 * Runs a call's operation for its caller: authorize, caller limit, validation, idempotency, precondition, handler and
 * response check; "all" looks at the size, address and credentials of an HTTP request first. Every way in ends here.
 * Never throws: what goes wrong on our side is a problem, with its cause kept on the call for the log. Where there is
 * nothing to wait for, there is no promise.
 */
export const execute = (call: Call, stages: keyof Route["stages"] = "execution"): MaybePromise<Outcome> =>
  run(call, call.route.stages[stages]);

function run(call: Call, stages: readonly PhasedStage[]): MaybePromise<Outcome> {
  try {
    for (let i = 0; i < stages.length; i++) {
      const stage = stages[i]!;
      call.enter(stage.phase);
      const outcome = stage.run(call);
      if (outcome instanceof Promise) return finish(call, stages, i + 1, outcome);
      if (outcome !== undefined) return outcome;
    }
    throw new Error(`${call.route.operation.id} has no stage that answers.`);
  } catch (error) {
    return failed(call, error);
  }
}

/** Goes on where a stage had to wait. Whatever is open at the end is given back. */
async function finish(
  call: Call,
  stages: readonly PhasedStage[],
  next: number,
  pending: Promise<Outcome | undefined>,
): Promise<Outcome> {
  try {
    let outcome = await pending;
    for (let i = next; outcome === undefined; i++) {
      const stage = stages[i]!;
      call.enter(stage.phase);
      outcome = await stage.run(call);
    }
    return outcome;
  } catch (error) {
    return failed(call, error);
  } finally {
    await call.release();
  }
}

function failed(call: Call, error: unknown): Outcome {
  const outcome = problemOf(error, call.route.operation);
  if (outcome !== error && isOurs(outcome)) call.cause = error ?? new Error("Something was thrown that is nothing.");
  return outcome;
}

/** Whether the log has to say why: a refusal says it itself. */
const isOurs = (outcome: Outcome): boolean => isProblem(outcome) && outcome.status !== 413;
