/** The program, as make load-test runs it. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const PROGRAM = join(import.meta.dir, "../../../load/stand-in/main.ts");

let folder: string;
let onAsked = () => {};
const server = Bun.serve({
  port: 0,
  fetch() {
    onAsked();
    return new Response("ok");
  },
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stand-in-"));
});

afterAll(async () => {
  server.stop(true);
  await rm(folder, { recursive: true });
});

async function start(script: string, ...args: string[]) {
  const path = join(folder, "script.js");
  await Bun.write(path, script);
  const child = Bun.spawn([process.execPath, PROGRAM, ...args, path], { stdout: "pipe", stderr: "pipe" });
  const ended = async () => ({
    exitCode: await child.exited,
    out: await child.stdout.text(),
    said: await child.stderr.text(),
  });
  return { child, ended };
}

const ASK = `import http from "k6/http";
  export const options = { thresholds: { http_reqs: ["count>=" + __ENV.LEAST] } };
  export default async () => { await http.asyncRequest("GET", __ENV.TARGET, null, { tags: { name: "ask" } }); };`;

test.each([
  ["1", 0, "✓ count>=1"],
  ["2", 99, "✗ count>=2"],
])("at least %s of one request ends with %d, and says which threshold it was", async (least, exitCode, line) => {
  const { ended } = await start(ASK, "run", "-e", `TARGET=${server.url}`, "-e", `LEAST=${least}`);
  const { out, ...rest } = await ended();
  expect(rest).toEqual({ exitCode, said: "" });
  expect(out).toContain(line);
});

test.each(["samples.json", "samples.json.gz"])("--out writes samples as k6 does: %s", async (name) => {
  const path = join(folder, name);
  const { ended } = await start(ASK, "run", "-e", `TARGET=${server.url}`, "-e", "LEAST=1", "--out", `json=${path}`);
  expect(await ended()).toMatchObject({ exitCode: 0 });
  const bytes = await Bun.file(path).bytes();
  const text = new TextDecoder().decode(name.endsWith(".gz") ? gunzipSync(bytes) : bytes);
  const lines = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.find(({ type, metric }) => type === "Metric" && metric === "http_req_duration")).toEqual({
    type: "Metric",
    metric: "http_req_duration",
    data: { name: "http_req_duration", type: "trend", contains: "time" },
  });
  expect(lines.find(({ type, metric }) => type === "Point" && metric === "http_req_duration")).toEqual({
    type: "Point",
    metric: "http_req_duration",
    data: {
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      value: expect.any(Number),
      tags: expect.objectContaining({ name: "ask", status: "200", method: "GET" }),
    },
  });
});

test("Ctrl-C ends it with 105 and the summary", async () => {
  const asked = new Promise<void>((resolve) => {
    onAsked = resolve;
  });
  const { child, ended } = await start(
    `import http from "k6/http";
    export default async () => {
      await http.asyncRequest("GET", __ENV.TARGET);
      await new Promise(() => {});
    };
    export const handleSummary = () => ({ stdout: "the summary" });`,
    ...["run", "-e", `TARGET=${server.url}`],
  );
  await asked;
  child.kill("SIGINT");
  expect(await ended()).toEqual({ exitCode: 105, out: "the summary", said: "Interrupted.\n" });
});

test.each([
  ["no command", []],
  ["a command that only k6 has", ["archive"]],
  ["an output that only k6 has", ["run", "--out", "csv=a.csv"]],
])("%s is refused with how to call it", async (_, args) => {
  const { ended } = await start(ASK, ...args);
  expect(await ended()).toMatchObject({ exitCode: 104, said: expect.stringContaining("run [-e NAME=value]") });
});
