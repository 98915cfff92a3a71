import { describe, expect, test } from "bun:test";
import { Admission } from "../../src/modules/accounts/admission";

const forever = new AbortController().signal;
const unavailable = expect.objectContaining({ code: "unavailable", status: 503, extra: { retryAfter: 5 } });

/** Work that lasts until it is told to end, and the order in which pieces of it began. */
function workshop() {
  const began: number[] = [];
  const ends: (() => void)[] = [];
  const work = (number: number) => () => {
    began.push(number);
    return new Promise<number>((end) => ends.push(() => end(number)));
  };
  return { began, work, end: () => ends.shift()?.() };
}

describe("admission", () => {
  test("as much as allowed runs at once, and the rest follows in its order", async () => {
    const admission = new Admission({ concurrency: 2, queueLength: 10, waitMs: 60_000 });
    const { began, work, end } = workshop();
    const results = [1, 2, 3, 4].map((number) => admission.run(work(number), forever));
    expect(began).toEqual([1, 2]);
    expect(admission.counts).toMatchObject({ running: 2, waiting: 2 });
    end();
    await results[0];
    await Promise.resolve();
    expect(began).toEqual([1, 2, 3]);
    end();
    end();
    await results[2];
    await Promise.resolve();
    end();
    expect(await Promise.all(results)).toEqual([1, 2, 3, 4]);
    expect(admission.counts).toEqual({ running: 0, waiting: 0, admitted: 4, refused: 0 });
  });

  test("whoever finds the queue full is turned away at once", async () => {
    const admission = new Admission({ concurrency: 1, queueLength: 1, waitMs: 60_000 });
    const { work, end } = workshop();
    const results = [1, 2].map((number) => admission.run(work(number), forever));
    expect(admission.run(work(3), forever)).rejects.toEqual(unavailable);
    end();
    await results[0];
    await Promise.resolve();
    end();
    expect(await Promise.all(results)).toEqual([1, 2]);
  });

  test("whoever waits too long is turned away, and its place goes to the next", async () => {
    const admission = new Admission({ concurrency: 1, queueLength: 1, waitMs: 1 });
    const { began, work, end } = workshop();
    const first = admission.run(work(1), forever);
    expect(await admission.run(work(2), forever).catch((error) => error)).toEqual(unavailable);
    expect(admission.counts).toEqual({ running: 1, waiting: 0, admitted: 1, refused: 1 });
    end();
    expect(await first).toBe(1);
    expect(began).toEqual([1]);
  });

  test("whoever goes away leaves the queue and never runs", async () => {
    const admission = new Admission({ concurrency: 1, queueLength: 1, waitMs: 60_000 });
    const { began, work, end } = workshop();
    const first = admission.run(work(1), forever);
    const caller = new AbortController();
    const second = admission.run(work(2), caller.signal);
    caller.abort(new Error("gone"));
    expect(second).rejects.toThrow("gone");
    expect(admission.counts).toMatchObject({ running: 1, waiting: 0, refused: 0 });
    expect(admission.run(work(3), caller.signal)).rejects.toThrow("gone");
    end();
    await first;
    expect(began).toEqual([1]);
  });

  test("work that fails gives its place back", async () => {
    const admission = new Admission({ concurrency: 1, queueLength: 1, waitMs: 60_000 });
    expect(admission.run(() => Promise.reject(new Error("no")), forever)).rejects.toThrow("no");
    expect(await admission.run(async () => "next", forever)).toBe("next");
    expect(admission.counts).toMatchObject({ running: 0, waiting: 0 });
  });
});
