import { describe, expect, test } from "bun:test";
import { walk } from "#generated/walk";
import { testApp } from "../support/app";
import { ORIGIN } from "../support/client";
import { findProgram } from "../support/programs";

/** One turn of the event loop: answers in this process need none. */
const turn = () => new Promise<void>((next) => setImmediate(next));

/** The metrics as lines, by name and labels. */
async function scraped(app: Awaited<ReturnType<typeof testApp>>) {
  await turn();
  const { text } = await app.operator.call<string>("getMetrics");
  const samples = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const values = new Map(samples.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.split(" ").at(-1))]));
  return { text, value: (sample: string) => values.get(sample), samples: [...values.keys()] };
}

describe("200", () => {
  test("the internal listener answers in Prometheus's text format", async () => {
    const app = await testApp();
    const answer = await app.operator.call<string>("getMetrics");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.text).toContain("# TYPE http_requests_total counter\n");
  });

  test("promtool finds nothing to say about them", async () => {
    const app = await testApp();
    await app.person();
    const { text } = await scraped(app);
    const check = Bun.spawnSync([findProgram("promtool"), "check", "metrics"], {
      stdin: Buffer.from(text),
      stderr: "pipe",
    });
    expect([check.exitCode, check.stdout.toString() + check.stderr.toString()]).toEqual([0, ""]);
  });

  test("requests are counted and timed by operation and status class", async () => {
    const app = await testApp();
    const ada = await app.person();
    await ada.call("getMe");
    await ada.call("getMe");
    await app.anonymous.call("getMe");
    const { value } = await scraped(app);
    expect(value('http_requests_total{operation="getMe",status_class="2xx"}')).toBe(2);
    expect(value('http_requests_total{operation="getMe",status_class="4xx"}')).toBe(1);
    expect(value('http_request_duration_seconds_count{operation="getMe",status_class="2xx"}')).toBe(2);
    expect(value('http_request_duration_seconds_bucket{le="+Inf",operation="getMe",status_class="2xx"}')).toBe(2);
  });

  test("what a caller makes up is no label, whatever it asks for", async () => {
    const app = await testApp();
    for (const path of ["/nothing", "/nothing/else?operation=x", "/%22,forged=%22"])
      await app.send(new Request(`${ORIGIN}${path}`, { headers: { "user-agent": 'a"b\\c' } }));
    const { value, samples } = await scraped(app);
    expect(value('http_requests_total{operation="none",status_class="4xx"}')).toBe(3);
    const operations = new Set(samples.flatMap((sample) => /operation="([^"]*)"/.exec(sample)?.[1] ?? []));
    const known = new Set([...walk.map(({ id }) => id), "none"]);
    expect([...operations].filter((operation) => !known.has(operation))).toEqual([]);
  });

  test("passwords, caches, the pool and the build are there", async () => {
    const app = await testApp();
    const ada = await app.person();
    for (let i = 0; i < 3; i++) await ada.call("getMe");
    const { value } = await scraped(app);
    expect(value("password_work_admitted_total")).toBe(2);
    expect(value("password_work_refused_total")).toBe(0);
    expect(value('cache_hits_total{cache="access_tokens"}')).toBe(2);
    expect(value('cache_misses_total{cache="access_tokens"}')).toBe(1);
    expect(value('cache_entries{cache="session_liveness"}')).toBe(1);
    expect(value("database_pool_connections_max")).toBe(app.sql.options.max);
    expect(value(`build_info{version="1.2.3",revision="4f2a91c",bun="${Bun.version}"}`)).toBe(1);
    expect(value("process_resident_memory_bytes")).toBeGreaterThan(1_000_000);
    expect(value("process_start_time_seconds")).toBeGreaterThan(1_700_000_000);
  });

  test("what runs and what waits for a connection is counted while it does, and not after", async () => {
    const app = await testApp({ hearsAtOnce: false });
    const ada = await app.person();
    // Her session is known then, and asking for it needs no connection.
    await ada.call("getMe");
    const taken = await Promise.all(Array.from({ length: app.sql.options.max }, () => app.sql.reserve()));
    const change = ada.call("updateMe", { headers: { "if-match": '"1"' }, body: { name: "Ada King" } });
    const read = ada.call("listSessions");
    let now = await scraped(app);
    while (now.value("database_transactions_waiting") !== 1 || now.value("database_reads_in_flight") !== 1)
      now = await scraped(app);
    expect(now.value("http_requests_in_flight")).toBe(2);
    for (const connection of taken) connection.release();
    expect([(await change).status, (await read).status]).toEqual([200, 200]);
    const after = await scraped(app);
    for (const sample of ["transactions_waiting", "transactions_open", "reads_in_flight"])
      expect(after.value(`database_${sample}`)).toBe(0);
  });

  test("a turn of the event loop that takes long is seen in the lag", async () => {
    const app = await testApp();
    const slow = async () => {
      const { value } = await scraped(app);
      return value("event_loop_lag_seconds_count")! - value('event_loop_lag_seconds_bucket{le="0.25"}')!;
    };
    expect(await slow()).toBe(0);
    const until = performance.now() + 600;
    while (performance.now() < until);
    while ((await slow()) === 0);
    expect(await slow()).toBeGreaterThan(0);
  });
});

describe("404", () => {
  test("on the public listener it is exactly as unknown as any other address", async () => {
    const app = await testApp();
    const ask = async (path: string) => {
      const response = await app.send(new Request(`${ORIGIN}${path}`));
      const { requestId: _, instance: __, ...body } = (await response.json()) as Record<string, unknown>;
      const headers = [...response.headers].filter(([name]) => !["x-request-id", "traceresponse"].includes(name));
      return [response.status, body, headers];
    };
    expect(await ask("/metrics")).toEqual(await ask("/nothing"));
    const options = await app.send(new Request(`${ORIGIN}/metrics`, { method: "OPTIONS" }));
    expect(options.status).toBe(404);
  });

  test("the internal listener has the probes, and nothing of the public one", async () => {
    const app = await testApp();
    for (const probe of ["getLiveness", "getReadiness", "getStartup"])
      expect((await app.operator.call(probe)).status).toBe(200);
    expect(app.operator.call("getJwks")).rejects.toThrow("404, which is not declared");
  });
});
