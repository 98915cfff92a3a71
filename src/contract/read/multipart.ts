import type { MediaType } from "#contract/operation";
import { type Fault, isProblem, type Problem, pipelineProblem } from "#contract/problem";
import { decodeUtf8 } from "#contract/read/body";
import { parseJson, UnreadableJson } from "#contract/read/json";

type Parts = NonNullable<MediaType["parts"]>;
type Part = Parts[string];

/** The parts of multipart/form-data (RFC 7578) by name, each as its contract says: a File, a JSON value, or text. */
export async function readParts(
  bytes: Uint8Array,
  contentType: string,
  parts: Parts,
  faults: Fault[],
): Promise<Record<string, unknown> | Problem> {
  const form = await formOf(bytes, contentType);
  if (!form) return pipelineProblem("bad_request", { detail: "The multipart body is not well formed." });
  const values: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    const entries = form.getAll(name);
    if (part && !part.many && entries.length > 1)
      return pipelineProblem("bad_request", { detail: `The part ${name} comes more than once.` });
    const read = await Promise.all(entries.map((entry) => readPart(name, entry, part, faults)));
    const problem = read.find(isProblem);
    if (problem) return problem;
    Object.defineProperty(values, name, { value: part?.many ? read : read[0], enumerable: true });
  }
  return values;
}

async function formOf(bytes: Uint8Array, contentType: string): Promise<FormData | null> {
  try {
    return (await new Response(bytes, { headers: { "content-type": contentType } }).formData()) as FormData;
  } catch {
    return null;
  }
}

async function readPart(name: string, entry: File | string, part: Part | undefined, faults: Fault[]): Promise<unknown> {
  if (part?.kind === "file") return readFile(name, entry, part, faults);
  const text = typeof entry === "string" ? entry : decodeUtf8(new Uint8Array(await entry.arrayBuffer()));
  if (text === null) return pipelineProblem("bad_request", { detail: `The part ${name} is not UTF-8.` });
  if (part?.kind !== "json") return text;
  const value = parseJson(text);
  if (!(value instanceof UnreadableJson)) return value;
  return pipelineProblem("bad_request", { detail: `In the part ${name}: ${value.reason}` });
}

function readFile(name: string, entry: File | string, { types }: Part, faults: Fault[]): unknown {
  if (typeof entry === "string") return entry;
  const type = entry.type.split(";")[0]!.trim().toLowerCase();
  if (types && !types.includes(type))
    faults.push({
      in: "body",
      pointer: `/${name}`,
      code: "media_type",
      detail: `Must be a file of type ${types.join(" or ")}.`,
    });
  return entry;
}
