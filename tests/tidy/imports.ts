/** What may import what: one way only, and a module from another only through the file that bears its noun. */
import { join } from "node:path";
import ts from "typescript";
import manifest from "../../package.json";
import { fault, nodesOf, type Rule, type Source } from "./source";

/** Each part with the parts that it may import; itself always. Types of those in the second list only. */
const LAYERS: Record<string, { values: readonly string[]; types?: readonly string[] }> = {
  lib: { values: [] },
  config: { values: ["lib"] },
  db: { values: ["lib"] },
  contract: { values: ["lib", "db"] },
  generated: { values: ["contract"], types: ["context"] },
  modules: { values: ["lib", "db", "contract", "generated"], types: ["context"] },
  context: { values: ["lib", "db", "contract", "generated", "modules"], types: ["config"] },
  app: { values: ["lib", "db", "contract"] },
  observe: { values: ["lib", "contract"] },
  main: { values: ["lib", "db", "contract", "generated", "modules", "context", "app", "config", "observe"] },
  codegen: { values: ["contract"] },
  dev: { values: ["lib", "db", "contract", "generated", "modules", "config"] },
};

/** What runs in production, and so finds no development package. */
const SERVER = ["lib", "config", "contract", "generated", "modules", "context", "app", "observe", "main"];

/** Chosen by a setting of development only, and loaded when it is. */
const DEVELOPMENT_ONLY: Record<string, string> = { "src/lib/log.ts": "pino-pretty" };

/** The file through which others reach a module, where its noun is not the folder's name. */
const FRONTS: Record<string, string> = { jobs: "job", keys: "keyring" };

export const importDirection: Rule = (source) => {
  const from = layerOf(source.path);
  const allowed = LAYERS[from];
  if (!allowed) return [`${source.path}:1 is a new part: say in tests/tidy/imports.ts what it may import.`];
  return importsOf(source).flatMap(({ node, specifier, typeOnly }) => {
    const target = targetOf(source.path, specifier);
    if (target === undefined) return [];
    const to = layerOf(target);
    if (to === from || allowed.values.includes(to)) return [];
    if (allowed.types?.includes(to))
      return typeOnly ? [] : [fault(source, node, `${from} may import types of ${to} only: write import type.`)];
    return [
      fault(source, node, `${from} may not import ${to}. It may import: ${allowed.values.join(", ") || "nothing"}.`),
    ];
  });
};

export const packages: Rule = (source) => {
  const server = SERVER.includes(layerOf(source.path));
  const { dependencies, devDependencies } = manifest;
  return importsOf(source).flatMap(({ node, specifier, typeOnly }) => {
    if (/^(?:[.#/]|node:|bun(?:$|:))/.test(specifier)) return [];
    const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
    if (Object.hasOwn(dependencies, name)) return [];
    if (typeOnly && Object.hasOwn(devDependencies, `@types/${name}`)) return [];
    if (!Object.hasOwn(devDependencies, name))
      return [fault(source, node, `${name} is not in package.json: bun add --exact ${name}.`)];
    if (!server || typeOnly || DEVELOPMENT_ONLY[source.path] === name) return [];
    return [fault(source, node, `${name} is a development package: the server may import its types only.`)];
  });
};

/** `order` is the modules' declared order: each may use those before it. */
export function moduleFronts(order: readonly string[]): Rule {
  return (source) => {
    const own = moduleOf(source.path);
    if (own === undefined) return [];
    if (!order.includes(own)) return [`${source.path}:1 is in a module that src/modules/index.ts does not list.`];
    return importsOf(source).flatMap(({ node, specifier }) => {
      const target = targetOf(source.path, specifier);
      const other = target && moduleOf(target);
      if (!other || other === own) return [];
      const front = `${other}/${FRONTS[other] ?? other}`;
      if (!target.replace(/\.ts$/, "").endsWith(`/${front}`))
        return [fault(source, node, `Other modules reach ${other} through ${front}.ts only.`)];
      if (order.indexOf(other) < order.indexOf(own)) return [];
      return [fault(source, node, `${own} comes before ${other} in src/modules/index.ts: use an event or a job.`)];
    });
  };
}

interface Import {
  readonly node: ts.Node;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

function importsOf({ tree }: Source): Import[] {
  const found: Import[] = [];
  for (const node of nodesOf(tree)) {
    const specifier = specifierOf(node);
    if (specifier && ts.isStringLiteralLike(specifier))
      found.push({ node, specifier: specifier.text, typeOnly: isTypeOnly(node) });
  }
  return found;
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  const isDynamic =
    ts.isCallExpression(node) &&
    (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === "require");
  return isDynamic ? node.arguments[0] : undefined;
}

const isTypeOnly = (node: ts.Node) =>
  ts.isImportTypeNode(node) ||
  (ts.isImportDeclaration(node) && node.importClause?.isTypeOnly === true) ||
  (ts.isExportDeclaration(node) && node.isTypeOnly);

/** The path that a specifier of ours means, without its ending; undefined for packages. */
function targetOf(path: string, specifier: string): string | undefined {
  if (specifier.startsWith(".")) return join(path, "..", specifier);
  for (const [pattern, target] of Object.entries(manifest.imports)) {
    const [start = "", end] = pattern.split("*");
    if (specifier === pattern) return target.slice(2);
    if (end !== undefined && specifier.startsWith(start))
      return target.slice(2).replace("*", specifier.slice(start.length));
  }
  return undefined;
}

/** src/lib/x.ts is of lib, src/app.ts is app, generated/x.ts is of generated. */
function layerOf(path: string): string {
  const [top = "", below = ""] = path.split("/");
  return top === "src" ? below.replace(/\.ts$/, "") : top;
}

/** The folder below src/modules; undefined elsewhere, and for src/modules/index.ts. */
const moduleOf = (path: string) => /^src\/modules\/([^/]+)\/./.exec(path)?.[1];
