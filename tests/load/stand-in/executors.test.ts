/**
 * Who does iterations when: each executor against a real server that counts and may hold its answers back. What must reach
 * the server before its time is over has half a second and more, on a machine that runs other tests too.
 */
import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { IMPORTS, run } from "./runs";

let asked = 0;
let atOnce = 0;
let mostAtOnce = 0;

const server = Bun.serve({
  port: 0,
  async fetch(request) {
    asked++;
    atOnce++;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    if (new URL(request.url).pathname === "/never")
      await new Promise((end) => request.signal.addEventListener("abort", end));
    atOnce--;
    return new Response("ok");
  },
});

beforeEach(() => {
  asked = 0;
  atOnce = 0;
  mostAtOnce = 0;
});

afterAll(() => server.stop(true));

/** Each iteration asks once. */
const script = (scenario: object, path = "/") => `${IMPORTS}
export const options = { scenarios: { one: ${JSON.stringify(scenario)} } };
export default async function () {
  const { name, iterationInTest } = exec.scenario;
  await http.asyncRequest("GET", "http://localhost:${server.port}${path}", null, {
    tags: { user: String(__VU), iteration: String(__ITER), inTest: String(iterationInTest), name },
  });
}`;

const usersOf = (ran: Awaited<ReturnType<typeof run>>) =>
  ran.samples.filter(({ metric }) => metric === "http_reqs").map(({ tags }) => tags.user);

describe("iterations", () => {
  test("per-vu-iterations: each user does its own", async () => {
    const ran = await run(script({ executor: "per-vu-iterations", vus: 3, iterations: 4 }));
    expect([ran.exitCode, asked]).toEqual([0, 12]);
    expect(usersOf(ran).toSorted()).toEqual(["1", "2", "3"].flatMap((user) => [user, user, user, user]));
    expect(ran.values("iterations")).toHaveLength(12);
    expect(ran.values("iteration_duration")).toHaveLength(12);
  });

  test("shared-iterations: all users together do them, each numbered once", async () => {
    const ran = await run(script({ executor: "shared-iterations", vus: 3, iterations: 10 }));
    const numbers = ran.samples.filter(({ metric }) => metric === "http_reqs").map(({ tags }) => Number(tags.inTest));
    expect(numbers.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(usersOf(ran)).size).toBe(3);
  });

  test("without scenarios the default function runs once", async () => {
    const ran = await run(`${IMPORTS}export default () => {};`);
    expect([ran.exitCode, ran.values("iterations")]).toEqual([0, [1]]);
  });

  test("they end when their time is over, and what runs on after the grace is interrupted", async () => {
    const scenario = {
      executor: "per-vu-iterations",
      vus: 2,
      iterations: 5,
      maxDuration: "500ms",
      gracefulStop: "50ms",
    };
    const ran = await run(script(scenario, "/never"));
    expect([ran.exitCode, asked, ran.values("iterations"), ran.values("http_reqs")]).toEqual([0, 2, [], []]);
  });
});

describe("numbers of users", () => {
  test("constant-vus: all of them ask at once, until the time is over", async () => {
    const ran = await run(script({ executor: "constant-vus", vus: 4, duration: "1s", gracefulStop: "0s" }, "/never"));
    expect([ran.exitCode, asked, mostAtOnce]).toEqual([0, 4, 4]);
  });

  test("constant-vus: iterations that wait for nothing end with the time, too", async () => {
    const ran = await run(`${IMPORTS}
      export const options = { scenarios: { one: { executor: "constant-vus", vus: 2, duration: "100ms" } } };
      export default () => {};`);
    expect(ran.exitCode).toBe(0);
    expect(ran.values("iterations").length).toBeGreaterThan(10);
  });

  test("ramping-vus: users are added, and those who go are interrupted after their grace", async () => {
    const stages = [
      { duration: "500ms", target: 3 },
      { duration: "500ms", target: 3 },
      { duration: "200ms", target: 0 },
      { duration: "200ms", target: 2 },
      { duration: "600ms", target: 2 },
    ];
    const scenario = { executor: "ramping-vus", startVUs: 0, stages, gracefulRampDown: "0s", gracefulStop: "0s" };
    const ran = await run(script(scenario, "/never"));
    expect([ran.exitCode, mostAtOnce, asked]).toEqual([0, 3, 5]);
  });

  test("ramping-vus: a place that is filled again within its grace goes on with its iteration", async () => {
    const stages = [
      { duration: "0s", target: 2 },
      { duration: "300ms", target: 1 },
      { duration: "300ms", target: 2 },
    ];
    const scenario = { executor: "ramping-vus", startVUs: 2, stages, gracefulRampDown: "30s", gracefulStop: "0s" };
    const ran = await run(script(scenario, "/never"));
    expect([ran.exitCode, asked]).toEqual([0, 2]);
  });
});

describe("arrivals", () => {
  test("constant-arrival-rate: as many as the rate says, whoever is free", async () => {
    const ran = await run(
      script({ executor: "constant-arrival-rate", rate: 100, duration: "500ms", preAllocatedVUs: 50 }),
    );
    expect([ran.exitCode, asked, ran.values("dropped_iterations")]).toEqual([0, 50, []]);
  });

  test("timeUnit is what the rate is for", async () => {
    const scenario = {
      executor: "constant-arrival-rate",
      rate: 10,
      timeUnit: "100ms",
      duration: "200ms",
      preAllocatedVUs: 30,
    };
    await run(script(scenario));
    expect(asked).toBe(20);
  });

  test("where nobody is free an iteration is dropped and counted", async () => {
    const scenario = {
      executor: "constant-arrival-rate",
      rate: 10,
      duration: "1s",
      preAllocatedVUs: 2,
      gracefulStop: "0s",
    };
    const ran = await run(script(scenario, "/never"));
    expect([asked, ran.values("dropped_iterations").length]).toEqual([2, 8]);
    expect(ran.summary.metrics.dropped_iterations?.values.count).toBe(8);
    const [dropped] = ran.samples.filter(({ metric }) => metric === "dropped_iterations");
    expect(dropped?.tags.scenario).toBe("one");
  });

  test("each dropped one brings another user, up to maxVUs", async () => {
    const base = { executor: "constant-arrival-rate", rate: 10, duration: "1s", gracefulStop: "0s" };
    const ran = await run(script({ ...base, preAllocatedVUs: 1, maxVUs: 4 }, "/never"));
    expect([asked, ran.values("dropped_iterations").length]).toEqual([4, 6]);
  });

  test("ramping-arrival-rate: as many as the area under the rate", async () => {
    const stages = [
      { duration: "200ms", target: 100 },
      { duration: "200ms", target: 0 },
    ];
    const scenario = { executor: "ramping-arrival-rate", startRate: 0, stages, preAllocatedVUs: 20 };
    const ran = await run(script(scenario));
    expect([asked, ran.values("dropped_iterations")]).toEqual([20, []]);
  });
});

describe("scenarios", () => {
  test("each has its function, its environment and its tags, and one that starts later gets users that are free", async () => {
    const ran = await run(
      `${IMPORTS}
      const seen = new Counter("seen");
      export const options = {
        tags: { everywhere: "yes" },
        scenarios: {
          first: { executor: "per-vu-iterations", vus: 2, exec: "first", env: { WORD: "a" }, tags: { half: "1" } },
          second: { executor: "per-vu-iterations", vus: 2, exec: "second", env: { WORD: "b" }, startTime: "100ms" },
        },
      };
      export const first = () => seen.add(1, { is: __ENV.WORD + __ENV.SHARED, by: exec.scenario.executor });
      export const second = () => seen.add(1, { is: __ENV.WORD + __ENV.SHARED, vu: String(exec.vu.idInTest) });`,
      { env: { SHARED: "!" } },
    );
    const seen = ran.samples.filter(({ metric }) => metric === "seen").map(({ tags }) => tags);
    expect(seen).toHaveLength(4);
    expect(seen[0]).toMatchObject({
      is: "a!",
      by: "per-vu-iterations",
      half: "1",
      scenario: "first",
      everywhere: "yes",
    });
    expect(seen[2]).toMatchObject({ is: "b!", scenario: "second", everywhere: "yes" });
    expect(
      seen
        .slice(2)
        .map(({ vu }) => Number(vu))
        .toSorted(),
    ).toEqual([1, 2]);
  });

  test.each([
    ["an executor that k6 has not", { one: { executor: "no-such" } }, "no executor of k6: no-such"],
    ["a word that its executor has not", { one: { executor: "constant-vus", duration: "1s", rate: 3 } }, "has rate"],
    ["a time that is none", { one: { executor: "constant-vus", duration: "soon" } }, '"soon" is not a time'],
    ["a function that is not there", { one: { executor: "shared-iterations", exec: "gone" } }, "no function gone"],
    ["no users", { one: { executor: "constant-vus", vus: 0, duration: "1s" } }, "1 to 10000 users"],
  ])("with %s nothing runs, and the exit code is 104", async (_, scenarios, words) => {
    const ran = await run(
      `export const options = { scenarios: ${JSON.stringify(scenarios)} }; export default () => {};`,
    );
    expect([ran.exitCode, ran.lines]).toEqual([104, [expect.stringContaining(words)]]);
  });

  test("an option that only k6 knows is refused, so that nobody believes it holds", async () => {
    const ran = await run("export const options = { rps: 5 }; export default () => {};");
    expect([ran.exitCode, ran.lines]).toEqual([104, [expect.stringContaining("The option rps")]]);
  });
});
