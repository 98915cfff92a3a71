/** The gate as it runs: against a revision of a repository, with reviewed exceptions, to its exit code. */
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const MAIN = resolve(import.meta.dir, "../../src/codegen/diff/main.ts");
const TIMEOUT_MS = 30_000;
const EXCEPTIONS = ".contract-exceptions";

const CONTRACT = `openapi: 3.1.0
info: { title: Small, version: 1.0.0 }
tags: [{ name: Things }]
x-roles: { admin: [thing:read] }
x-rate-limits:
  standard: { address: 1200/min }
paths:
  /things/{thingId}:
    parameters:
      - { name: thingId, in: path, required: true, schema: { $ref: "#/components/schemas/Id" } }
      - { name: color, in: query, schema: { type: string, maxLength: 20 } }
    get:
      operationId: readThing
      tags: [Things]
      summary: Read a thing
      security: [{ session: [thing:read] }]
      x-policy: { rateLimit: standard, audit: { none: Reading is not recorded } }
      responses:
        "200": { $ref: "#/components/responses/Thing" }
  /things:
    get:
      operationId: findThing
      tags: [Things]
      summary: Find a thing
      security: []
      x-policy: { rateLimit: standard, audit: { none: Reading is not recorded } }
      responses:
        "200": { $ref: "#/components/responses/Thing" }
components:
  securitySchemes:
    session: { type: http, scheme: bearer }
  responses:
    Thing:
      description: The thing
      content:
        application/json:
          schema: { $ref: "#/components/schemas/Thing" }
  schemas:
    Id: { type: string, maxLength: 36 }
    Part:
      type: object
      properties:
        size: { type: integer, maximum: 10 }
    Thing:
      unevaluatedProperties: false
      type: object
      allOf:
        - $ref: "#/components/schemas/Part"
        - properties:
            owner: { $ref: "#/components/schemas/Owner" }
            price:
              oneOf:
                - type: object
                  additionalProperties: false
                  properties:
                    cents: { type: integer, minimum: 5 }
                - type: "null"
    Owner:
      type: object
      additionalProperties: false
      properties:
        name:
          type: string
          maxLength: 9
`;

/** File and line of the first place that has these words. */
const at = (words: string) => `openapi.yaml:${CONTRACT.slice(0, CONTRACT.indexOf(words)).split("\n").length}`;

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "groundwork-gate-")));
  git("init", "--quiet", "--initial-branch=main");
  write(CONTRACT);
  commit("v1.0.0");
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (text: string, file = "openapi.yaml") => writeFileSync(join(folder, file), text);
const change = (from: string, to: string) => write(CONTRACT.replace(from, to));

function run(command: string[]) {
  const { PATH = "", HOME = "" } = process.env;
  const { exitCode, stdout, stderr } = Bun.spawnSync(command, {
    cwd: folder,
    env: { PATH, HOME },
    stdout: "pipe",
    stderr: "pipe",
  });
  return { exitCode, told: linesOf(stdout), warned: linesOf(stderr) };
}

const linesOf = (output: Buffer) => output.toString().split("\n").filter(Boolean);

function git(...args: string[]): void {
  const identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false"];
  const { exitCode, warned } = run(["git", ...identity, ...args]);
  expect({ exitCode, warned: exitCode === 0 ? [] : warned }).toEqual({ exitCode: 0, warned: [] });
}

/** Commits all, and tags it where a name is given. */
function commit(tag?: string): void {
  git("add", "--all");
  git("commit", "--quiet", "--message", "A change");
  if (tag) git("tag", tag);
}

const gate = (...flags: string[]) => run([process.execPath, MAIN, "--contract", "openapi.yaml", ...flags]);

const OWNER = "breaking Owner in answers /properties/name/maxLength: 9 -> 90 (readThing, findThing)";
const PUBLIC = "danger readThing /security: session[thing:read] -> public";
const FASTER = "notice x-rate-limits /standard/address: 1200/min -> 1300/min (readThing, findThing)";
const ALL = CONTRACT.replace("maxLength: 9", "maxLength: 90")
  .replace("[{ session: [thing:read] }]", "[]")
  .replace("1200/min", "1300/min");

describe("the exit code", () => {
  test(
    "0 without a word where nothing changed",
    () => expect(gate()).toEqual({ exitCode: 0, told: [], warned: [] }),
    TIMEOUT_MS,
  );

  test(
    "1 where something breaks or endangers: each with file and line of the working tree, the gravest first",
    () => {
      write(ALL);
      const { exitCode, told, warned } = gate();
      expect(told).toEqual([
        `${at("maxLength: 9")} ${OWNER}`,
        `${at("security: [{")} ${PUBLIC}`,
        `${at("1200/min")} ${FASTER}`,
      ]);
      expect(warned).toEqual([expect.stringMatching(/^2 of these would harm somebody who relies on v1\.0\.0\. /)]);
      expect(exitCode).toBe(1);
    },
    TIMEOUT_MS,
  );

  test(
    "0 where there is nothing graver than a notice",
    () => {
      change("1200/min", "1300/min");
      expect(gate()).toEqual({ exitCode: 0, told: [`${at("1200/min")} ${FASTER}`], warned: [] });
    },
    TIMEOUT_MS,
  );

  test(
    "2 where the contract itself is refused, with its faults",
    () => {
      change("rateLimit: standard", "rateLimit: standart");
      const { exitCode, told, warned } = gate();
      expect({ exitCode, told }).toEqual({ exitCode: 2, told: [] });
      expect(warned[0]).toStartWith("openapi.yaml:17:30 x-rate-limits has no `standart`.");
    },
    TIMEOUT_MS,
  );
});

describe("a place is found", () => {
  const placeOf = (from: string, to: string) => {
    change(from, to);
    return gate().told;
  };

  test(
    "through allOf and the $ref of a part",
    () =>
      expect(placeOf("maximum: 10", "maximum: 11")).toEqual([
        `${at("maximum: 10")} breaking Thing in answers /properties/size/maximum: 10 -> 11 (readThing, findThing)`,
      ]),
    TIMEOUT_MS,
  );

  test(
    "through oneOf",
    () =>
      expect(placeOf("minimum: 5", "minimum: 0")).toEqual([
        `${at("minimum: 5")} breaking Thing in answers /properties/price/properties/cents/minimum: 5 -> 0 (readThing, findThing)`,
      ]),
    TIMEOUT_MS,
  );

  test(
    "of a parameter that stands at its path",
    () =>
      expect(placeOf("maxLength: 20", "maxLength: 10")).toEqual([
        `${at("name: color")} breaking readThing /parameters/query.color/schema/maxLength: 20 -> 10`,
      ]),
    TIMEOUT_MS,
  );

  test(
    "of what is gone: where it would have stood",
    () =>
      expect(placeOf("\n          maxLength: 9", "")).toEqual([
        `${at("name:\n")} breaking Owner in answers /properties/name/maxLength: 9 -> absent (readThing, findThing)`,
      ]),
    TIMEOUT_MS,
  );
});

describe("a reviewed exception", () => {
  const OWNER_ID = "Owner in answers /properties/name/maxLength: 9 -> 90";
  const PUBLIC_ID = "readThing /security: session[thing:read] -> public";

  test(
    "lets its change pass, and is told with it",
    () => {
      write(ALL);
      write(
        `# Reviewed\n\n${OWNER_ID} [2026-11-25] Nobody stores names.\n${PUBLIC_ID} [2026-11-24] It is public.\n`,
        EXCEPTIONS,
      );
      expect(gate()).toEqual({
        exitCode: 0,
        told: [
          `${at("maxLength: 9")} ${OWNER} [reviewed 2026-11-25: Nobody stores names.]`,
          `${at("security: [{")} ${PUBLIC} [reviewed 2026-11-24: It is public.]`,
          `${at("1200/min")} ${FASTER}`,
        ],
        warned: [],
      });
    },
    TIMEOUT_MS,
  );

  test(
    "does not cover another value in the same place",
    () => {
      change("maxLength: 9", "maxLength: 99");
      write(`${OWNER_ID} [2026-11-25] Nobody stores names.\n`, EXCEPTIONS);
      expect(gate().exitCode).toBe(1);
    },
    TIMEOUT_MS,
  );

  test(
    "that matches nothing is stale, and named",
    () => {
      write(`# Reviewed\n${OWNER_ID} [2026-11-25] Nobody stores names.\n`, EXCEPTIONS);
      const { exitCode, told, warned } = gate();
      expect({ exitCode, told }).toEqual({ exitCode: 0, told: [] });
      expect(warned).toEqual([
        expect.stringMatching(/^\.contract-exceptions:2 This is stale.*v1\.0\.0 is `Owner in answers/),
      ]);
    },
    TIMEOUT_MS,
  );

  test.each([
    ["a reason", `${OWNER_ID} [2026-11-25]`],
    ["a date", `${OWNER_ID} Nobody stores names.`],
    ["a day that exists", `${OWNER_ID} [2026-02-30] Nobody stores names.`],
  ])(
    "is refused without %s",
    (_, line) => {
      change("maxLength: 9", "maxLength: 90");
      write(`${line}\n`, EXCEPTIONS);
      const { exitCode, told, warned } = gate();
      expect({ exitCode, told }).toEqual({ exitCode: 2, told: [`${at("maxLength: 9")} ${OWNER}`] });
      expect(warned[0]).toStartWith(".contract-exceptions:1 This is not an exception: write the change");
    },
    TIMEOUT_MS,
  );
});

describe("the revision", () => {
  const narrower = (text: string) => text.replace("maxLength: 9", "maxLength: 90");
  const WARNED = (name: string) => [expect.stringContaining(` who relies on ${name}. `)];

  test(
    "is the one that is given",
    () => {
      write(ALL);
      commit();
      expect(gate("--base", "HEAD")).toEqual({ exitCode: 0, told: [], warned: [] });
      expect(gate("--base", "HEAD~1").warned).toEqual(WARNED("HEAD~1"));
      expect(gate("--base=--all")).toMatchObject({
        exitCode: 2,
        warned: [expect.stringContaining("no revision `--all`")],
      });
    },
    TIMEOUT_MS,
  );

  test(
    "is the last release otherwise",
    () => {
      write(narrower(CONTRACT));
      commit("v1.1.0");
      git("tag", "nightly");
      write(ALL);
      const { told, warned } = gate();
      expect(told).toEqual([`${at("security: [{")} ${PUBLIC}`, `${at("1200/min")} ${FASTER}`]);
      expect(warned).toEqual(WARNED("v1.1.0"));
    },
    TIMEOUT_MS,
  );

  test(
    "is where a branch left the base branch, in CI",
    () => {
      write(narrower(CONTRACT));
      commit();
      git("switch", "--quiet", "--create", "loosen");
      write(ALL);
      commit();
      git("switch", "--quiet", "main");
      write(CONTRACT);
      commit();
      git("switch", "--quiet", "loosen");
      const { told, warned } = gate("--ci");
      expect(told).toEqual([`${at("security: [{")} ${PUBLIC}`, `${at("1200/min")} ${FASTER}`]);
      expect(warned).toEqual(WARNED("main"));
      git("update-ref", "refs/remotes/origin/main", "v1.0.0");
      expect(gate("--ci").warned).toEqual(WARNED("origin/main"));
    },
    TIMEOUT_MS,
  );

  test(
    "is the last release on the base branch itself, in CI",
    () => {
      write(ALL);
      commit();
      expect(gate("--ci").warned).toEqual(WARNED("v1.0.0"));
      git("tag", "--delete", "v1.0.0");
      expect(gate("--ci")).toEqual({ exitCode: 0, told: [], warned: [] });
    },
    TIMEOUT_MS,
  );

  test(
    "has to be given where there is no release",
    () => {
      git("tag", "--delete", "v1.0.0");
      const { exitCode, warned } = gate();
      expect(exitCode).toBe(2);
      expect(warned).toEqual([
        expect.stringMatching(/no tag that begins with v: give .* make contract-diff BASE=HEAD~1\.$/),
      ]);
    },
    TIMEOUT_MS,
  );

  test(
    "is named where its contract is refused, or where it has none",
    () => {
      change("tags: [Things]", "tags: []");
      commit("v1.1.0");
      write(CONTRACT);
      expect(gate()).toMatchObject({ exitCode: 2, told: [] });
      expect(gate().warned).toEqual([
        expect.stringMatching(/^v1\.1\.0:openapi\.yaml:\d+:\d+ /),
        "What v1.1.0 says is refused by today's compiler: compare with a later revision.",
      ]);
      git("mv", "openapi.yaml", "other.yaml");
      commit("v1.2.0");
      write(CONTRACT);
      expect(gate()).toMatchObject({
        exitCode: 2,
        warned: ["There is no openapi.yaml at v1.2.0: compare with a later revision."],
      });
    },
    TIMEOUT_MS,
  );
});
