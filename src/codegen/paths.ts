import type { ReadParameters } from "./parameters.ts";
import { isObject, knownWords, type Reading } from "./reading.ts";
import type { Place } from "./source.ts";

const PATH_WORDS = ["summary", "description", "parameters", "get", "put", "post", "patch", "delete"];

/** Refuses paths that are malformed, or that one request could match twice. */
export function checkPaths(reading: Reading, paths: readonly [string, Place][]): void {
  for (const [path, place] of paths) {
    if (!isObject(reading, place, "A path")) continue;
    knownWords(reading, place, "a path", PATH_WORDS, {
      $ref: "write the operations here; the contract is one file.",
      servers: "write `servers` once, at the top.",
      head: "leave it out; the pipeline answers HEAD as GET.",
      options: "leave it out; the pipeline answers OPTIONS.",
      trace: "leave it out; TRACE shows secrets to scripts.",
    });
    checkForm(reading, path, place);
  }
  paths.forEach(([path, place], index) => {
    const other = paths.slice(0, index).find(([before]) => isAmbiguous(segments(before), segments(path)));
    if (other)
      reading.faults.atKey(
        place,
        `\`${path}\` and \`${other[0]}\` match the same requests: give one of them a segment of its own.`,
      );
  });
}

/** Each {name} of the path is a declared path parameter, and each path parameter is in the path. */
export function checkPathParameters(
  reading: Reading,
  path: string,
  operation: Place,
  parameters: ReadParameters,
): void {
  const named = pathNames(path);
  for (const name of named) {
    if (!parameters.complete || parameters.list.some(({ model }) => model.in === "path" && model.name === name))
      continue;
    reading.faults.atKey(
      operation,
      `The path has \`{${name}}\`, and no parameter declares it: add one with \`in: path\`.`,
    );
  }
  for (const { model, place } of parameters.list) {
    if (model.in !== "path" || named.includes(model.name)) continue;
    const instead = `write \`{${model.name}}\` there, or leave it out`;
    reading.faults.at(place, `The path parameter \`${model.name}\` is not in \`${path}\`: ${instead}.`);
  }
}

const pathNames = (path: string) => [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name!);

function checkForm(reading: Reading, path: string, place: Place): void {
  if (!/^\/$|^(\/[^/]+)+$/.test(path)) {
    reading.faults.atKey(place, "A path begins with a slash, does not end with one, and has no empty segment.");
  } else if (!segments(path).every((segment) => /^\{[A-Za-z][A-Za-z0-9]*\}$|^[A-Za-z0-9._~-]+$/.test(segment))) {
    const instead = "write letters, digits, `-`, `.`, `_` and `~`, or one `{parameter}` as the whole segment";
    reading.faults.atKey(place, `A segment of this path is neither plain nor a parameter: ${instead}.`);
  } else if (new Set(pathNames(path)).size < pathNames(path).length) {
    reading.faults.atKey(place, "Two parameters of this path have one name: give each its own.");
  }
}

const segments = (path: string) => path.split("/").slice(1);

/** Whether some request matches both and neither path is the more exact one everywhere. */
function isAmbiguous(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  let aIsMoreExact = false;
  let bIsMoreExact = false;
  for (const [index, segment] of a.entries()) {
    const other = b[index]!;
    const [isName, otherIsName] = [segment.startsWith("{"), other.startsWith("{")];
    if (!isName && !otherIsName && segment !== other) return false;
    if (isName && !otherIsName) bIsMoreExact = true;
    if (otherIsName && !isName) aIsMoreExact = true;
  }
  return aIsMoreExact === bIsMoreExact;
}
