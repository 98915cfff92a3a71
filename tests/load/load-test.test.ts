/** What make load-test makes of the samples: rows, verdicts, the table, the page. And which program it takes. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Measurements } from "../../load/load-test/measurements";
import { findProgram, runScript } from "../../load/load-test/program";
import { reportOf } from "../../load/load-test/report";
import { type Ended, isHeld, resultOf, type ScriptResult } from "../../load/load-test/results";
import { readSamples, type Sample } from "../../load/load-test/samples";
import { crossedOf, tableOf } from "../../load/load-test/table";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "load-test-"));
});

afterAll(() => rm(folder, { recursive: true }));

const point = (metric: string, value: number, tags: Record<string, string>, second = 0) =>
  JSON.stringify({ metric, type: "Point", data: { time: `2026-11-25T12:00:0${second}.5Z`, value, tags } });

interface Given {
  script?: Ended["script"];
  exitCode?: number;
  lines?: string[];
  metrics?: object;
}

/** What a run that wrote these lines and this summary comes to. */
async function result({ script = "smoke", exitCode = 0, lines = [], metrics = {} }: Given): Promise<ScriptResult> {
  const [samples, summary] = [join(folder, "samples.json.gz"), join(folder, "summary.json")];
  await Bun.write(samples, gzipSync(`${lines.join("\n")}\n`));
  await Bun.write(summary, JSON.stringify({ metrics }));
  return resultOf({ script, seconds: 1, exitCode, samples, summary });
}

describe("samples", () => {
  test("come out of a file of k6's, without those that nobody asks for", async () => {
    const path = join(folder, "k6.json.gz");
    const lines = [
      // As k6 writes them: metrics are named before their first value, and times have nanoseconds and a zone.
      '{"type":"Metric","data":{"name":"http_req_duration","type":"trend","contains":"time"},"metric":"http_req_duration"}',
      '{"metric":"http_req_duration","type":"Point","data":{"time":"2026-11-25T13:00:00.123456789+01:00","value":4.2,"tags":{"operation":"getMe"}}}',
      '{"metric":"http_req_blocked","type":"Point","data":{"time":"2026-11-25T13:00:00.1+01:00","value":0,"tags":{}}}',
      '{"metric":"cache_hits","type":"Point","data":{"time":"2026-11-25T12:00:01Z","value":1,"tags":null}}',
    ];
    await Bun.write(path, gzipSync(`${lines.join("\n")}\n`));
    expect(await Array.fromAsync(readSamples(path))).toEqual([
      {
        metric: "http_req_duration",
        atMs: Date.UTC(2026, 10, 25, 12, 0, 0, 123),
        value: 4.2,
        tags: { operation: "getMe" },
      },
      { metric: "cache_hits", atMs: Date.UTC(2026, 10, 25, 12, 0, 1), value: 1, tags: {} },
    ]);
  });

  test("become rows by operation, by coding and by second", () => {
    const measurements = new Measurements();
    const add = (metric: Sample["metric"], value: number, tags: Record<string, string>, second = 0) =>
      measurements.add({ metric, value, tags, atMs: second * 1000 });
    for (let ms = 1; ms <= 100; ms++) add("http_req_duration", ms, { operation: "getMe" }, ms > 50 ? 7 : 5);
    for (const failed of [0, 1, 0]) add("http_req_failed", failed, { operation: "getMe" });
    for (const hit of [1, 1, 1, 0]) add("cache_hits", hit, { operation: "getMe" });
    add("bytes_saved", 700, { operation: "getMe", saved_by: "not_modified" });
    add("bytes_saved", 300, { operation: "getMe", coding: "br" });
    add("size_ratio", 0.2, { operation: "getMe", coding: "br" });
    add("size_ratio", 0.4, { operation: "getMe", coding: "br" });
    add("http_req_duration", 400, { operation: "createSession" }, 5);
    expect(measurements.operations).toEqual([
      {
        operation: "getMe",
        requests: 100,
        p50Ms: 50.5,
        p95Ms: 95.05,
        p99Ms: expect.closeTo(99.01, 6),
        errors: 1,
        hitRatio: 0.75,
        bytesSaved: 1000,
      },
      {
        operation: "createSession",
        requests: 1,
        p50Ms: 400,
        p95Ms: 400,
        p99Ms: 400,
        errors: 0,
        hitRatio: null,
        bytesSaved: 0,
      },
    ]);
    expect(measurements.codings).toEqual([
      { coding: "br", sizeRatio: expect.closeTo(0.3, 6), p50Ms: 0, p95Ms: 0, bytesSaved: 300 },
    ]);
    expect(measurements.timeline.map(({ second, requests, p50Ms }) => [second, requests, p50Ms])).toEqual([
      [0, 50, 25.5],
      [2, 50, 75.5],
    ]);
  });
});

describe("a script's verdict", () => {
  test("is that of its thresholds, each with the value that it was about", async () => {
    const metrics = {
      "http_req_duration{operation:getMe}": {
        values: { avg: 3, "p(95)": 61.5 },
        thresholds: { "p(95)<50": { ok: false }, "avg<5": { ok: true } },
      },
      http_reqs: { values: { count: 3 } },
    };
    const crossed = await result({ exitCode: 99, metrics });
    expect(crossed.thresholds).toEqual([
      { metric: "http_req_duration{operation:getMe}", expression: "p(95)<50", value: 61.5, ok: false },
      { metric: "http_req_duration{operation:getMe}", expression: "avg<5", value: 3, ok: true },
    ]);
    expect([isHeld(crossed), crossedOf([crossed])]).toEqual([
      false,
      ["smoke: http_req_duration{operation:getMe} p(95)<50, came 61.5"],
    ]);
  });

  test.each([107, 105, 104, 1])("is a failure where it ended with %d, whatever it wrote before", async (exitCode) => {
    const failed = await result({
      exitCode,
      metrics: { checks: { values: { rate: 1 }, thresholds: { "rate==1": { ok: true } } } },
    });
    expect(failed).toMatchObject({ failure: `ended with the exit code ${exitCode}`, thresholds: [] });
    expect(isHeld(failed)).toBeFalse();
  });

  const lists = (small: number, large: number) =>
    ["listAuditEvents", "listMembers"].flatMap((operation) => [
      point("http_req_duration", small, { operation, size: "small" }),
      point("http_req_duration", operation === "listMembers" ? large : small, { operation, size: "large" }),
    ]);

  test.each([
    [10, 13, true],
    [10, 13.1, false],
    [10, 4, true],
  ])("of lists asks that p95 grows from %d to no more than 1.3 times that: %d", async (small, large, held) => {
    const compared = await result({ script: "lists", lines: lists(small, large) });
    expect(isHeld(compared)).toBe(held);
    expect(compared.thresholds.at(-1)).toEqual({
      metric: "p95_ratio{operation:listMembers,size:large/small}",
      expression: "ratio<=1.3",
      value: large / small,
      ok: held,
    });
  });

  test("of lists that nobody measured is no", async () => {
    expect(isHeld(await result({ script: "lists", lines: lists(10, 10).slice(0, 3) }))).toBeFalse();
  });
});

describe("what is written", () => {
  const metrics = {
    "http_req_duration{operation:getMe}": { values: { "p(95)": 61.5 }, thresholds: { "p(95)<50": { ok: false } } },
    "cache_hits{operation:getMe}": { values: { rate: 0.75 }, thresholds: { "rate>0.5": { ok: true } } },
    "leaks<script>": { values: { count: 0 }, thresholds: { "count==0": { ok: true } } },
  };
  const lines = [
    ...[0, 1, 2, 3].map((second) => point("http_req_duration", 20 + second, { operation: "getMe" }, second)),
    point("cache_hits", 1, { operation: "getMe" }),
    point("bytes_saved", 3_500_000, { operation: "getMe" }),
    point("size_ratio", 0.2, { operation: "getMe", coding: "br" }),
  ];

  test("a table with a row for each operation, and one for what is about all of them", async () => {
    const [head, row, rest] = tableOf([await result({ exitCode: 99, lines, metrics })]).split("\n");
    const cells = (line = "") => line.split(/\s{2,}/);
    expect(cells(head)).toHaveLength(10);
    expect(cells(row)).toEqual([
      "smoke",
      "getMe",
      "4",
      "21.5",
      "22.9",
      "23.0",
      "0",
      "100.0 %",
      "3.3 MiB",
      "1 of 2 FAILED",
    ]);
    expect(cells(rest)).toEqual(["smoke", "all of it", "4", "1 ok"]);
  });

  test("a page that loads nothing, runs nothing, and shows a name as it is", async () => {
    const machine = { cpu: "A <b>cpu</b>", cores: 2, system: "linux", bun: "1" };
    const run = { machine, date: "2026-11-25T12:00:00.000Z", words: "k6 v2 & more" };
    const page = reportOf(run, [await result({ exitCode: 99, lines, metrics })]);
    expect(page).toStartWith("<!doctype html>");
    expect(page).toContain("1 of 3 thresholds crossed");
    expect(page).toContain("A &lt;b&gt;cpu&lt;/b&gt;");
    expect(page).toContain("k6 v2 &amp; more");
    expect(page).toContain("leaks&lt;script&gt;");
    expect(page.match(/<svg /g)?.length).toBeGreaterThanOrEqual(5);
    expect(page).not.toMatch(/<script|<link|<img|https?:|url\(|@import|NaN|undefined|Infinity/);
  });

  test("a page says of a script that did not end that it did not", async () => {
    const machine = { cpu: "a", cores: 2, system: "linux", bun: "1" };
    const page = reportOf({ machine, date: "2026-11-25T12:00:00.000Z", words: "k6" }, [
      await result({ exitCode: 107 }),
    ]);
    expect(page).toContain("1 script did not end as it should");
    expect(page).toContain("ended with the exit code 107");
  });
});

describe("the program", () => {
  /** Says what it is asked for, and writes what a k6 would. */
  const FAKE = `#!/bin/sh
if [ "$1" = version ]; then echo "k6 v2.3.0 (go1.26, linux/amd64)"; exit 0; fi
for word in "$@"; do echo "$word"; done
echo "$K6_NEW_MACHINE_READABLE_SUMMARY $K6_NO_USAGE_REPORT" >&2
exit 99
`;

  test("is k6 where it is on the PATH, which gets the words that it knows", async () => {
    const bin = join(folder, "bin");
    await Bun.write(join(bin, "k6"), FAKE);
    await chmod(join(bin, "k6"), 0o755);
    const program = findProgram(bin);
    expect(program).toEqual({ name: "k6", words: "k6 v2.3.0", command: [join(bin, "k6")] });
    const [samples, log] = [join(folder, "samples.json.gz"), join(folder, "log")];
    const { signal } = new AbortController();
    const exitCode = await runScript(program, { script: "smoke", env: { A: "b c" }, samples, log, signal });
    expect(exitCode).toBe(99);
    const lines = (await Bun.file(log).text()).trim().split("\n");
    expect(lines.filter((line) => line !== "false true")).toEqual([
      "run",
      "-e",
      "A=b c",
      "--out",
      `json=${samples}`,
      expect.stringMatching(/\/load\/smoke\.js$/),
    ]);
    expect(lines).toContain("false true");
  });

  test("is the stand-in where it is not", () => {
    expect(findProgram(folder)).toMatchObject({ name: "stand-in", words: expect.stringContaining("not on the PATH") });
  });

  test("is ended when everything is to stop", async () => {
    const path = join(folder, "endless", "k6");
    await Bun.write(path, '#!/bin/sh\ntrap "exit 105" TERM\necho begun > "$0.begun"\nwhile :; do sleep 0.01; done\n');
    await chmod(path, 0o755);
    const stop = new AbortController();
    const { signal } = stop;
    const program = { name: "k6", words: "k6", command: [path] } as const;
    const running = runScript(program, { script: "smoke", env: {}, samples: "", log: join(folder, "log"), signal });
    while (!(await Bun.file(`${path}.begun`).exists()));
    stop.abort();
    expect(await running).toBe(105);
  });
});
