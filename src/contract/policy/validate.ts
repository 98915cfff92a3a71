import type { Call, RawInput, Stage } from "#contract/call";
import type { PageInput } from "#contract/context";
import { fillDefaults } from "#contract/defaults";
import { explain } from "#contract/explain";
import { type Fault, isProblem, type Problem, pipelineProblem } from "#contract/problem";

/** More than a person reads, and as many as the published contract promises. */
const MAX_FAULTS = 100;

/** Reads the input and holds it against the contract. All faults at once; an answer of 422 lists them. */
export const validate: Stage = (call) => {
  const raw = call.source.read();
  if (!(raw instanceof Promise)) return check(call, raw);
  call.isReading = true;
  return raw.then((read) => {
    call.isReading = false;
    return check(call, read);
  });
};

function check(call: Call, raw: RawInput | Problem): Problem | undefined {
  if (isProblem(raw)) return raw;
  const { operation } = call.route;
  const faults = [...raw.faults, ...parameterFaults(call, raw)];
  // An id that cannot be one is an id of nothing: callers see no difference between the two.
  if (faults.some((fault) => fault.in === "path")) return pipelineProblem("not_found");
  const media = raw.contentType === null ? undefined : operation.body?.content[raw.contentType];
  if (media?.body && media.kind !== "binary" && !media.body.check(raw.body))
    faults.push(...unlessKnown(raw.faults, explain(media.body.schema, raw.body, "body")));
  if (faults.length > 0) return pipelineProblem("invalid_request", { faults: faults.slice(0, MAX_FAULTS) });
  call.raw = raw;
  call.input = { body: media?.defaults && media.body ? fillDefaults(media.body.schema, raw.body) : raw.body };
  if (raw.contentType !== null) call.input.contentType = raw.contentType;
  return giveParameters(call, raw);
}

function parameterFaults(call: Call, raw: RawInput): Fault[] {
  const { input } = call.route.operation;
  if (!input || input.check(raw.parameters)) return [];
  const schemas = input.schema.properties as Record<string, typeof input.schema>;
  const faults = (Object.keys(schemas) as Fault["in"][]).flatMap((where) =>
    explain(schemas[where]!, raw.parameters[where as "path"] ?? {}, where),
  );
  return unlessKnown(raw.faults, faults);
}

/** A value that could not be converted is missing too, and one fault says enough. */
const unlessKnown = (known: readonly Fault[], faults: readonly Fault[]): Fault[] =>
  faults.filter((fault) => !known.some((other) => other.in === fault.in && other.pointer === fault.pointer));

function giveParameters(call: Call, { parameters }: RawInput): Problem | undefined {
  const { input, route, pipeline } = call;
  if (parameters.path) input.path = parameters.path;
  if (parameters.header) input.headers = parameters.header;
  if (parameters.cookie) input.cookies = parameters.cookie;
  if (parameters.query) input.query = parameters.query;
  if (!route.operation.policy.page) return;
  const { limit, cursor, ...query } = parameters.query as { limit?: number; cursor?: string };
  const after = cursor === undefined ? null : pipeline.cursors.read(route.operation.id, cursor);
  if (cursor !== undefined && after === null)
    return pipelineProblem("bad_request", { detail: "The cursor is not one that this list gave out." });
  input.query = query;
  input.page = { limit: limit ?? route.operation.policy.page.default, after } satisfies PageInput;
  return;
}
