/** The benchmark compares like with like: every contender answers a request with the same status and the same data. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Log } from "#lib/log";
import { serve as serveBare } from "../../load/bare";
import { groundworkAnswers } from "../../load/checked-answers";
import { probe, startLoad } from "../../load/client";
import { type Seeded, seed } from "../../load/database";
import { serve as serveGroundwork } from "../../load/groundwork";
import { rowsOf, type Samples } from "../../load/report";
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

interface Answer {
  status: number;
  body: { items?: unknown[]; nextCursor?: string | null; id?: string };
}

async function ask({ port }: Serving, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`http://localhost:${port}${path}`, init);
  return { status: response.status, body: (await response.json()) as Answer["body"] };
}

const both = (path: string, init?: RequestInit) => Promise.all([ask(groundwork, path, init), ask(bare, path, init)]);
const as = (person: "reader" | "writer") => ({ authorization: `Bearer ${seeded[person].accessToken}` });

describe("by hand and by the pipeline", () => {
  test("the trivial answer is the same", async () => {
    const [ours, theirs] = await both("/greeting");
    expect(ours).toEqual({ status: 200, body: { message: "Good day." } } as Answer);
    expect(theirs).toEqual(ours);
  });

  test("pages are the same, one after another", async () => {
    const headers = as("reader");
    let [ours, theirs] = await both("/files?limit=50", { headers });
    for (let page = 0; page < 2; page++) {
      expect(ours.status).toBe(200);
      expect(ours.body.items).toHaveLength(50);
      expect(theirs.body.items).toEqual(ours.body.items);
      const next = ({ body }: Answer) => `/files?limit=50&cursor=${body.nextCursor}`;
      [ours, theirs] = await Promise.all([
        ask(groundwork, next(ours), { headers }),
        ask(bare, next(theirs), { headers }),
      ]);
    }
  });

  test("one file is the same, and so is one that is not there", async () => {
    const [ours, theirs] = await both(`/files/${seeded.fileIds[0]}`, { headers: as("reader") });
    expect(ours).toMatchObject({ status: 200, body: { id: seeded.fileIds[0] } });
    expect(theirs).toEqual(ours);
    const answers = await both(`/files/${MADE_UP}`, { headers: as("reader") });
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });

  test("a new file is the same but for its id and time, with an audit row each", async () => {
    const body = { folderId: MADE_UP, name: "a.txt", type: "text/plain", size: 1, digest: "0".repeat(64) };
    const headers = { ...as("writer"), "content-type": "application/json" };
    const answers = await both("/files", { method: "POST", headers, body: JSON.stringify(body) });
    for (const answer of answers) expect(answer).toMatchObject({ status: 201, body });
    const [ours, theirs] = answers.map((answer) => Object.keys(answer.body).sort());
    expect(theirs).toEqual(ours!);
    const sql = database.connect({ max: 1 });
    const rows = await sql`select fields from audit_events where event = 'file.created'`.finally(() => sql.end());
    expect([...rows]).toEqual([{ fields: { "body.name": "a.txt" } }, { fields: { "body.name": "a.txt" } }]);
  });

  test.each([
    ["without a token", {}],
    ["with a token that nobody signed", { authorization: "Bearer e30.e30.e30" }],
  ])("a caller %s is refused", async (_, headers) => {
    const answers = await both("/files", { headers });
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
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
  const requestsOf = (name: string) => WORKS.find((work) => work.name === name)!.requests!(seeded);

  test("counts answers that are right", async () => {
    const requests = requestsOf("list");
    const load = await startLoad(groundwork.port, requests, await probe(groundwork.port, requests));
    while (load.answered < 100) await Promise.race([load.failed, ask(groundwork, "/greeting")]);
    load.stop();
  });

  test("fails on another status, on another length, and on what is no answer at all", async () => {
    const requests = requestsOf("trivial");
    const length = await probe(bare.port, requests);
    const failures: [Requests, number][] = [
      [{ ...requests, status: 201 }, length],
      [requests, length - 1],
      [{ ...requests, heads: ["nonsense\r\n"] }, length],
    ];
    for (const [wrong, bytes] of failures) {
      const load = await startLoad(bare.port, wrong, bytes);
      await expect(load.failed).rejects.toThrow();
      load.stop();
    }
  });

  test("does not begin with an answer that is wrong", async () => {
    const requests = { ...requestsOf("trivial"), isRight: () => false };
    await expect(probe(bare.port, requests)).rejects.toThrow("was answered 200");
  });
});

describe("the report", () => {
  test("takes ratios round by round, by what a request costs the server", () => {
    const work = { name: "list", contenders: ["bare-bun", "groundwork"], goal: { ratio: 1 } } as const;
    const sample = (cpuMicroseconds: number) => ({ requestsPerSecond: 1000, cpuMicroseconds, busy: 1 });
    const costs = { "bare-bun": [10, 20, 12], groundwork: [20, 20, 20] };
    const byContender = Object.entries(costs).map(([name, list]) => [name, list.map(sample)]);
    const samples = new Map([[work, new Map(byContender as never)]]) as unknown as Samples;
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
    ]);
  });
});
