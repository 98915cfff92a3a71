/** The pipeline's own stage that checks and serializes an answer, behind the same route of Elysia without a schema. */
import { Elysia } from "elysia";
import { answerOf } from "#contract/answer";
import { Call, type Outcome, Reply } from "#contract/call";
import { pipelineOf } from "#contract/pipeline";
import { commonHeaders } from "#contract/respond";
import { routeOf } from "#contract/route";
import { traceOf } from "#contract/trace";
import type { Log } from "#lib/log";
import { type Answering, answering } from "./answering";
import { contract } from "./generated/operations";
import { openOptions } from "./groundwork";
import type { Setup } from "./setup";

export async function groundworkAnswers(setup: Setup, log: Log): Promise<Answering & { close(): Promise<void> }> {
  const { options, close } = await openOptions(setup, log);
  const operation = contract.operations.find(({ id }) => id === "listFiles")!;
  const route = routeOf(operation, options, commonHeaders(options.settings));
  const requestId = options.ids.next();
  const client = { address: "127.0.0.1", userAgent: null, requestId, trace: traceOf(requestId, null, null, 0) };
  const source = {
    read: () => ({ parameters: {}, body: undefined, contentType: null, faults: [] }),
    field: () => null,
    segment: () => null,
  };
  const call = new Call(pipelineOf(options), route, client, source);
  const respond = (body: unknown) => written(answerOf(call, { status: 200, body }));
  return Object.assign(
    answering((current) => new Elysia().get("/files", () => respond(current()))),
    { close },
  );
}

function written(outcome: Outcome): Response {
  if (!(outcome instanceof Reply)) return new Response(null, { status: outcome.status });
  return new Response(outcome.body, { status: outcome.status, headers: { "content-type": outcome.contentType! } });
}
