import type { MediaTypeModel, Schema } from "./model.ts";
import { type Named, target } from "./named.ts";
import { readExamples } from "./parameters.ts";
import { type Direction, isObject, knownWords, type Reading } from "./reading.ts";
import { readSchema } from "./schemas.ts";
import { child, isRecord, members, type Place } from "./source.ts";

const REFUSED_TYPES: Readonly<Record<string, string>> = {
  "application/x-www-form-urlencoded":
    "a page of another site could send it with the visitor's cookies; write application/json",
  "application/problem+json": "the compiler adds the problem answers; name the problem in `x-policy.problems`",
};

/** The bodies of a request or of an answer, one for each media type. */
export function readContent(reading: Reading, named: Named, content: Place, direction: Direction): MediaTypeModel[] {
  if (!isObject(reading, content, "`content`")) return [];
  if (members(content).length === 0)
    reading.faults.at(content, "`content` needs a media type, such as application/json.");
  const seen = new Set<string>();
  return members(content).flatMap(([mediaType, place]) => {
    const lower = mediaType.toLowerCase();
    if (!/^[a-z]+\/[a-z0-9][a-z0-9!#$&^_.+-]*$/.test(lower)) {
      reading.faults.atKey(
        place,
        `\`${mediaType}\` does not name one media type: write it without parameters and without \`*\`.`,
      );
      return [];
    }
    if (REFUSED_TYPES[lower]) reading.faults.atKey(place, `\`${mediaType}\` is refused: ${REFUSED_TYPES[lower]}.`);
    if (seen.has(lower))
      reading.faults.atKey(place, `\`${mediaType}\` stands twice: case makes no difference in a media type.`);
    seen.add(lower);
    return isObject(reading, place, "A media type") ? [readMediaType(reading, named, lower, place, direction)] : [];
  });
}

function readMediaType(
  reading: Reading,
  named: Named,
  mediaType: string,
  place: Place,
  direction: Direction,
): MediaTypeModel {
  knownWords(reading, place, "a media type", ["schema", "example", "examples", "encoding"]);
  const schemaPlace = child(place, "schema");
  const isJson = mediaType === "application/json" || mediaType.endsWith("+json");
  const isMultipart = mediaType === "multipart/form-data";
  const isBytes = schemaPlace === undefined || isEmpty(schemaPlace.value);
  let schema: Schema = { kind: "binary" };
  if (schemaPlace && !(isBytes && !isJson)) {
    schema = readSchema(reading, schemaPlace, { binary: !isJson && !isMultipart, parts: isMultipart });
  }
  if (isJson && !schemaPlace) reading.faults.at(place, "A JSON body needs `schema`.");
  const kind = isJson ? "json" : isMultipart ? "multipart" : schema.kind === "binary" ? "binary" : "text";
  if (kind === "text" && !isText(target(named, schema))) {
    reading.faults.at(
      schemaPlace ?? place,
      `A body of \`${mediaType}\` is text or bytes: write \`type: string\`, with \`format: binary\` for bytes.`,
    );
  }
  if (kind === "multipart" && direction === "answer") {
    reading.faults.atKey(place, "An answer cannot be multipart: write one media type for each form that it has.");
  }
  const encoding = child(place, "encoding");
  if (encoding && kind !== "multipart")
    reading.faults.atKey(encoding, "`encoding` belongs to multipart/form-data: leave it out.");
  return {
    mediaType,
    kind,
    schema,
    defaults: direction === "request" ? defaultsOf(named, schema) : [],
    parts: kind === "multipart" ? readParts(reading, named, schemaPlace ?? place, schema, encoding) : [],
    examples: readExamples(reading, place, schema, direction),
  };
}

const isEmpty = (schema: unknown) => isRecord(schema) && Object.keys(schema).length === 0;

const isText = (schema: Schema) =>
  schema.kind === "string" ||
  schema.kind === "any" ||
  (schema.kind === "literal" && schema.values.every((value) => typeof value === "string"));

function defaultsOf(named: Named, schema: Schema): string[] {
  const shape = target(named, schema);
  if (shape.kind !== "object") return [];
  return shape.properties.filter((property) => property.schema.default !== undefined).map(({ name }) => name);
}

type Part = MediaTypeModel["parts"][number];

function readParts(reading: Reading, named: Named, place: Place, schema: Schema, encoding: Place | undefined): Part[] {
  const shape = target(named, schema);
  if (shape.kind !== "object" || shape.additional !== false) {
    const instead = "write `type: object` with a property for each part and `additionalProperties: false`";
    if (shape.kind !== "any") reading.faults.at(place, `A multipart body is a closed object of parts: ${instead}.`);
    return [];
  }
  for (const [name, at] of members(encoding)) {
    if (shape.properties.some((property) => property.name === name)) continue;
    reading.faults.atKey(at, `\`encoding\` names \`${name}\`, and the body has no such part: leave it out.`);
  }
  return shape.properties.map((property) => {
    const value = target(named, property.schema);
    const each = value.kind === "array" ? target(named, value.items) : value;
    const kind = each.kind === "binary" ? "file" : isPlain(each) ? "text" : "json";
    const types = typesOf(reading, encoding && child(encoding, property.name), kind);
    return {
      name: property.name,
      kind,
      required: property.required,
      many: value.kind === "array",
      ...(types && { types }),
    };
  });
}

const isPlain = (schema: Schema) => ["string", "number", "boolean", "literal"].includes(schema.kind);

function typesOf(reading: Reading, place: Place | undefined, kind: Part["kind"]): string[] | undefined {
  if (!place) return undefined;
  knownWords(reading, place, "an encoding", ["contentType"], {
    headers: "leave it out; only the Content-Type of a part is read.",
    style: "leave it out; a part is text, JSON or a file.",
    explode: "leave it out; a list is a repeated part.",
  });
  const written = child(place, "contentType");
  const types = String(written?.value ?? "")
    .split(",")
    .map((type) => type.trim().toLowerCase());
  const expected = kind === "json" ? "application/json" : "text/plain";
  if (!written || types.some((type) => !/^[a-z]+\/[a-z0-9][a-z0-9!#$&^_.+-]*$/.test(type))) {
    reading.faults.at(
      written ?? place,
      "`contentType` must list media types such as `image/png, image/jpeg`, without `*`.",
    );
  } else if (kind === "file") return types;
  else if (types.length > 1 || types[0] !== expected) {
    reading.faults.at(
      written,
      `A part that is ${kind === "json" ? "an object" : "one plain value"} has the contentType \`${expected}\`.`,
    );
  }
  return undefined;
}
