/** How changes are known, whatever order answers come in. tests/db/cache-changes.test.ts asks a real database. */
import { describe, expect, test } from "bun:test";
import { CHANNEL, Changes, type ChangesOptions, TRUST_MS } from "#contract/cache/changes";
import type { Listen } from "#db/listen";
import { ToldChanges, until } from "./caching";

const ORGANIZATION = "0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d";

function known(options: Partial<ChangesOptions> = {}) {
  const told = new ToldChanges();
  const heard: (readonly string[] | null)[] = [];
  const complaints: unknown[] = [];
  const log = { line: (_: string, fields: object) => complaints.push(fields) } as never;
  const changes = new Changes({ sql: told.sql, log, onChanged: (tags) => heard.push(tags), ...options });
  return { told, heard, complaints, changes };
}

/** As one that has read already. */
async function reading(options: Partial<ChangesOptions> = {}) {
  const app = known(options);
  await app.changes.read();
  app.heard.length = 0;
  return app;
}

/** Answers wait from now on, and are let go one by one, in whatever order. */
function held(told: ToldChanges): (() => void)[] {
  const answers: (() => void)[] = [];
  told.hold = (answer) => answers.push(answer);
  return answers;
}

describe("changes", () => {
  test("are not known before somebody has read them, and what was before that is nobody's business", async () => {
    const { told, heard, changes } = known();
    told.change("members", ORGANIZATION);
    expect(changes.areKnown()).toBe(false);
    await changes.read();
    expect([changes.areKnown(), heard]).toEqual([true, [null]]);
  });

  test("are told with their owners, once, and each tag once", async () => {
    const { told, heard, changes } = await reading();
    told.change("members", ORGANIZATION);
    told.change("members", ORGANIZATION);
    told.change("signing_keys");
    await changes.read();
    expect(heard).toEqual([[`members ${ORGANIZATION}`, "signing_keys "]]);
    await changes.read();
    await changes.flush();
    expect(heard).toHaveLength(1);
  });

  test("are told by a flush as by a read", async () => {
    const { told, heard, changes } = await reading();
    told.change("members", ORGANIZATION);
    await changes.flush();
    expect(heard).toEqual([[`members ${ORGANIZATION}`]]);
  });

  test("are told once while an older transaction is open, and those of later ones are told meanwhile", async () => {
    const { told, heard, changes } = await reading();
    // Transaction 100 stays open; 101 and 102 are committed.
    told.changes.push({ xid: "101", tag: "members", owner: "a" });
    await changes.read();
    await changes.read();
    told.changes.push({ xid: "102", tag: "roles", owner: "a" });
    await changes.read();
    await changes.flush();
    expect(heard).toEqual([["members a"], ["roles a"]]);
    // It is committed after all of them, as the last of an order that began with it.
    told.changes.push({ xid: "100", tag: "profile", owner: "b" });
    told.horizon = 103;
    await changes.read();
    await changes.read();
    expect(heard).toEqual([["members a"], ["roles a"], ["profile b"]]);
  });

  test("of the same tag in another transaction are told again", async () => {
    const { told, heard, changes } = await reading();
    told.changes.push({ xid: "101", tag: "members", owner: "a" });
    await changes.read();
    told.changes.push({ xid: "102", tag: "members", owner: "a" });
    await changes.read();
    expect(heard).toEqual([["members a"], ["members a"]]);
  });

  test("that are too many are told as everything", async () => {
    const { told, heard, changes } = await reading();
    for (let n = 0; n < 10_001; n++) told.change("members", `${n}`);
    await changes.read();
    expect(heard).toEqual([null]);
    told.change("roles", "a");
    await changes.read();
    expect(heard).toEqual([null, ["roles a"]]);
  });

  test("that are as many as can be told are told one by one", async () => {
    const { told, heard, changes } = await reading();
    for (let n = 0; n < 10_000; n++) told.change("members", `${n}`);
    await changes.read();
    expect(heard.map((tags) => tags?.length)).toEqual([10_000]);
  });

  test("of another database are told as everything, and counted from there", async () => {
    const { told, heard, changes } = await reading();
    told.horizon = 50;
    await changes.read();
    expect(heard).toEqual([null]);
    told.change("members", "a");
    await changes.read();
    await changes.read();
    expect(heard).toEqual([null, ["members a"]]);
  });

  test("are asked for by one question for all who ask meanwhile, which begins after they asked", async () => {
    const { told, changes } = await reading();
    const answers = held(told);
    const first = changes.read();
    const others = [changes.read(), changes.read(), changes.read()];
    told.change("members", "a");
    expect(answers).toHaveLength(1);
    answers[0]!();
    await first;
    await until(() => answers.length === 2);
    answers[1]!();
    await Promise.all(others);
    expect(told.asked).toBe(3);
  });

  test("that a newer answer has told are not lost, and come to nothing worse than being told twice, when an older one comes late", async () => {
    const { told, heard, changes } = await reading();
    const answers = held(told);
    const read = changes.read();
    told.change("members", "a");
    const flush = changes.flush();
    await until(() => answers.length === 2);
    answers[1]!();
    await flush;
    expect(heard).toEqual([["members a"]]);
    answers[0]!();
    await read;
    told.hold = null;
    told.change("roles", "a");
    await changes.read();
    expect(heard.flat()).toEqual(["members a", "roles a"]);
  });
});

describe("trust", () => {
  test("is lost when an answer fails, and comes back with everything forgotten", async () => {
    const { told, heard, changes } = await reading();
    for (const ask of [changes.read, changes.flush]) {
      told.failure = new Error("gone");
      await expect(ask()).rejects.toThrow("gone");
      expect(changes.areKnown()).toBe(false);
      told.failure = null;
      told.change("members", "a");
      heard.length = 0;
      await changes.read();
      expect([changes.areKnown(), heard[0]]).toEqual([true, null]);
    }
  });

  test("does not come back with an answer that was asked for before the one that failed", async () => {
    const { told, heard, changes } = await reading();
    const answers = held(told);
    const early = changes.read();
    // What this process commits now is not in the early answer.
    told.failure = new Error("gone");
    const flush = changes.flush();
    flush.catch(() => {});
    await until(() => answers.length === 2);
    told.failure = null;
    answers[1]!();
    await expect(flush).rejects.toThrow("gone");
    answers[0]!();
    await early;
    expect(changes.areKnown()).toBe(false);
    told.hold = null;
    heard.length = 0;
    await changes.read();
    expect([changes.areKnown(), heard]).toEqual([true, [null]]);
  });

  test(
    "is lost while there is no answer, and whoever waits for one does not wait for ever",
    async () => {
      const { told, changes } = await reading();
      const answers = held(told);
      const startedAtMs = performance.now();
      await expect(changes.read()).rejects.toThrow("in time");
      expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(TRUST_MS - 1);
      expect(changes.areKnown()).toBe(false);
      told.hold = null;
      await changes.read();
      expect(changes.areKnown()).toBe(true);
      // The late answer changes nothing.
      for (const answer of answers) answer();
      expect(changes.areKnown()).toBe(true);
    },
    4 * TRUST_MS,
  );
});

/** Listens for nobody until a test says so. */
function listener() {
  const state = {
    channels: [] as string[],
    open: 0,
    notify: (_transaction?: string) => {},
    pending: null as PromiseWithResolvers<void> | null,
  };
  const listen: Listen = async (channel, onNotified) => {
    state.channels.push(channel);
    await state.pending?.promise;
    state.open++;
    state.notify = onNotified;
    return { close: async () => void state.open-- };
  };
  return { state, listen };
}

describe("by itself", () => {
  test("it looks each second, and at once when it is notified", async () => {
    const { state, listen } = listener();
    const { told, heard, changes } = known({ listen });
    await changes.start();
    expect([state.channels, state.open]).toEqual([[CHANNEL], 1]);
    const asked = told.asked;
    state.notify();
    expect(told.asked).toBe(asked + 1);
    told.change("members", "a");
    await until(() => heard.length === 2);
    expect(heard).toEqual([null, ["members a"]]);
    await changes.close();
    expect(state.open).toBe(0);
  });

  test("it looks when it is told of a transaction that it does not know, and not for one that it knows", async () => {
    const { state, listen } = listener();
    const { told, heard, changes } = known({ listen });
    await changes.start();
    told.change("members", "a");
    const [{ xid = "" } = {}] = told.changes;
    state.notify(xid);
    await until(() => heard.length === 2);
    const asked = told.asked;
    // Of this one it knows, and the next is the sign that it would have looked by now.
    state.notify(xid);
    await until(() => told.asked > asked);
    expect(told.asked).toBe(asked + 1);
    await changes.close();
  });

  test.each(["", "a word", "-1", "1.5", "0x10", " 7", "9".repeat(8_000)])(
    "it looks when somebody who may notify says %p, and lives on",
    async (said) => {
      const { state, listen } = listener();
      const { told, heard, changes } = known({ listen });
      await changes.start();
      told.change("members", "a");
      const asked = told.asked;
      state.notify(said);
      expect(told.asked).toBe(asked + 1);
      await until(() => heard.length === 2);
      await changes.close();
    },
  );

  test("it looks without a listener, too", async () => {
    const { told, heard, changes } = known();
    await changes.start();
    told.change("members", "a");
    await until(() => heard.length === 2);
    await changes.close();
  });

  test("it goes on looking when the database is gone, listens anew when it is back, and says so in the log", async () => {
    const { state, listen } = listener();
    const { told, heard, complaints, changes } = known({ listen });
    await changes.start();
    told.failure = new Error("gone");
    await until(() => complaints.length === 1);
    await until(() => state.open === 0);
    told.failure = null;
    told.change("members", "a");
    await until(() => state.open === 1);
    expect([changes.areKnown(), heard.at(-2), state.channels.length]).toEqual([true, null, 2]);
    await changes.close();
    expect(state.open).toBe(0);
  });

  test("it goes on looking while there is no connection to listen on", async () => {
    const { state, listen } = listener();
    const { told, changes } = known({ listen });
    await changes.start();
    state.pending = Promise.withResolvers();
    told.failure = new Error("gone");
    await until(() => state.open === 0);
    told.failure = null;
    await until(() => state.channels.length === 2);
    const asked = told.asked;
    await until(() => told.asked >= asked + 2);
    expect([state.channels.length, state.open]).toEqual([2, 0]);
    state.pending.resolve();
    await until(() => state.open === 1);
    await changes.close();
    expect(state.open).toBe(0);
  }, 10_000);

  test("it leaves nothing open that was being opened when it was closed", async () => {
    const { state, listen } = listener();
    const { told, changes } = known({ listen });
    await changes.start();
    const answers = held(told);
    told.failure = new Error("gone");
    await until(() => answers.length === 1);
    answers[0]!();
    await until(() => state.open === 0);
    told.failure = null;
    await until(() => answers.length === 2);
    // A look is on its way, after which it would listen.
    const closed = changes.close();
    answers[1]!();
    await closed;
    await new Promise(setImmediate);
    expect([state.channels.length, state.open]).toEqual([1, 0]);
    const asked = told.asked;
    expect(told.asked).toBe(asked);
  }, 10_000);
});
