/** The derived Postman collection: fresh, whole, and run by newman from top to bottom against the live server. */
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { walk } from "#generated/walk";
import collection from "../../generated/postman.json";
import { postmanText } from "../../src/codegen/postman.ts";
import { type Registration, testApp } from "../support/app";
import { describedOperation, TAKES_SOMEBODY_ELSE } from "../support/published";

// The converter and newman are programs of some size, on a machine that does other things too.
setDefaultTimeout(60_000);

const ROOT = resolve(import.meta.dir, "../..");

interface Execution {
  item: { name: string };
  request: { method: string; url: { path: string[] } };
  response?: { code: number };
  assertions?: { assertion: string; error?: { message: string } }[];
}

interface Report {
  run: { executions: Execution[]; failures: { error: { message: string } }[] };
}

const app = await testApp();
let folder: string;
let report: Report;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "newman-"));
  const ada = walk.find(({ id }) => id === "createUser")?.bodies[0]?.examples[0]?.value as Registration;
  await app.register(ada);
  report = await newman(app.listen());
});
afterAll(() => rm(folder, { recursive: true }));

/** In a process of its own, as a person runs it; the server answers from this one meanwhile. */
async function newman(origin: string): Promise<Report> {
  const out = join(folder, "report.json");
  const cli = join(ROOT, "node_modules/newman/bin/newman.js");
  const reporter = ["--reporters", "json", "--reporter-json-export", out];
  const command = [
    "node",
    cli,
    "run",
    join(ROOT, "generated/postman.json"),
    "--env-var",
    `baseUrl=${origin}`,
    ...reporter,
  ];
  const child = Bun.spawn(command, { stdin: "ignore", stdout: "pipe", stderr: "pipe" });
  const [stdout, stderr] = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text()]);
  await child.exited;
  if (!(await Bun.file(out).exists())) throw new Error(`newman made no report:\n${stdout}${stderr}`);
  return Bun.file(out).json();
}

describe("generated/postman.json", () => {
  test("is what the contract says now, to the byte; else run make postman", async () => {
    expect((await Bun.file(join(ROOT, "generated/postman.json")).text()) === (await postmanText(ROOT))).toBeTrue();
  });

  test("has variables for the address and the token, and no token in it", () => {
    const variables = new Map(collection.variable.map(({ key, value }) => [key, value]));
    expect(variables.get("baseUrl")).toBe("http://localhost:3000");
    for (const [key, value] of variables) if (key !== "baseUrl") expect([key, value]).toEqual([key, ""]);
    expect(collection.auth).toMatchObject({ type: "bearer", bearer: [{ key: "token", value: "{{token}}" }] });
  });

  test("gives each request and folder an id of its own", () => {
    const ids = JSON.stringify(collection).match(/"(?:_postman_)?id":"[^"]*"/g) ?? [];
    expect(ids.length).toBeGreaterThan(walk.length);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("newman, from top to bottom", () => {
  test("logs in first and out last", () => {
    const names = report.run.executions.map(({ item }) => item.name);
    expect([names[0], names.at(-1)]).toEqual(["Log in, and keep the token", "Log out"]);
  });

  test("every operation of the public listener is called, and each once but the log-in", () => {
    const called = report.run.executions.flatMap(({ assertions = [] }) =>
      assertions.map(({ assertion }) => assertion.replace(" answers as the contract says", "")),
    );
    const callable = walk.map(({ id }) => id).filter((id) => !describedOperation(id).isInternal);
    expect(called.sort()).toEqual([...callable, "createSession"].sort());
  });

  test("every request passes", () => {
    expect(report.run.failures.map(({ error }) => error.message)).toEqual([]);
  });

  test("every request succeeds that does not take somebody else: what one of them needs of another the contract says by a link", () => {
    const excused = [...TAKES_SOMEBODY_ELSE].map((id) => describedOperation(id).summary);
    const refused = report.run.executions.filter(
      ({ item, response }) => (!response || response.code >= 300) && !excused.includes(item.name),
    );
    expect(refused.map(({ item, response }) => [item.name, response?.code])).toEqual([]);
  });
});

test("a server that answers what the contract does not say fails the run", async () => {
  const server = Bun.serve({ port: 0, fetch: () => new Response("teapot", { status: 418 }) });
  try {
    const { run } = await newman(`http://localhost:${server.port}`);
    expect(run.failures.length).toBe(run.executions.length);
  } finally {
    await server.stop(true);
  }
});
