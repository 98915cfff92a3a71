/** The benchmark compares like with like: every contender answers a request with the same status and the same data. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Log } from "#lib/log";
import { type Answers, answersOf, disagreements } from "../../load/agreement";
import { serve as serveBare } from "../../load/bare";
import { groundworkAnswers } from "../../load/checked-answers";
import { probe, startLoad } from "../../load/client";
import { peersNamed } from "../../load/contenders";
import { secondsInStat, secondsInTime } from "../../load/cpu-time";
import { type Seeded, seed } from "../../load/database";
import { serve as serveGroundwork } from "../../load/groundwork";
import { rowsOf, type Samples } from "../../load/report";
import { Server } from "../../load/server";
import type { Serving } from "../../load/setup";
import { type Requests, WORKS } from "../../load/works";
import { openTestDatabase, type TestDatabase } from "../support/database";

const quiet = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet } as unknown as Log;
const MADE_UP = "0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d";

let database: TestDatabase;
let seeded: Seeded;
let groundwork: Serving;
let bare: Serving;

beforeAll(async () => {
  database = await openTestDatabase();
  seeded = await seed(database.url, quiet);
  [groundwork, bare] = [await serveGroundwork(seeded.setup, quiet), await serveBare(seeded.setup)];
});

afterAll(async () => {
  await Promise.all([groundwork.close(), bare.close()]);
  await database.close();
});

describe("the same work", () => {
  let reference: Answers;

  beforeAll(async () => {
    reference = await answersOf(bare.port, seeded);
  });

  test("is done by our pipeline, and by each variant of the server by hand", async () => {
    const remembering = await serveBare(seeded.setup, { remember: true });
    const bunSql = await serveBare(seeded.setup, { bunSql: true });
    const servers = { groundwork, "bare-bun remembering tokens": remembering, "bare-bun with Bun.sql": bunSql };
    const differences: string[] = [];
    for (const [name, { port }] of Object.entries(servers))
      differences.push(...disagreements(name, await answersOf(port, seeded), reference));
    await Promise.all([remembering.close(), bunSql.close()]);
    expect(differences).toEqual([]);
  });

  test("is what its answers say: data where it should answer, and refusals", () => {
    const statusOf = (asked: string) => (reference.get(asked) as { status: number }).status;
    for (const asked of ["a greeting", "a page", "a short page", "the next page", "a file"])
      expect(statusOf(asked)).toBe(200);
    expect(reference.get("a page")).toMatchObject({ hasNext: true, items: { length: 50 } });
    expect(reference.get("the next page")).not.toEqual(reference.get("a short page"));
    expect(reference.get("a file that the caller has")).toEqual({ status: 304, isSame: true });
    for (const asked of ["no token", "a token that nobody signed", "an expired token", "a token of another origin"])
      expect(statusOf(asked)).toBe(401);
    expect(reference.get("one property more")).toBe(true);
    expect(reference.get("a new file")).toMatchObject({
      status: 201,
      name: "a.txt",
      files: [{ size: "1" }],
      events: [{ event: "file.created", operation: "createFile", fields: { "body.name": "a.txt" } }],
    });
  });

  test("is not done by a server that takes another origin's tokens, and each difference is a sentence", async () => {
    const astray = await serveBare({ ...seeded.setup, origin: "http://elsewhere.example" });
    const differences = disagreements("astray", await answersOf(astray.port, seeded), reference);
    await astray.close();
    expect(differences).toContain('astray, a token of another origin: {"status":200} instead of {"status":401}');
    expect(differences.some((difference) => difference.startsWith("astray, a page: "))).toBe(true);
  });

  test("is to be done even where nothing was answered", () => {
    expect(disagreements("nobody", new Map(), reference)).toHaveLength(reference.size);
  });
});

describe("the cached list", () => {
  const list = async (path: string) => {
    const headers = { authorization: `Bearer ${seeded.reader.accessToken}` };
    const response = await fetch(`http://localhost:${groundwork.port}${path}?limit=50`, { headers });
    const page = (await response.json()) as { items: { id: string }[] };
    return { items: page.items, from: response.headers.get("cache-status") };
  };

  test("is the list, and is kept until a file is added", async () => {
    const { items } = await list("/files");
    await list("/files/cached");
    expect(await list("/files/cached")).toEqual({ items, from: "groundwork; hit" });
    const created = await fetch(`http://localhost:${groundwork.port}/files`, {
      method: "POST",
      headers: { authorization: `Bearer ${seeded.reader.accessToken}`, "content-type": "application/json" },
      body: JSON.stringify({ folderId: MADE_UP, name: "a", type: "text/plain", size: 1, digest: "0".repeat(64) }),
    });
    expect(created.status).toBe(201);
    expect((await list("/files/cached")).from).not.toBe("groundwork; hit");
  });
});

describe("a contender", () => {
  test("is told by its environment what to serve, and what it used of its core is seen from outside", async () => {
    await using server = await Server.start("bare-bun", seeded.setup);
    const answers = await answersOf(server.port, seeded);
    expect(disagreements("bare-bun", answers, await answersOf(bare.port, seeded))).toEqual([]);
    expect(server.cpuSeconds()).toBeGreaterThan(0);
  });

  test("is chosen by its name or by its runtime", () => {
    expect(peersNamed("all")).toEqual(["hono", "elysia", "fastify", "express", "go", "fastapi"]);
    expect(peersNamed("none")).toEqual([]);
    expect(peersNamed("bun,go")).toEqual(["hono", "elysia", "go"]);
    expect(() => peersNamed("bun,rust")).toThrow('"rust"');
  });
});

describe("the time of a processor", () => {
  test("is read past a name with blanks and brackets", () => {
    const stat = "42 (a) b (c) S 1 42 42 0 -1 4194304 100 0 0 0 250 125 7 7 20 0 1 0 5075540 2998272 361";
    expect(secondsInStat(stat)).toBe(3.75);
  });

  test("is read from what ps says on macOS", () => {
    expect(secondsInTime("   0:01.25\n")).toBe(1.25);
    expect(secondsInTime("1:02:03.50")).toBe(3723.5);
    expect(() => secondsInTime("")).toThrow();
  });
});

describe("an answer that breaks the contract", () => {
  test("is refused by our stage, so that the comparison with Elysia is about a check that works", async () => {
    const respond = await groundworkAnswers(seeded.setup, quiet);
    const statuses = [];
    for (const id of [MADE_UP, "not an id"]) {
      const at = "2026-11-24T09:00:00.000Z";
      const file = {
        ownerId: MADE_UP,
        folderId: MADE_UP,
        name: "a",
        type: "text/plain",
        size: 1,
        digest: "0".repeat(64),
      };
      const response = await respond({ items: [{ id, ...file, createdAt: at, updatedAt: at }], nextCursor: null });
      statuses.push(response.status);
    }
    await respond.close();
    expect(statuses).toEqual([200, 500]);
  });
});

describe("the load", () => {
  const requestsOf = async (name: string, { port }: Serving): Promise<Requests> =>
    WORKS.find((work) => work.name === name)!.requests!(seeded, port);

  const answers = async ({ port }: Serving, requests: Requests) => {
    const load = await startLoad(port, requests, await probe(port, requests));
    const another = () => fetch(`http://localhost:${port}/greeting`).then((response) => response.text());
    while (load.answered < 100) await Promise.race([load.failed, another()]);
    load.stop();
  };

  test.each(["list", "not modified"])("counts answers that are right: %s", async (name) => {
    await answers(groundwork, await requestsOf(name, groundwork));
    await answers(bare, await requestsOf(name, bare));
  });

  test("fails on another status, on another length, and on what is no answer at all", async () => {
    const requests = await requestsOf("trivial", bare);
    const length = await probe(bare.port, requests);
    const failures: [Requests, number][] = [
      [{ ...requests, status: 201 }, length],
      [requests, length - 1],
      [{ ...requests, leewayBytes: 2 }, length - 3],
      [{ ...requests, heads: ["nonsense\r\n"] }, length],
    ];
    for (const [wrong, bytes] of failures) {
      const load = await startLoad(bare.port, wrong, bytes);
      await expect(load.failed).rejects.toThrow();
      load.stop();
    }
  });

  test("lets a length be off by as much as its requests say", async () => {
    const requests = { ...(await requestsOf("trivial", bare)), leewayBytes: 2 };
    const load = await startLoad(bare.port, requests, (await probe(bare.port, requests)) - 2);
    while (load.answered < 10) await Promise.race([load.failed, probe(bare.port, requests)]);
    load.stop();
  });

  test("does not begin with an answer that is wrong", async () => {
    const requests = { ...(await requestsOf("trivial", bare)), isRight: () => false };
    await expect(probe(bare.port, requests)).rejects.toThrow("was answered 200");
  });
});

describe("the report", () => {
  test("takes ratios round by round, by what a request costs the server", () => {
    const contenders = ["bare-bun", "groundwork", "go"] as const;
    const work = { name: "list", contenders, goal: { ratio: 1 } } as const;
    const sample = (cpuMicroseconds: number, round: number) => ({
      requestsPerSecond: 1000,
      cpuMicroseconds,
      busy: 1,
      round,
    });
    const samples: Samples = new Map([
      [
        work,
        new Map([
          ["bare-bun", [10, 20, 12].map(sample)],
          ["groundwork", [20, 20, 20].map(sample)],
          // Not measured in the second round.
          ["go", [sample(5, 0), sample(4, 2)]],
        ]),
      ],
    ]);
    expect(rowsOf(samples)).toMatchObject([
      { work: "list", contender: "bare-bun", ratio: 1, ratioLow: 1, ratioHigh: 1 },
      {
        work: "list",
        contender: "groundwork",
        ratio: 0.6,
        ratioLow: 0.5,
        ratioHigh: 1,
        goal: { ratio: 1, met: false },
      },
      { work: "list", contender: "go", ratio: 2.5, ratioLow: 2, ratioHigh: 3 },
    ]);
  });
});
