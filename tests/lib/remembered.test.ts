import { describe, expect, test } from "bun:test";
import { Remembered } from "#lib/remembered";
import { TestClock } from "../support/app";

const BOUND_MS = 5_000;

/** Questions are answered when a test says so, in the order in which they were asked. */
function asked({ maximum = 100 } = {}) {
  const clock = new TestClock();
  const questions: (PromiseWithResolvers<string | undefined> & { key: string })[] = [];
  const remembered = new Remembered<string | undefined>({
    find: (key) => {
      const question = { key, ...Promise.withResolvers<string | undefined>() };
      questions.push(question);
      return question.promise;
    },
    clock,
    recheckAfterMs: BOUND_MS,
    maximum,
  });
  return { clock, questions, remembered };
}

/** Asks and answers. */
async function remember({ questions, remembered }: ReturnType<typeof asked>, key: string, value: string) {
  const found = remembered.find(key);
  questions.at(-1)!.resolve(value);
  return found;
}

describe("find", () => {
  test("callers at once ask one question, and get its answer", async () => {
    const { questions, remembered } = asked();
    const found = [remembered.find("a"), remembered.find("a"), remembered.find("b")];
    expect(questions.map(({ key }) => key)).toEqual(["a", "b"]);
    questions[0]!.resolve("one");
    questions[1]!.resolve("two");
    expect(await Promise.all(found)).toEqual(["one", "one", "two"]);
  });

  test("an answer is given again without a promise until the bound, counted from when it was asked for", async () => {
    const { clock, questions, remembered } = asked();
    const found = remembered.find("a");
    clock.advance(2_000);
    questions[0]!.resolve("one");
    await found;
    clock.advance(BOUND_MS - 2_001);
    expect(remembered.find("a")).toBe("one");
    clock.advance(1);
    expect(remembered.find("a")).toBeInstanceOf(Promise);
    expect(questions).toHaveLength(2);
  });

  test("that there is nothing is an answer too", async () => {
    const { questions, remembered } = asked();
    const found = remembered.find("a");
    questions[0]!.resolve(undefined);
    expect(await found).toBeUndefined();
    expect(remembered.find("a")).toBeUndefined();
    expect(questions).toHaveLength(1);
  });

  test("that there is nothing any more counts in the place of what there was", async () => {
    const memory = asked();
    const { clock, questions, remembered } = memory;
    await remember(memory, "a", "one");
    clock.advance(BOUND_MS);
    const gone = remembered.find("a");
    questions.at(-1)!.resolve(undefined);
    await gone;
    expect(remembered.find("a")).toBeUndefined();
    expect(remembered.counts).toEqual({ hits: 1, misses: 2, entries: 1 });
  });

  test("after the bound nobody waits for a question of before it, whose late answer is not remembered", async () => {
    const { clock, questions, remembered } = asked();
    const early = remembered.find("a");
    clock.advance(BOUND_MS);
    const late = remembered.find("a");
    questions[1]!.resolve("new");
    expect(await late).toBe("new");
    questions[0]!.resolve("old");
    expect(await early).toBe("old");
    expect(remembered.find("a")).toBe("new");
  });

  test("a failure is told to everybody who waits, and is not remembered", async () => {
    const { questions, remembered } = asked();
    const found = [remembered.find("a"), remembered.find("a")];
    questions[0]!.reject(new Error("the database is gone"));
    expect((await Promise.allSettled(found)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    const again = remembered.find("a");
    questions[1]!.resolve("one");
    expect(await again).toBe("one");
  });

  test("of more answers than there is room for, the least recently asked for is forgotten", async () => {
    const memory = asked({ maximum: 2 });
    const { remembered } = memory;
    await remember(memory, "a", "one");
    await remember(memory, "b", "two");
    remembered.find("a");
    await remember(memory, "c", "three");
    expect(remembered.counts.entries).toBe(2);
    expect([remembered.find("a"), remembered.find("c")]).toEqual(["one", "three"]);
    expect(remembered.find("b")).toBeInstanceOf(Promise);
  });
});

describe("a flood of made-up keys", () => {
  test("pushes out nothing that there is, and takes no more room than allowed", async () => {
    const memory = asked({ maximum: 10 });
    const { questions, remembered } = memory;
    for (let i = 0; i < 10; i++) await remember(memory, `real ${i}`, `${i}`);
    for (let i = 0; i < 100; i++) {
      const nothing = remembered.find(`made up ${i}`);
      questions.at(-1)!.resolve(undefined);
      await nothing;
    }
    for (let i = 0; i < 10; i++) expect(remembered.find(`real ${i}`)).toBe(`${i}`);
    expect(remembered.counts.entries).toBe(20);
  });
});

describe("forget", () => {
  test("the next caller asks anew, and no other key is forgotten", async () => {
    const memory = asked();
    await remember(memory, "a", "old");
    await remember(memory, "ab", "other");
    memory.remembered.forget("a");
    expect(await remember(memory, "a", "new")).toBe("new");
    expect(memory.remembered.find("a")).toBe("new");
    expect(memory.remembered.find("ab")).toBe("other");
  });

  test("an answer that was asked for before it is not remembered after it", async () => {
    const { questions, remembered } = asked();
    const before = remembered.find("a");
    remembered.forget("a");
    questions[0]!.resolve("old");
    expect(await before).toBe("old");
    const after = remembered.find("a");
    questions[1]!.resolve("new");
    expect(await after).toBe("new");
  });

  test("who asks after it does not wait for a question of before it, nor is that one's answer kept in place of theirs", async () => {
    const { questions, remembered } = asked();
    const before = remembered.find("a");
    remembered.forget("a");
    const after = remembered.find("a");
    questions[1]!.resolve("new");
    expect(await after).toBe("new");
    questions[0]!.resolve("old");
    expect(await before).toBe("old");
    expect(remembered.find("a")).toBe("new");
  });
});

describe("forgetAll", () => {
  test("every key that begins so, those that are being asked for too, and no other", async () => {
    const memory = asked();
    const { questions, remembered } = memory;
    await remember(memory, "x 1", "one");
    await remember(memory, "y 1", "other");
    const asking = remembered.find("x 2");
    remembered.forgetAll("x ");
    questions.at(-1)!.resolve("two");
    await asking;
    expect(remembered.find("y 1")).toBe("other");
    expect(remembered.find("x 1")).toBeInstanceOf(Promise);
    expect(remembered.find("x 2")).toBeInstanceOf(Promise);
  });
});
