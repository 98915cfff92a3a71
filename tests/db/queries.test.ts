/** Every statement of a queries.ts and the row type it declares, against a migrated database; see eslint.config.js. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openTestDatabase, type TestDatabase } from "../support/database";

interface LintedFile {
  filePath: string;
  messages: { line: number; ruleId: string | null; message: string }[];
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WRONG = "tests/db/wrong-queries";
/** A quarter of a minute on a machine that does nothing else. */
const LINT_TIMEOUT_MS = 240_000;

let database: TestDatabase;
let linted: LintedFile[];

beforeAll(async () => {
  database = await openTestDatabase();
  const sql = database.connect({ max: 1, asOwner: true });
  // postgres.js sends a string without a type, so that PostgreSQL reads it as a uuid where one is wanted. SafeQL says
  // that it is text; here, text reads as a uuid by itself.
  await sql`create cast (text as uuid) with inout as implicit`;
  await sql.end();
  linted = await lint(database.url);
}, LINT_TIMEOUT_MS);

afterAll(() => database.close());

describe("src", () => {
  test("every row type is what its statement gives, and every statement is proved", () => {
    expect(faults(linted.filter(({ filePath }) => !filePath.startsWith(WRONG)))).toEqual([]);
  });

  test("every queries.ts was read", async () => {
    const files = await Array.fromAsync(new Bun.Glob("src/**/queries.ts").scan(ROOT));
    expect(files).not.toBeEmpty();
    expect(linted.map(({ filePath }) => filePath)).toEqual(expect.arrayContaining(files));
  });
});

describe("the proof finds", () => {
  const found: Record<string, string> = {
    nullableDeclaredPresent: "Actual: { userAgent: string | null }[]",
    presentDeclaredNullable: "Actual: { email: string }[]",
    nullableByOuterJoin: "Actual: { email: string; sessionId: string | null }[]",
    columnMissing: 'column "nickname" does not exist',
    nameNotInCamelCase: "Actual: { createdAt: string }[]",
    wrongType: "Actual: { createdAt: string }[]",
    countIsText: "Actual: { sessions: string }[]",
    moreThanSelected: "Actual: { id: string }[]",
    lessThanSelected: "Actual: { id: string; name: string }[]",
    typeMissing: "Query is missing type annotation",
    wrongParameter: "operator does not exist: integer = text",
    syntaxError: "syntax error",
    anotherTag: "no other statement is proved",
    textByHand: "no other statement is proved",
  };

  test.each(Object.entries(found))("%s", (name, sentence) => {
    expect(foundIn("queries.ts", name)).toEqual([expect.stringContaining(sentence)]);
  });

  test.each(["ofAParameter", "ofTheContext"])("SQL outside of a queries.ts: %s", (name) => {
    expect(foundIn("rule.ts", name)).toEqual([expect.stringContaining("SQL stands in a queries.ts")]);
  });

  test("nothing else", () => {
    const wrong = linted.filter(({ filePath }) => filePath.startsWith(WRONG));
    expect(faults(wrong)).toHaveLength(Object.keys(found).length + 2);
  });
});

/** With Node: SafeQL waits for a worker thread in a way that Bun does not support. Paths come back relative. */
async function lint(url: string): Promise<LintedFile[]> {
  const child = Bun.spawn(["node", "node_modules/eslint/bin/eslint.js", "--format", "json", "src", WRONG], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: url },
    stdout: "pipe",
    stderr: "pipe",
  });
  const [stdout, stderr] = await Promise.all([child.stdout.text(), child.stderr.text()]);
  // 1 says that there are faults; 2 that ESLint itself failed.
  if ((await child.exited) > 1) throw new Error(`ESLint failed: ${stderr}${stdout}`);
  const files: LintedFile[] = JSON.parse(stdout);
  return files.map((file) => ({ ...file, filePath: file.filePath.slice(ROOT.length) }));
}

function faults(files: readonly LintedFile[]): string[] {
  return files.flatMap(({ filePath, messages }) =>
    messages.map(({ line, message }) => `${filePath}:${line} ${message}`),
  );
}

/** What was found in one declaration of a wrong file. */
function foundIn(file: string, name: string): string[] {
  const path = `${WRONG}/${file}`;
  const lines = readFileSync(`${ROOT}/${path}`, "utf8").split("\n");
  const first = lines.findIndex((line) => line.startsWith(`export const ${name} `)) + 1;
  const after = lines.findIndex((line, index) => index >= first && line === "") + 1;
  const { messages } = linted.find(({ filePath }) => filePath === path) ?? { messages: [] };
  return messages.filter(({ line }) => line >= first && line < after).map(({ message }) => message);
}
