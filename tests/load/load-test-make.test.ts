/** make load-test, as a developer calls it: the scripts against the product itself, on a small database. */
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { Checkout } from "../support/checkout";

// PostgreSQL, the server and a minute of load in part, on a machine that does other things too.
setDefaultTimeout(180_000);

/** Enough for each list to have more than a page. */
const EVENTS = "--events 2000";

let checkout: Checkout;

beforeAll(async () => {
  checkout = await Checkout.copy();
});

afterAll(() => checkout[Symbol.asyncDispose]());

interface Threshold {
  metric: string;
  expression: string;
  ok: boolean;
}

/** Those that a script crossed, but for times: a busy machine has others. */
async function crossed(): Promise<string[]> {
  const written = Bun.file(join(checkout.path, "load/results/load-test.json"));
  const { results } = (await written.json()) as {
    results: { script: string; failure: unknown; thresholds: Threshold[] }[];
  };
  expect(results.map(({ failure }) => failure)).toEqual(results.map(() => null));
  return results.flatMap(({ thresholds }) =>
    thresholds
      .filter(({ ok, metric }) => !ok && !/^(?:http_req_duration|p95_ratio)/.test(metric))
      .map(({ metric }) => metric),
  );
}

/** The others are about times, or take theirs. */
const QUICK = "--only smoke,caching,compression,writes";

test("the scripts hold what they say, but for times", async () => {
  const run = checkout.make("load-test", { LOAD_FLAGS: `${QUICK} ${EVENTS}`, CACHING_SECONDS: "4" });
  await run.exited;
  expect(run.output).toMatch(/^Load is sent by .*\.$/m);
  expect(await crossed()).toEqual([]);
  expect(await Bun.file(join(checkout.path, "load/results/load-test.html")).text()).toContain("<svg");
  expect(await checkout.left()).toEqual([]);
});

test("with CACHE=off the hit ratio of each kept operation is crossed, and make fails", async () => {
  const flags = `--only caching ${EVENTS}`;
  const run = checkout.make("load-test", { LOAD_FLAGS: flags, CACHING_SECONDS: "2", CACHE: "off" });
  expect(await run.exited).toBe(2);
  const metrics = await crossed();
  expect(metrics).toContain("cache_hits{operation:listMembers,flow:normal}");
  expect(metrics.filter((metric) => !metric.startsWith("cache_hits{"))).toEqual([]);
  expect(run.output).toContain("Crossed:");
});

test("Ctrl-C ends the server, the database and the load", async () => {
  const run = checkout.make("load-test", { LOAD_FLAGS: `--only smoke --serve ${EVENTS}` });
  const serving = await run.line(/-e BASE_URL=(\S+)/);
  expect(await fetch(`${serving[1]}/health/ready`)).toMatchObject({ status: 200 });
  run.signal("SIGINT");
  await run.exited;
  expect(await checkout.left()).toEqual([]);
});

test("a product that ends by itself ends the load, and make fails", async () => {
  const run = checkout.make("load-test", { LOAD_FLAGS: `--only soak --minutes 10 ${EVENTS}` });
  await run.line(/^soak: /m);
  process.kill(Number(await Bun.file(join(checkout.path, ".data/load-test/server.pid")).text()), "SIGKILL");
  expect(await run.exited).toBe(2);
  expect(run.output).toContain("The product ended by itself. Its last words are in load/results/load-test/server.log.");
  expect(await checkout.left()).toEqual([]);
});

test.each([
  ["--only nothing", "--only takes smoke,caching"],
  ["--minutes 0", "--minutes is a number up to"],
])("%s is refused before anything starts", async (flags, words) => {
  const run = checkout.make("load-test", { LOAD_FLAGS: flags });
  expect(await run.exited).toBe(2);
  expect(run.output).toContain(words);
});
