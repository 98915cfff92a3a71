/** The last stage: the handler, in the transaction that its policy asks for, and what becomes of its result. */
import { answerOf, type HandlerResult } from "#contract/answer";
import type { Call, Outcome, Stage } from "#contract/call";
import { isConflict } from "#contract/failure";
import { logFailure } from "#contract/log";
import { audit, auditAbout, type Recorded } from "#contract/policy/audit";
import { AlreadyAnswered, hold, keep } from "#contract/policy/idempotency";
import { isProblem, type Problem, pipelineProblem } from "#contract/problem";
import { UnitOfWork } from "#contract/transaction";
import type { Sql } from "#db/client";

/** Times that a handler runs when PostgreSQL says that its transaction met another's (40001, 40P01). */
const MAX_ATTEMPTS = 3;

/** An operation that reads: no transaction, and nothing to await where the handler does not. */
export const runRead: Stage = (call) => {
  const result = call.route.handler(call.context(), call.input);
  return result instanceof Promise ? result.then((value) => finishRead(call, value)) : finishRead(call, result);
};

function finishRead(call: Call, result: unknown): Outcome {
  const outcome = judge(call, result);
  if (!isProblem(outcome)) call.runAfterCommit();
  return outcome;
}

/** An operation that changes something: one transaction, from its first query to the end of its audit row. */
export const runInTransaction: Stage = async (call) => {
  for (let attempt = 1; ; attempt++) {
    const unit = call.work instanceof UnitOfWork && attempt === 1 ? call.work : call.begin();
    try {
      const earlier = attempt === 1 ? undefined : await hold(call, unit.sql);
      if (earlier) return earlier;
      const result = await returned(call.route.handler(call.context(), call.input));
      return await settle(call, unit, result);
    } catch (error) {
      await unit.rollback();
      call.discardAfterCommit();
      if (!isConflict(error) || attempt === MAX_ATTEMPTS || !call.repeatable || call.aborted) throw error;
    }
  }
};

/** The handler runs outside of any transaction but the one that it opens with ctx.transaction; the rest is recorded in one after it. */
export const runOutside: Stage = async (call) => {
  const result = await returned(call.route.handler(call.context(), call.input));
  const { settled } = call;
  if (settled?.result === result) return settled!.outcome;
  // The handler dressed up a result that is committed and recorded already: only the answer is new.
  if (settled && !isProblem(settled.outcome) && !isProblem(result)) return judge(call, result);
  return settle(call, call.begin(), result);
};

/** ctx.transaction. What `work` returns is the handler's result when it looks like one; then it is settled in here. */
export async function transact<R>(call: Call, work: (sql: Sql) => Promise<R>): Promise<R> {
  const { id, policy } = call.route.operation;
  if (policy.transaction !== "handler")
    throw new Error(`${id} has its transaction from the pipeline; its policy does not say transaction: handler.`);
  const unit = call.begin();
  try {
    const earlier = await hold(call, unit.sql);
    if (earlier) throw new AlreadyAnswered(earlier);
    const result = await work(unit.sql);
    if (isProblem(result) || isHandlerResult(result)) {
      const outcome = await settle(call, unit, result);
      call.settled = { result, outcome };
      // The answer broke the contract and was rolled back: the handler must not go on as if it stood.
      if (isProblem(outcome) && !isProblem(result)) throw outcome;
    } else {
      await unit.commit();
      await learn(call, unit);
      call.runAfterCommit();
    }
    return result;
  } catch (error) {
    call.discardAfterCommit();
    throw error;
  } finally {
    await call.release();
  }
}

/** Checks a result, records it, and commits it or rolls it back. */
async function settle(call: Call, unit: UnitOfWork, result: unknown): Promise<Outcome> {
  const outcome = judge(call, result);
  if (isProblem(outcome)) return settleProblem(call, unit, outcome);
  await keep(call, unit, outcome);
  const { audit } = call.route.operation.policy;
  await conclude(call, unit, audit?.answers[outcome.status] ?? audit?.event, result as HandlerResult);
  return outcome;
}

/** A refusal undoes what was written before it, unless the contract wants it on record. */
async function settleProblem(call: Call, unit: UnitOfWork, problem: Problem): Promise<Problem> {
  const event = call.route.operation.policy.audit?.problems[problem.code];
  if (event === undefined || unit.failed) await unit.rollback();
  if (event === undefined) return problem;
  // After a failed query PostgreSQL takes no row in this transaction any more, so the record gets one of its own.
  await conclude(call, unit.failed ? call.begin() : unit, event, problem.extra);
  return problem;
}

/**
 * Commits, with the audit row as the last statement. Writers of one log wait for each other from that row to the commit,
 * so the commit does not wait for the disk: the answer does, when nobody waits for this writer any more.
 */
async function conclude(call: Call, unit: UnitOfWork, event: string | undefined, recorded: Recorded): Promise<void> {
  const { about } = recorded;
  if (event !== undefined && about !== undefined) await auditAbout(call, unit.sql, event, recorded, about);
  await unit.commit(event === undefined ? undefined : (sql) => audit(call, sql, event, recorded));
  try {
    if (event !== undefined && unit.used) await call.pipeline.flush();
    else await learn(call, unit);
  } finally {
    call.runAfterCommit();
  }
}

/** So that the next request here is not answered with what was before this change, which stands whatever happens now. */
async function learn({ pipeline, client }: Call, unit: UnitOfWork): Promise<void> {
  if (!pipeline.cache || !unit.used) return;
  await pipeline.cache.changes.read().catch((error) => {
    logFailure(pipeline.log, { requestId: client.requestId }, error, "changes of kept answers cannot be read");
  });
}

/** The answer to a result, or the problem that it is or makes. */
function judge(call: Call, result: unknown): Outcome {
  if (!isProblem(result)) return answerOf(call, result);
  if (call.route.problems.has(result.code)) return result;
  call.cause = new Error(`The contract does not say that ${call.route.operation.id} answers ${result.code}.`);
  return pipelineProblem("internal");
}

/** A problem that a rule throws counts like one that the handler returns. */
async function returned(result: unknown): Promise<unknown> {
  try {
    return await result;
  } catch (error) {
    if (isProblem(error)) return error;
    throw error;
  }
}

const isHandlerResult = (value: unknown): value is HandlerResult =>
  typeof value === "object" && value !== null && "status" in value && typeof value.status === "number";
