import { readContent } from "./media-types.ts";
import type { AnswerModel, Schema } from "./model.ts";
import { type Named, target } from "./named.ts";
import { isScalar, readExamples } from "./parameters.ts";
import { flag, isObject, knownWords, membersAt, type Reading, text } from "./reading.ts";
import { resolve } from "./refs.ts";
import { readSchema } from "./schemas.ts";
import { child, members, type Place } from "./source.ts";

export interface ReadAnswer {
  readonly model: AnswerModel;
  readonly place: Place;
}

const NO_BODY = new Set([204, 205, 304]);

/** The success answers of an operation. Problems are never written by hand. */
export function readAnswers(reading: Reading, named: Named, operation: Place, id: string): ReadAnswer[] {
  const responses = child(operation, "responses");
  if (!responses || !isObject(reading, responses, "`responses`")) {
    if (!responses)
      reading.faults.atKey(operation, `\`${id}\` has no \`responses\`: write at least the answer of success.`);
    return [];
  }
  const answers = members(responses).flatMap(([status, written]) => {
    if (!checkStatus(reading, status, written)) return [];
    const place = resolve(reading, written, "responses");
    if (!place || !isObject(reading, place, "A response")) return [];
    return [{ model: readAnswer(reading, named, Number(status), place), place }];
  });
  if (members(responses).length === 0)
    reading.faults.atKey(responses, `\`${id}\` has no answer of success: write one, such as "200".`);
  return answers;
}

function checkStatus(reading: Reading, status: string, place: Place): boolean {
  if (status === "304") {
    reading.faults.atKey(
      place,
      "The compiler adds the answer 304 where `x-policy.cache` says `validator: etag`: leave it out.",
    );
    return false;
  }
  if (/^[23]\d\d$/.test(status)) return true;
  if (/^[45](\d\d|XX)$/.test(status)) {
    const instead = "leave it out, or name a problem of x-problems in `x-policy.problems`";
    reading.faults.atKey(place, `The compiler adds the answer ${status} where other words imply it: ${instead}.`);
  } else {
    reading.faults.atKey(
      place,
      `\`${status}\` is not an answer of success: write each status, from 200 to 399, by itself.`,
    );
  }
  return false;
}

function readAnswer(reading: Reading, named: Named, status: number, place: Place): AnswerModel {
  knownWords(reading, place, "a response", ["description", "headers", "content", "links"]);
  const description = text(reading, place, "description");
  if (description === undefined && !child(place, "description")) {
    reading.faults.atKey(place, "A response needs `description`: say in a few words what it means.");
  }
  const content = child(place, "content");
  if (content && NO_BODY.has(status))
    reading.faults.atKey(content, `An answer ${status} has no body: leave \`content\` out.`);
  const headers = membersAt(reading, place, "headers").flatMap(([name, written]) => {
    const header = readHeader(reading, named, name, written);
    return header ? [header] : [];
  });
  return {
    status,
    description: description ?? "",
    content: content ? readContent(reading, named, content, "answer") : [],
    headers,
  };
}

/** Headers that the pipeline writes by itself, and what says so. */
const PIPELINE_HEADERS: Readonly<Record<string, string>> = {
  "content-type": "the media type says it",
  "content-length": "the pipeline counts it",
  "content-encoding": "`x-policy.compress` says it",
  "cache-control": "`x-policy.cache` says it",
  "cache-status": "`x-policy.cache` says it",
  age: "`x-policy.cache` says it",
  "www-authenticate": "`security` says it",
  "retry-after": "the pipeline sends it with 429 and 503",
};

function readHeader(
  reading: Reading,
  named: Named,
  name: string,
  written: Place,
): AnswerModel["headers"][number] | undefined {
  const place = resolve(reading, written, "headers");
  if (!place || !isObject(reading, place, "A header")) return undefined;
  knownWords(reading, place, "a header", ["description", "required", "schema", "example", "examples", "deprecated"], {
    content: "write `schema`.",
    style: "leave it out.",
    explode: "leave it out.",
  });
  const said = PIPELINE_HEADERS[name.toLowerCase()];
  if (said) reading.faults.atKey(written, `The header \`${name}\` is not written by hand: ${said}.`);
  const schemaPlace = child(place, "schema");
  if (!schemaPlace) {
    reading.faults.at(place, "A header needs `schema`.");
    return undefined;
  }
  const schema = readSchema(reading, schemaPlace);
  if (!fitsHeader(name, target(named, schema), named)) {
    reading.faults.at(
      schemaPlace,
      "A header is a string, a number or a boolean; only Set-Cookie is a list, of strings.",
    );
  }
  readExamples(reading, place, schema, "answer");
  return { name, required: flag(reading, place, "required"), schema };
}

function fitsHeader(name: string, schema: Schema, named: Named): boolean {
  if (name.toLowerCase() !== "set-cookie") return isScalar(schema) || schema.kind === "any";
  return schema.kind === "array" && target(named, schema.items).kind === "string";
}
