import { isObject, knownWords, type Reading, text } from "./reading.ts";
import { child, items, members } from "./source.ts";

const TOP_WORDS = [
  ...["openapi", "info", "servers", "tags", "paths", "webhooks", "components", "externalDocs"],
  ...["x-roles", "x-rate-limits", "x-problems", "x-cache-tags"],
];
const COMPONENT_WORDS = [
  "schemas",
  "parameters",
  "headers",
  "examples",
  "responses",
  "requestBodies",
  "links",
  "securitySchemes",
];

/** The top of the file: its version, its title, and no word that OpenAPI or this compiler does not know. */
export function readTop(reading: Reading): { title: string; version: string } {
  const { root } = reading.source;
  if (!isObject(reading, root, "The contract")) return { title: "", version: "" };
  knownWords(reading, root, "the contract", TOP_WORDS, {
    security: "write it in each operation, so that none is public or closed by accident.",
    jsonSchemaDialect: "leave it out; every schema here is JSON Schema 2020-12.",
  });
  const openapi = child(root, "openapi");
  if (!/^3\.1\.\d+$/.test(String(openapi?.value)))
    reading.faults.at(openapi ?? root, "The contract must say `openapi: 3.1.0`.");
  const paths = child(root, "paths");
  if (!paths) reading.faults.at(root, "The contract has no `paths`.");
  else isObject(reading, paths, "`paths`");
  const components = child(root, "components");
  if (components) {
    knownWords(reading, components, "components", COMPONENT_WORDS, {
      pathItems: "write each path under `paths`.",
      callbacks: "declare what is announced in `webhooks`.",
    });
    for (const [kind, table] of members(components)) isObject(reading, table, `components/${kind}`);
  }
  checkDescriptions(reading);
  const info = child(root, "info");
  const [title, version] = [info && text(reading, info, "title"), info && text(reading, info, "version")];
  if (title === undefined || version === undefined)
    reading.faults.at(info ?? root, "The contract needs `info` with `title` and `version`.");
  return { title: title ?? "", version: version ?? "" };
}

/** The objects that only describe: no rule of ours reads them, and a word that nobody knows is a slip in any of them. */
function checkDescriptions(reading: Reading): void {
  const { root } = reading.source;
  const info = child(root, "info");
  if (info) knownWords(reading, info, "info", INFO_WORDS);
  for (const server of items(child(root, "servers"))) {
    knownWords(reading, server, "a server", ["url", "description", "variables"]);
    for (const [, variable] of members(child(server, "variables"))) {
      knownWords(reading, variable, "a server variable", ["default", "description", "enum"]);
    }
  }
  for (const tag of items(child(root, "tags")))
    knownWords(reading, tag, "a tag", ["name", "description", "externalDocs"]);
}

const INFO_WORDS = ["title", "summary", "description", "termsOfService", "contact", "license", "version"];
