/** A run from its options to its exit code: who sees which state, what thresholds decide, what the summary says. */
import { describe, expect, test } from "bun:test";
import { IMPORTS, run } from "./runs";

const sightings = (ran: Awaited<ReturnType<typeof run>>) =>
  ran.samples.filter(({ metric }) => metric === "sightings").map(({ tags }) => JSON.parse(tags.value!));

const SEE = `${IMPORTS}
  const sightings = new Counter("sightings");
  const see = (value) => sightings.add(1, { value: JSON.stringify(value ?? null) });
`;

const twoUsers = `export const options = { scenarios: { one: { executor: "per-vu-iterations", vus: 2, iterations: 2 } } };`;

describe("state", () => {
  test("modules, their imports too, are evaluated for each user: what one changes, no other sees", async () => {
    const ran = await run(
      `${SEE}${twoUsers}
      import { next } from "./counter.js";
      let own = 0;
      export default () => see([__VU, __ITER, ++own, next()]);`,
      { files: { "counter.js": "let count = 0; export const next = () => ++count;" } },
    );
    expect(sightings(ran).toSorted((a, b) => a[0] - b[0] || a[1] - b[1])).toEqual([
      [1, 0, 1, 1],
      [1, 1, 2, 2],
      [2, 0, 1, 1],
      [2, 1, 2, 2],
    ]);
  });

  test("what setup answers with is copied by JSON to each user, and to teardown", async () => {
    const ran = await run(`${SEE}${twoUsers}
      export const setup = async () => ({ list: [1], when: new Date(0), nothing: undefined });
      export default (data) => { data.list.push(__VU); see(data); };
      export const teardown = (data) => see(data);`);
    const seen = sightings(ran).map((data) => JSON.stringify(data));
    const withList = (...list: number[]) => JSON.stringify({ list, when: "1970-01-01T00:00:00.000Z" });
    expect(seen.slice(0, -1).toSorted()).toEqual(
      [withList(1, 1), withList(1, 1, 1), withList(1, 2), withList(1, 2, 2)].toSorted(),
    );
    expect(seen.at(-1)).toBe(withList(1));
  });

  test("the environment and files of the script are there when it begins", async () => {
    const ran = await run(
      `${SEE}const [text, bytes] = [open("./note.txt"), open("note.txt", "b")];
      export default () => see([__ENV.WORD, text, bytes.byteLength]);`,
      {
        env: { WORD: "given" },
        files: { "note.txt": "über" },
      },
    );
    expect(sightings(ran)).toEqual([["given", "über", 5]]);
  });

  test("k6/execution says who does what", async () => {
    const ran = await run(`${SEE}
      export const options = { scenarios: { some: { executor: "shared-iterations", iterations: 2, exec: "work" } } };
      export const work = () => see([
        exec.scenario.name, exec.scenario.executor, exec.scenario.iterationInTest, exec.vu.iterationInScenario,
        exec.vu.idInTest, exec.instance.vusActive, exec.instance.iterationsCompleted, exec.test.options.scenarios.some.exec,
      ]);`);
    expect(sightings(ran)).toEqual([
      ["some", "shared-iterations", 0, 0, 1, 1, 0, "work"],
      ["some", "shared-iterations", 1, 1, 1, 1, 1, "work"],
    ]);
  });
});

describe("thresholds", () => {
  const measured = (thresholds: object) => `${IMPORTS}
    const [trend, rate, gauge, counter, unused] =
      [new Trend("times", true), new Rate("hits"), new Gauge("size"), new Counter("count"), new Counter("unused")];
    export const options = { thresholds: ${JSON.stringify(thresholds)} };
    export default () => {
      for (let n = 1; n <= 10; n++) {
        trend.add(n, { operation: n <= 5 ? "getMe" : "listMembers", size: "small" });
        rate.add(n > 2, { operation: "getMe" });
        gauge.add(n);
        counter.add(n);
      }
    };`;

  test.each([
    ["times", "p(95)<10", true],
    ["times", "p(95)<9.5", false],
    ["times", "avg==5.5", true],
    ["times", "med <= 5.5", true],
    ["times", "min>=2", false],
    ["times", "max!=10", false],
    ["times{operation:getMe}", "max<=5", true],
    ["times{operation:listMembers}", "min>5", true],
    ["times{operation:listMembers}", "p(50)<8", false],
    ["times{operation:getMe,size:small}", "max===5", true],
    ['times{"operation":"getMe", size: small}', "max>0", true],
    ["times{operation:getMe,size:large}", "max>0", false],
    ["hits", "rate>=0.8", true],
    ["hits{operation:getMe}", "rate>0.8", false],
    ["size", "value==10", true],
    ["count", "count==55", true],
    ["count", "rate>0", true],
    ["unused", "count>0", false],
    ["unused", "count==0", true],
  ])("%s %s: %p", async (metric, expression, ok) => {
    const ran = await run(measured({ [metric]: [expression] }));
    expect(ran.exitCode).toBe(ok ? 0 : 99);
    expect(ran.summary.metrics[metric]?.thresholds).toEqual({ [expression]: { ok } });
  });

  test("one of many that is crossed is enough", async () => {
    const ran = await run(measured({ times: ["max<11", "max<10"], hits: ["rate>0.1"] }));
    expect(ran.exitCode).toBe(99);
    expect(ran.summary.metrics.times?.thresholds).toEqual({ "max<11": { ok: true }, "max<10": { ok: false } });
  });

  test.each([
    [{ nothing: ["count>0"] }, "no metric nothing"],
    [{ times: ["p95<10"] }, '"p95<10" is not a threshold for times'],
    [{ times: ["rate<10"] }, "which is a trend"],
    [{ hits: ["count>0"] }, "which is a rate"],
    [{ size: ["max>0"] }, "which is a gauge"],
    [{ count: ["count>many"] }, "not a threshold"],
  ])("%j is refused before anything runs", async (thresholds, words) => {
    const ran = await run(measured(thresholds));
    expect([ran.exitCode, ran.lines]).toEqual([104, [expect.stringContaining(words)]]);
  });

  const endless = (threshold: object) => `${IMPORTS}
    const wrong = new Counter("wrong");
    export const options = {
      scenarios: { one: { executor: "constant-vus", duration: "6s" } },
      thresholds: { wrong: [${JSON.stringify(threshold)}] },
    };
    export default () => { if (wrong) wrong.add(1); };`;

  test("one with abortOnFail ends the run as soon as it is crossed", async () => {
    const ran = await run(endless({ threshold: "count<1", abortOnFail: true }));
    expect([ran.exitCode, ran.lines]).toEqual([99, ["Crossed: wrong count<1"]]);
    expect(ran.summary.state.testRunDurationMs).toBeLessThan(6_000);
  }, 20_000);

  test("not before its delay", async () => {
    const ran = await run(endless({ threshold: "count<1", abortOnFail: true, delayAbortEval: "1h" }));
    expect([ran.exitCode, ran.lines]).toEqual([99, []]);
    expect(ran.summary.state.testRunDurationMs).toBeGreaterThanOrEqual(6_000);
  }, 20_000);
});

describe("checks", () => {
  test("count by name and group, change no exit code, and are a rate that thresholds can ask", async () => {
    const ran = await run(`${SEE}
      export const options = { thresholds: { checks: ["rate>0.5"], "checks{kind:body}": ["rate==1"] } };
      export default () => {
        see(check({ status: 200 }, { "is 200": (r) => r.status === 200, "is 201": (r) => r.status === 201 }));
        group("inner", () => see(check(1, { "is 1": (n) => n === 1 }, { kind: "body" })));
      };`);
    expect([ran.exitCode, sightings(ran)]).toEqual([0, [false, true]]);
    expect(ran.summary.root_group.checks).toEqual([
      { name: "is 200", path: "::is 200", passes: 1, fails: 0 },
      { name: "is 201", path: "::is 201", passes: 0, fails: 1 },
      { name: "is 1", path: "::inner::is 1", passes: 1, fails: 0 },
    ]);
    const last = ran.samples.filter(({ metric }) => metric === "checks").at(-1);
    expect(last?.tags).toMatchObject({ check: "is 1", kind: "body", group: "::inner", scenario: "default" });
  });

  test("one that throws has failed, and ends its iteration", async () => {
    const ran = await run(
      `${SEE}export default () => { check(null, { "has items": (body) => body.items }); see(1); };`,
    );
    expect([ran.exitCode, sightings(ran), ran.values("checks")]).toEqual([0, [], [0]]);
  });
});

describe("what goes wrong", () => {
  test("an exception ends its iteration and no more, and is said with the place in the script", async () => {
    const ran = await run(`${SEE}${twoUsers}
export default () => { if (__ITER === 0) fail("not today"); see(__ITER); };`);
    expect([ran.exitCode, sightings(ran), ran.values("iterations")]).toEqual([0, [1, 1], [1, 1, 1, 1]]);
    expect(ran.lines).toHaveLength(2);
    expect(ran.lines[0]).toStartWith("Error: not today\n");
    const line = 1 + SEE.split("\n").length;
    expect(ran.lines[0]).toContain(`(/script.js:${line}:`);
  });

  test("a script that fails in each iteration does not fill the terminal", async () => {
    const scenarios = { one: { executor: "shared-iterations", iterations: 1000 } };
    const ran = await run(`export const options = { scenarios: ${JSON.stringify(scenarios)} };
      export default () => { throw new Error("again"); };`);
    expect(ran.lines).toHaveLength(51);
    expect(ran.values("iterations")).toHaveLength(1000);
  });

  test.each([
    ["a script that does not parse", "export default () => {", 107, "cannot be loaded"],
    ["an import that is not there", 'import "./gone.js"; export default () => {};', 107, "gone.js"],
    [
      "a module of k6 that is not in the stand-in",
      'import "k6/crypto"; export default () => {};',
      107,
      "k6/crypto is not in",
    ],
    ["a script that throws where it begins", 'throw new Error("early");', 107, "early"],
    [
      "a setup that throws",
      'export const setup = () => { throw new Error("no"); }; export default () => {};',
      107,
      "setup() failed: Error: no",
    ],
    [
      "a teardown that throws",
      'export const teardown = () => { throw new Error("no"); }; export default () => {};',
      107,
      "teardown() failed",
    ],
    [
      "a setup that takes too long",
      'export const options = { setupTimeout: "50ms" }; export const setup = () => new Promise(() => {}); export default () => {};',
      100,
      "longer than 50ms",
    ],
  ])("%s has k6's exit code", async (_, script, exitCode, words) => {
    const ran = await run(script);
    expect([ran.exitCode, ran.lines]).toEqual([exitCode, [expect.stringContaining(words)]]);
  });

  test("a metric that is made in an iteration is refused, as k6 does", async () => {
    const ran = await run(`${IMPORTS}export default () => { new Counter("late"); };`);
    expect(ran.lines).toEqual([expect.stringContaining("where the script begins")]);
  });

  test("a script ends the test with 108, after its teardown", async () => {
    const ran = await run(`${SEE}
      export const options = { scenarios: { one: { executor: "constant-vus", duration: "1h" } } };
      export default () => exec.test.abort("enough");
      export const teardown = () => see("torn down");`);
    expect([ran.exitCode, ran.lines[0], sightings(ran)]).toEqual([108, "enough", ["torn down"]]);
  });

  test("a test that a script marks as failed goes on, and ends with 110", async () => {
    const ran = await run(`${SEE}${twoUsers}export default () => { exec.test.fail("wrong"); see(1); };`);
    expect([ran.exitCode, sightings(ran)]).toEqual([110, [1, 1, 1, 1]]);
  });

  test("whoever interrupts it gets 105, the teardown and the summary", async () => {
    const stop = new AbortController();
    const server = Bun.serve({
      port: 0,
      fetch() {
        stop.abort();
        return new Response();
      },
    });
    const ran = await run(
      `${SEE}
      export const options = { scenarios: { one: { executor: "constant-vus", duration: "1h" } } };
      export default async () => {
        await http.asyncRequest("GET", "${server.url}");
        await new Promise(() => {});
      };
      export const teardown = () => see("torn down");`,
      { signal: stop.signal },
    ).finally(() => server.stop(true));
    expect([ran.exitCode, sightings(ran)]).toEqual([105, ["torn down"]]);
    expect(ran.summary.metrics).toHaveProperty("sightings");
  });
});

describe("the summary", () => {
  test("has k6's shape", async () => {
    const ran = await run(`${IMPORTS}
      const [times, hits, size] = [new Trend("times", true), new Rate("hits"), new Gauge("size")];
      export const options = { summaryTrendStats: ["avg", "p(99)", "count"] };
      export default () => { times.add(2); times.add(4); hits.add(true); hits.add(false); size.add(3); };`);
    expect(ran.summary.metrics).toMatchObject({
      times: { type: "trend", contains: "time", values: { avg: 3, "p(99)": 3.98, count: 2 } },
      hits: { type: "rate", contains: "default", values: { rate: 0.5, passes: 1, fails: 1 } },
      size: { type: "gauge", contains: "default", values: { value: 3, min: 3, max: 3 } },
      iterations: { type: "counter", contains: "default", values: { count: 1, rate: expect.any(Number) } },
    });
    expect(ran.summary.metrics.times).not.toHaveProperty("thresholds");
    expect(ran.summary.options).toEqual({ summaryTrendStats: ["avg", "p(99)", "count"] });
    expect(ran.summary.root_group).toEqual({ name: "", path: "", groups: [], checks: [] });
    expect(ran.summary.state).toMatchObject({
      testRunDurationMs: expect.any(Number),
      isStdOutTTY: expect.any(Boolean),
    });
  });
});
