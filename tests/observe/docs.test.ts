/** docs/operations.md lists what there is: no metric and no field of the log is missing in it, and none too many. */
import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { requestLine } from "#contract/log";
import { PHASES } from "#contract/record";
import { Metrics } from "../../src/modules/metrics/metrics";
import { operation, testApp } from "../contract/pipeline/support";
import { BUILD, linesOf } from "./given";

const text = readFileSync(resolve(import.meta.dir, "../../docs/operations.md"), "utf8");

/** The first cells of the rows of the table whose head is this. */
function rows(head: string): string[][] {
  const start = text.indexOf(`| ${head} |`);
  expect(start).toBeGreaterThan(0);
  const table = text.slice(start, text.indexOf("\n\n", start)).split("\n").slice(2);
  return table.map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.replaceAll("`", "").trim()),
  );
}

describe("docs/operations.md", () => {
  test("has every metric, with its type and its labels", async () => {
    const none = () => ({ hits: 1, misses: 1, entries: 1 });
    const metrics = new Metrics({
      operations: ["thing"],
      build: BUILD,
      pool: () => ({ connectionsMax: 1, reads: 0, transactions: 0, waiting: 0 }),
      passwords: () => ({ running: 0, waiting: 0, admitted: 0, refused: 0 }),
      caches: { tokens: () => ({ ...none(), bytes: 0 }) },
      jobs: {
        names: ["things.do"],
        counts: () => [{ name: "things.do", waiting: 1, active: 0, failed: 0, lateSeconds: 0 }],
      },
    });
    metrics.observeRun({ job: "things.do", jobId: "", attempt: 1, outcome: "completed", durationMs: 1 });
    const { call } = testApp([[operation("thing", "GET", "/thing"), () => ({ status: 200, body: {} })]], {
      observers: [metrics.observe],
    });
    await call("GET", "/thing");
    const exposed = await metrics.text();
    metrics.close();
    const found = [...exposed.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name = "", type]) => {
      const sample = new RegExp(`^${name}(?:_bucket)?\\{([^}]*)\\}`, "m").exec(exposed)?.[1] ?? "";
      const labels = [...sample.matchAll(/(\w+)="/g)].map(([, label]) => label).filter((label) => label !== "le");
      return [name, type, labels.join(", ")];
    });
    const shown = rows("metric | type | labels | meaning").map(([name, type, labels]) => [name, type, labels]);
    expect(shown.toSorted()).toEqual(found.toSorted() as string[][]);
  });

  test("has every field of a request's line, in its order", async () => {
    const { log, lines } = await linesOf();
    const failing = operation("fail", "GET", "/fail");
    const { call } = testApp([[failing, () => Promise.reject(new Error("x"))]], { observers: [requestLine(log)] });
    await call("GET", "/fail");
    expect(rows("field | what it says").map(([field]) => field!)).toEqual(Object.keys(lines[0]!));
  });

  test("has every phase, in its order", () => {
    expect(rows("phase | what it is spent on").map(([phase]) => phase!)).toEqual([...PHASES]);
    const [, said = ""] = rows("field | what it says").find(([field]) => field === "phasesMs")!;
    expect(said).toEndWith(PHASES.join(", "));
  });

  test("has every variable that it names in docs/configuration.md too", () => {
    const configuration = readFileSync(resolve(import.meta.dir, "../../docs/configuration.md"), "utf8");
    const named = [...text.matchAll(/`([A-Z]+_[A-Z_]+)`/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !configuration.includes(`| \`${name}\` |`))).toEqual([]);
  });
});
