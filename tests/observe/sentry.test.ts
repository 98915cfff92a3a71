import { describe, expect, test } from "bun:test";
import { createServer } from "node:net";
import { openReporting } from "../../src/observe/reporting";
import { noteBody, operation, type TestHandler, testApp } from "../contract/pipeline/support";
import { BUILD, linesOf, ORIGIN } from "./given";
import { Receiver } from "./receiver";

const PLANTED = "s3cr3t-planted-by-the-test";

/** The event of each envelope: a header, then an item's header and its payload, line by line. */
const eventsOf = ({ received }: Receiver) => received.map(({ body }) => JSON.parse(body.split("\n")[2]!));

async function reporting(receiver: { port: number }) {
  const { log } = await linesOf();
  const sentryDsn = `http://key@127.0.0.1:${receiver.port}/42`;
  return openReporting({
    build: BUILD,
    publicOrigin: ORIGIN,
    profile: "staging",
    log,
    sentryDsn,
    traces: { endpoint: null, headers: {} },
  });
}

async function failing(receiver: Receiver, handler: TestHandler) {
  const open = await reporting(receiver);
  const note = operation("changeNote", "POST", "/notes", {
    security: [{ session: [] }],
    body: noteBody,
    policy: { transaction: "none" },
  });
  const { call } = testApp([[note, handler]], { observers: open.observers });
  const answered = await call("POST", "/notes", {
    headers: {
      Authorization: `Bearer u1 ${PLANTED}`,
      Cookie: `session=${PLANTED}`,
      "User-Agent": PLANTED,
      "X-Forwarded-For": PLANTED,
    },
    json: { text: PLANTED },
  });
  await open.close();
  return answered;
}

/** As postgres.js throws it: with the row in the detail, the statement and its values. */
function databaseError(code: string, message: string) {
  const more = {
    code,
    detail: `Key (email)=(${PLANTED}) exists.`,
    where: PLANTED,
    query: PLANTED,
    parameters: [PLANTED],
  };
  return Object.assign(new Error(message), more);
}

describe("a failure of ours", () => {
  test("is reported with operation, request, trace and release, and with nothing that a caller sent", async () => {
    using receiver = new Receiver();
    const answered = await failing(receiver, (ctx, { body }) => {
      const secretOfTheHandler = body.text;
      ctx.log.info({ seen: secretOfTheHandler.length }, "read");
      throw databaseError("XX000", "the index is broken");
    });
    expect(answered.status).toBe(500);
    const [event] = eventsOf(receiver);
    expect(event).toMatchObject({
      level: "error",
      release: "1.2.3+4f2a91c",
      environment: "staging",
      transaction: "changeNote",
      user: { id: "u1" },
      tags: {
        operation: "changeNote",
        status: 500,
        error_code: "XX000",
        request_id: answered.headers.get("x-request-id"),
      },
      exception: { values: [{ type: "Error", value: "the index is broken" }] },
    });
    expect(event.tags.trace_id).toMatch(/^[0-9a-f]{32}$/);
    expect(event.exception.values[0].stacktrace.frames.at(-1).filename).toContain("sentry.test.ts");
    expect(receiver.received.map(({ body }) => body).join()).not.toContain(PLANTED);
    for (const word of ["request", "breadcrumbs", "server_name", "extra", "modules"])
      expect(event[word]).toBeUndefined();
  });

  test("of a data exception in the database says no message: PostgreSQL puts values into it", async () => {
    using receiver = new Receiver();
    await failing(receiver, () => {
      throw databaseError("22P99", `invalid input: "${PLANTED}"`);
    });
    expect(eventsOf(receiver)[0]).toMatchObject({
      exception: { values: [{ type: "Error" }] },
      tags: { error_code: "22P99" },
    });
    expect(receiver.received[0]!.body).not.toContain(PLANTED);
  });

  test("outside of any request is reported too", async () => {
    using receiver = new Receiver();
    const open = await reporting(receiver);
    open.report(new RangeError("nobody awaited me"));
    await open.close();
    expect(eventsOf(receiver)[0]).toMatchObject({
      exception: { values: [{ type: "RangeError", value: "nobody awaited me" }] },
      tags: { origin: "outside of a request" },
    });
  });
});

describe("what is not reported", () => {
  test("a refusal", async () => {
    using receiver = new Receiver();
    expect((await failing(receiver, () => ({ status: 200, body: {} }))).status).toBe(200);
    const open = await reporting(receiver);
    const { call } = testApp([], { observers: open.observers });
    expect((await call("GET", "/nothing")).status).toBe(404);
    await open.close();
    expect(receiver.received).toEqual([]);
  });

  test("a receiver that takes connections and never answers holds nobody up for long", async () => {
    const server = createServer(() => {});
    const port = await new Promise<number>((listening) => {
      server.listen(0, "127.0.0.1", () => listening((server.address() as { port: number }).port));
    });
    const open = await reporting({ port });
    for (let i = 0; i < 200; i++) open.report(new Error("again"));
    const since = performance.now();
    await open.close();
    expect(performance.now() - since).toBeLessThan(4_000);
    server.close();
  });
});
