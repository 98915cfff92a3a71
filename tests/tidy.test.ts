/** Reads the source, and holds what no compiler holds. Each rule is shown to find what it should. */
import { beforeAll, describe, expect, test } from "bun:test";
import { join } from "node:path";
import { contract } from "#generated/operations";
import { bannedCalls, sqlWords } from "./tidy/calls";
import { importDirection, moduleFronts, packages } from "./tidy/imports";
import { fileName, fileSize, functionLength, generatedMark, unowned } from "./tidy/shape";
import { parse, ROOT, type Rule, readSources, type Source } from "./tidy/source";
import { OWNERS, tableOwners, tablesOf } from "./tidy/tables";

const read = (path: string) => Bun.file(join(ROOT, path)).text();

/** As src/modules/index.ts spreads them into one map of handlers, or names them where they have none. */
const ORDER = [...(await read("src/modules/index.ts")).matchAll(/^ {2}(?:\.\.\.|\/\/ )(\w+)/gm)].map(([, name = ""]) =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
);

interface Wrong {
  /** What is wrong, by the sentence that says so, in part. */
  [sentence: string]: readonly [path: string, code: string];
}

interface Held {
  readonly rule: Rule;
  readonly folders: readonly ("src" | "generated" | "load" | "tests")[];
  readonly wrong: Wrong;
  readonly right?: Wrong;
}

const lines = (count: number) => "let x = 0;\n".repeat(count);

const RULES: Record<string, Held> = {
  "imports point one way": {
    rule: importDirection,
    folders: ["src", "generated"],
    wrong: {
      "lib may not import db": ["src/lib/clock.ts", 'import { connect } from "#db/client";'],
      "contract may not import generated": ["src/contract/mount.ts", 'import type { User } from "#generated/types";'],
      "contract may not import modules": ["src/contract/mount.ts", 'export * from "../modules/index";'],
      "contract may not import context": ["src/contract/run.ts", 'import type { Context } from "#context";'],
      "context may import types of config only": ["src/context.ts", 'import { readConfig } from "./config";'],
      "modules may import types of context only": [
        "src/modules/keys/sealing.ts",
        'import { openContext } from "#context";',
      ],
      "modules may not import codegen": [
        "src/modules/keys/sealing.ts",
        'const x = await import("../../codegen/main.ts");',
      ],
      "main may not import codegen": ["src/main.ts", 'import "./codegen/main.ts";'],
      "codegen may not import lib": ["src/codegen/main.ts", 'let clock: import("#lib/clock").Clock;'],
      "is a new part": ["src/mail/send.ts", ""],
    },
    right: {
      "a type of the context": ["src/modules/keys/sealing.ts", 'import type { Context } from "#context";'],
      "what lies below": ["src/modules/keys/sealing.ts", 'import { connect } from "#db/client";'],
    },
  },
  "the server runs on what production installs": {
    rule: packages,
    folders: ["src", "generated", "load"],
    wrong: {
      "yaml is a development package": ["src/contract/mount.ts", 'import { parse } from "yaml";'],
      "k6 is not in package.json": ["load/stand-in/run.ts", 'import { check } from "k6";'],
      "@acme/queue is not in package.json": ["src/codegen/main.ts", 'import { queue } from "@acme/queue/fast";'],
    },
    right: {
      "the compiler may": ["src/codegen/main.ts", 'import { parse } from "yaml";'],
      "types of what runs elsewhere": ["load/stand-in/run.ts", 'import type { Options } from "k6/options";'],
    },
  },
  "modules reach each other through the file of their noun, in their order": {
    rule: moduleFronts(ORDER),
    folders: ["src"],
    wrong: {
      "reach accounts through accounts/accounts.ts only": [
        "src/modules/sessions/sessions.ts",
        'import { selectUser } from "../accounts/queries";',
      ],
      "accounts comes before sessions": [
        "src/modules/accounts/accounts.ts",
        'import { logIn } from "../sessions/sessions";',
      ],
      "a module that src/modules/index.ts does not list": ["src/modules/telegrams/telegrams.ts", ""],
    },
    right: {
      "a noun before it": ["src/modules/sessions/sessions.ts", 'import { logIn } from "../accounts/accounts";'],
    },
  },
  "a table is written by its owner only": {
    rule: tableOwners,
    folders: ["src"],
    wrong: {
      "Only src/modules/accounts writes users": [
        "src/modules/sessions/queries.ts",
        "sql`insert into users (id) values (1)`",
      ],
      "Only src/modules/sessions writes sessions": [
        "src/modules/accounts/queries.ts",
        "sql<Row[]>`update sessions set ended = 1`",
      ],
      "Only src/contract writes audit_events": [
        "src/modules/accounts/queries.ts",
        "sql`with gone as (delete from only public.audit_events returning id) select id from gone`",
      ],
      "invoices has no owner": ["src/modules/accounts/queries.ts", "tx`truncate table invoices`"],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
      "$ has no owner": ["src/modules/accounts/queries.ts", "sql`merge into ${sql(table)} using users on true`"],
    },
    right: {
      "a statement in a text": ["src/db/dump.ts", "sql`select format('insert into %s', name)`"],
      "locks and upserts": [
        "src/modules/accounts/queries.ts",
        "sql`insert into users (id) select id from sessions for no key update on conflict (id) do update set name = 1`",
      ],
    },
  },
  "statements name their columns and hand over JSON as JSON": {
    rule: sqlWords,
    folders: ["src"],
    wrong: {
      "select *: name the columns": ["src/modules/accounts/queries.ts", "sql`select * from users`"],
      "name the columns, so": ["src/modules/accounts/queries.ts", "this.#sql<Row[]>`select 1, u.* from users u`"],
      "so that a new one changes no answer": ["src/modules/accounts/queries.ts", "sql`delete from users returning *`"],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code
      "write sql.json(value)": ["src/modules/keys/queries.ts", "sql`select ${JSON.stringify(value)}::jsonb`"],
    },
    right: { "a count": ["src/modules/accounts/queries.ts", "sql`select count(*) as users from users`"] },
  },
  "nothing is called that something of ours does better": {
    rule: bannedCalls,
    folders: ["src", "generated", "tests"],
    wrong: {
      "Only src/config.ts reads the environment": ["src/lib/log.ts", "const { LOG } = process.env;"],
      "reads the environment: take": ["src/app.ts", "Bun.env.PORT"],
      "Write to ctx.log": ["src/modules/keys/keyring.ts", 'console.log("here")'],
      "Ask the clock": ["src/modules/keys/keyring.ts", "const now = new Date();"],
      "Date.now: Ask the clock": ["tests/http/getMe.test.ts", "const now = Date.now();"],
      "ids are UUIDv7": ["src/modules/keys/keyring.ts", "const id = crypto.randomUUID();"],
      "randomUUID: Take ctx.ids.next()": ["src/modules/keys/keyring.ts", "const id = randomUUID();"],
      "Math.random can be foreseen": ["src/modules/keys/keyring.ts", "Math.random()"],
      "only a main ends the process": ["src/app.ts", "process.exit(1)"],
      "a test never sleeps": ["tests/http/getMe.test.ts", "await Bun.sleep(10);"],
      "setTimeout: Wait for the condition": ["tests/http/getMe.test.ts", "setTimeout(done, 10);"],
    },
    right: {
      "a date that is given": ["src/modules/keys/keyring.ts", "const day = new Date(text);"],
      "a program's own words": ["src/dev/banner.ts", "console.log(url)"],
      "a name in a string": ["src/app.ts", 'const words = "process.env and Date.now()";'],
    },
  },
  "files and functions are short": {
    rule: (source) => [...fileSize(source), ...functionLength(source)],
    folders: ["src", "load"],
    wrong: {
      "has 301 lines, 300 at most": ["src/app.ts", lines(301)],
      "a function of 71 lines, 70 at most": ["src/app.ts", `export const f = () => {\n${lines(69)}};`],
    },
    right: { "as long as may be": ["src/app.ts", `function f() {\n${lines(68)}}\n${lines(230)}`] },
  },
  "test files are short": {
    rule: fileSize,
    folders: ["tests"],
    wrong: { "has 501 lines, 500 at most": ["tests/app.test.ts", lines(501)] },
  },
  "a file is named after what it holds": {
    rule: fileName,
    folders: ["src", "load", "tests"],
    wrong: {
      "says nothing by its name": ["src/lib/string-utils.ts", ""],
      "call it after what it holds": ["src/modules/helpers/helpers.ts", ""],
    },
    right: { "a word that begins alike": ["src/lib/commonplace.ts", ""] },
  },
  "nothing is left to do by nobody": {
    rule: unowned,
    folders: ["src", "load", "tests"],
    wrong: { "left to do by nobody": ["src/app.ts", "// TO\u0044O: later"] },
    right: { "an issue's number": ["src/app.ts", "// TO\u0044O(#12): later"] },
  },
  "generated files bear their mark": {
    rule: generatedMark,
    folders: ["src", "generated", "load", "tests"],
    wrong: {
      "only make generate writes there": ["generated/mine.ts", "export const x = 1;\n"],
      "bears the mark": ["src/app.ts", "// Generated from the contract.\nexport const x = 1;\n"],
    },
  },
};

let sources: readonly Source[];

beforeAll(async () => {
  sources = await readSources("src", "generated", "load", "tests");
});

describe.each(Object.entries(RULES))("%s", (_, { rule, folders, wrong, right = {} }) => {
  test("in all of the source", () => {
    const subject = sources.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)));
    expect(subject).not.toBeEmpty();
    expect(subject.flatMap(rule)).toEqual([]);
  });

  test.each(Object.entries(wrong))("finds: %s", (sentence, [path, code]) => {
    expect(rule(parse(path, code))).toEqual([expect.stringContaining(sentence)]);
  });

  if (Object.keys(right).length > 0)
    test.each(Object.entries(right))("lets pass: %s", (_name, [path, code]) => {
      expect(rule(parse(path, code))).toEqual([]);
    });
});

describe("the lists are whole", () => {
  test("every table has an owner, and every owned table exists", async () => {
    const migrations = await Array.fromAsync(new Bun.Glob("db/migrations/*.sql").scan(ROOT));
    const tables = new Set((await Promise.all(migrations.map(read))).flatMap(tablesOf));
    expect([...tables].sort()).toEqual(Object.keys(OWNERS));
  });

  test("every module is in the declared order", async () => {
    const files = await Array.fromAsync(new Bun.Glob("*/*.ts").scan(join(ROOT, "src/modules")));
    expect([...new Set(files.map((path) => path.split("/")[0]!))].sort()).toEqual([...ORDER].sort());
  });

  test.each(contract.operations.map(({ id }) => id))("%s has a test file of its name", async (id) => {
    expect(await Bun.file(join(ROOT, `tests/http/${id}.test.ts`)).exists()).toBeTrue();
  });
});

describe("packages come from anywhere", () => {
  test.each(["package.json", "bun.lock"])("%s names no registry", async (file) => {
    expect(await read(file)).not.toMatch(/https?:/);
  });
});
