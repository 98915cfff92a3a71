/** Sizes, names and marks. */
import ts from "typescript";
import { lineOf, nodesOf, type Rule } from "./source";

const FILE_LINES_MAX = 300;
/** A list of cases reads one by one, so it may be longer. */
const TEST_FILE_LINES_MAX = 500;
const FUNCTION_LINES_MAX = 70;
const EMPTY_NAMES = /(?:^|[/-])(?:utils?|helpers?|managers?|common|misc)(?=[./-])/;
/** In a comment, with nobody's name and no issue's number in brackets after it. */
const LEFT_TO_DO = /(?:\/\/|\/\*|^\s*\*).*\b(?:TODO|FIXME|XXX|HACK)\b(?!\((?:[a-z][\w-]*|#\d+)\))/;
const MARK = "Generated from the contract.";

/** Whatever is generated is as long as the contract makes it. */
export const fileSize: Rule = ({ path, text }) => {
  if (isGenerated(path)) return [];
  const lines = text.trimEnd().split("\n").length;
  const most = path.startsWith("tests/") ? TEST_FILE_LINES_MAX : FILE_LINES_MAX;
  return lines > most ? [`${path}:${lines} has ${lines} lines, ${most} at most: split it.`] : [];
};

export const functionLength: Rule = ({ path, tree }) => {
  const faults: string[] = [];
  for (const node of nodesOf(tree)) {
    if (!ts.isFunctionLike(node)) continue;
    const first = lineOf(tree, node.getStart(tree));
    const lines = lineOf(tree, node.end) - first + 1;
    if (lines > FUNCTION_LINES_MAX)
      faults.push(`${path}:${first} is a function of ${lines} lines, ${FUNCTION_LINES_MAX} at most: split it.`);
  }
  return faults;
};

export const fileName: Rule = ({ path }) =>
  EMPTY_NAMES.test(path) ? [`${path}:1 says nothing by its name: call it after what it holds.`] : [];

export const unowned: Rule = ({ path, text }) =>
  text
    .split("\n")
    .flatMap((line, index) =>
      LEFT_TO_DO.test(line)
        ? [`${path}:${index + 1} is left to do by nobody: write who, or which issue, in brackets, or do it.`]
        : [],
    );

/** Generated files say so in their first line; no other file does. */
export const generatedMark: Rule = ({ path, text }) => {
  const marked = text.slice(0, text.indexOf("\n")).includes(MARK);
  if (isGenerated(path) === marked) return [];
  return [
    marked
      ? `${path}:1 bears the mark of a generated file and is none: move it, or take the mark away.`
      : `${path}:1 lies among generated files without their mark: only make generate writes there.`,
  ];
};

const isGenerated = (path: string) => /(?:^|\/)generated\//.test(path);
