/** What became of one operation: where it is, what it takes, what it answers. */
import type { AnswerModel, MediaTypeModel, OperationModel, ParameterModel } from "../model.ts";
import { inside, paired, type Spot, spotOf } from "./changes.ts";
import type { Comparison } from "./contract.ts";
import { comparePolicy } from "./policy.ts";
import { comparePart, comparePresence, compareSchemas } from "./schemas.ts";
import { compareSecurity } from "./security.ts";
import { startWalk, type Walk } from "./walk.ts";

export function compareOperation(
  comparison: Comparison,
  before: OperationModel,
  after: OperationModel | undefined,
): void {
  const { changes } = comparison;
  const spot = spotOf(before.id, ...wordsOf(after ?? before));
  if (!after) {
    changes.add("breaking", spot, placeOf(before), "absent");
    return;
  }
  if (before.id !== after.id) changes.add("breaking", inside(spot, "operationId"), before.id, after.id);
  if (placeOf(before) !== placeOf(after)) changes.add("breaking", spot, placeOf(before), placeOf(after));
  compareSecurity(changes, spot, before, after);
  comparePolicy({ changes, spot: inside(spot, "x-policy"), before, after });
  const request = startWalk(comparison, "request", before.id);
  compareParameters(request, spot, before, after);
  compareBody(request, inside(spot, "requestBody"), before.body, after.body);
  const answer = startWalk(comparison, "answer", before.id);
  compareAnswers(answer, inside(spot, "responses"), before, after);
}

const wordsOf = ({ method, path }: OperationModel) => ["paths", path, method.toLowerCase()];

const placeOf = ({ method, path }: OperationModel) => `${method} ${path}`;

function compareParameters(walk: Walk, spot: Spot, before: OperationModel, after: OperationModel): void {
  for (const [, old, now] of paired(inPath(before), inPath(after), ({ at }) => at)) {
    // A path with another number of parameters is another path, which has been told.
    if (old && now) compareParameter(walk, spot, old.parameter, now.parameter);
  }
  for (const [, old, now] of paired(besidePath(before), besidePath(after), wireName)) {
    compareParameter(walk, spot, old, now);
  }
}

/** The parameters of the path by their place in it: what they are called is not sent. */
const inPath = ({ path, parameters }: OperationModel) =>
  [...path.matchAll(/\{([^}]+)\}/g)].flatMap(([, name], index) => {
    const parameter = parameters.find((each) => each.in === "path" && each.name === name);
    return parameter ? [{ at: String(index), parameter }] : [];
  });

const besidePath = ({ parameters }: OperationModel) => parameters.filter((parameter) => parameter.in !== "path");

/** The names of header fields ignore case (RFC 9110, section 5.1). */
const wireName = ({ in: where, name }: ParameterModel) => `${where} ${where === "header" ? name.toLowerCase() : name}`;

function compareParameter(walk: Walk, spot: Spot, before?: ParameterModel, after?: ParameterModel): void {
  const { in: where, name } = (after ?? before)!;
  comparePart(walk, inside(spot, "parameters", `${where}.${name}`), before, after, "schema");
}

type Body = OperationModel["body"];

function compareBody(walk: Walk, spot: Spot, before: Body, after: Body): void {
  comparePresence(walk, spot, before, after);
  if (before && after) compareContent(walk, inside(spot, "content"), before.content, after.content);
}

function compareAnswers(walk: Walk, spot: Spot, before: OperationModel, after: OperationModel): void {
  for (const [status, old, now] of paired(before.answers, after.answers, (answer) => String(answer.status))) {
    const at = inside(spot, status);
    if (!old || !now) {
      walk.changes.add("breaking", at, old ? "possible" : "absent", now ? "possible" : "absent", walk.user);
      continue;
    }
    for (const [name, header, other] of paired(old.headers, now.headers, (each) => each.name.toLowerCase())) {
      if (!other && name === "etag" && isTagged(after, now)) continue;
      comparePart(walk, inside(at, "headers", (other ?? header)!.name), header, other, "schema");
    }
    compareContent(walk, inside(at, "content"), old.content, now.content);
  }
}

/** The pipeline gives it an ETag, which nobody has to declare. */
const isTagged = ({ policy }: OperationModel, { status }: AnswerModel): boolean =>
  policy.cache?.validator === "etag" && status === 200;

/** A media type more is one more that may be sent, or asked for. */
function compareContent(
  walk: Walk,
  spot: Spot,
  before: readonly MediaTypeModel[],
  after: readonly MediaTypeModel[],
): void {
  for (const [mediaType, old, now] of paired(before, after, (media) => media.mediaType)) {
    const at = inside(spot, mediaType);
    if (!old) continue;
    if (!now) {
      walk.changes.add("breaking", at, "possible", "absent", walk.user);
      continue;
    }
    compareSchemas(walk, inside(at, "schema"), old.schema, now.schema);
    compareFiles(walk, inside(at, "encoding"), old.parts, now.parts);
  }
}

type Parts = MediaTypeModel["parts"];

/** The media types that a file of a multipart body may have. */
function compareFiles(walk: Walk, spot: Spot, before: Parts, after: Parts): void {
  for (const [name, old, now] of paired(before, after, (part) => part.name)) {
    if (!old || !now?.types) continue;
    const [was, is] = [old.types ?? ["any"], now.types];
    const at = inside(spot, name, "contentType");
    if (was.some((type) => !is.includes(type)))
      walk.changes.add("breaking", at, was.join(", "), is.join(", "), walk.user);
  }
}
