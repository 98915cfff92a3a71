/** The source as the tidy rules read it: paths from the root of the project, and TypeScript's own syntax trees. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export interface Source {
  /** From the root, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** Answers with faults, each as "path:line sentence"; the sentence says what to write instead. */
export type Rule = (source: Source) => string[];

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Wrong on purpose: what proves a rule; and what is not ours. */
const OTHERS = ["tests/db/wrong-queries/", "tests/contract/refused/", "load/peers/node_modules/"];

/** The TypeScript files of these folders, in order of their paths. */
export async function readSources(...folders: string[]): Promise<Source[]> {
  const paths: string[] = [];
  for (const folder of folders)
    for await (const file of new Bun.Glob(`${folder}/**/*.ts`).scan(ROOT)) paths.push(file.replaceAll("\\", "/"));
  const own = paths.filter((path) => !OTHERS.some((folder) => path.startsWith(folder))).sort();
  return Promise.all(own.map(async (path) => parse(path, await Bun.file(join(ROOT, path)).text())));
}

export const parse = (path: string, text: string): Source => ({
  path,
  text,
  tree: ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true),
});

export function fault({ path, tree }: Source, node: ts.Node, sentence: string): string {
  return `${path}:${lineOf(tree, node.getStart(tree))} ${sentence}`;
}

export const lineOf = (tree: ts.SourceFile, position: number) => tree.getLineAndCharacterOfPosition(position).line + 1;

/** Every node of the tree, parents first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}
