/** openapi-to-postmanv2, and the part of a collection (format 2.1) that we touch. */

/** What the converter answers with: the compiler gives each operation a tag, so each request is in a folder. */
interface Converted {
  info: { name: string };
  item: Folder[];
}

export interface Folder {
  id?: string;
  name: string;
  item: Request[];
}

export interface Request {
  id: string;
  name: string;
  request: {
    method: string;
    url: { path: string[]; variable: Field[]; query: Field[] };
    header?: Field[];
    body?: { raw?: string };
    auth?: object | null;
  };
  response: { id: string; name: string; code: number }[];
  event: { listen: "test"; script: { type: "text/javascript"; exec: string[] } }[];
}

interface Field {
  key: string;
  value: string;
  disabled?: boolean;
}

/** By the examples of the contract, in a folder for each tag. What it makes up, it makes up anew each time. */
const OPTIONS = { folderStrategy: "Tags", parametersResolution: "Example" };

export async function convert(published: Readonly<Record<string, unknown>>): Promise<Converted> {
  // Loaded late: it takes half a second, and nobody else who imports this folder needs it.
  const { convertV2 } = await import("openapi-to-postmanv2");
  return new Promise((resolve, reject) => {
    convertV2({ type: "json", data: forCallers(published) }, OPTIONS, (error, answer) => {
      const collection = answer?.output[0]?.data;
      if (collection) resolve(collection as Converted);
      else reject(error ?? new Error(`openapi-to-postmanv2 makes no collection: ${answer?.reason}`));
    });
  });
}

type Methods = Record<string, { "x-internal"?: boolean; responses?: Record<string, unknown> }>;

/**
 * Less what no caller from outside finds, and less the problems: a saved answer for each of each operation is nine tenths
 * of a collection, and all of them look alike.
 */
function forCallers(published: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const copy = structuredClone(published) as { paths: Record<string, Methods> };
  for (const methods of Object.values(copy.paths))
    for (const [method, operation] of Object.entries(methods)) {
      if (operation["x-internal"]) delete methods[method];
      const { responses = {} } = operation;
      for (const status of Object.keys(responses)) if (Number(status) >= 300) delete responses[status];
    }
  return copy;
}
