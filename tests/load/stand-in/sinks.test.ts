/** What becomes of a metric's values. The numbers are those that k6 gives for the same values. */
import { describe, expect, test } from "bun:test";
import { sinkOf, TREND_VALUES_MAXIMUM, Trend } from "../../../load/stand-in/sinks";

const filled = (type: Parameters<typeof sinkOf>[0], ...values: number[]) => {
  const sink = sinkOf(type);
  for (const value of values) sink.add(value);
  return sink;
};

describe("a trend", () => {
  test.each([
    ["nothing", [], { "p(50)": 0, "p(95)": 0, avg: 0, min: 0, med: 0, max: 0, count: 0 }],
    ["one value", [10], { "p(0)": 10, "p(50)": 10, "p(95)": 10, "p(100)": 10, avg: 10, med: 10 }],
    ["two values", [10, 5], { "p(0)": 5, "p(50)": 7.5, "p(95)": 9.75, "p(99)": 9.95, "p(100)": 10, avg: 7.5 }],
    [
      "ten values in no order",
      [0, 100, 30, 80, 70, 60, 50, 40, 90, 20],
      { "p(0)": 0, "p(50)": 55, "p(95)": 95.5, "p(99)": 99.1, "p(100)": 100, med: 55, avg: 54, min: 0, max: 100 },
    ],
    ["values between ranks", [1, 2, 3, 4], { "p(25)": 1.75, "p(99.9)": 3.997 }],
  ])("has the percentiles of %s on the line between the closest ranks", (_, values, expected) => {
    const sink = filled("trend", ...values);
    for (const [what, value] of Object.entries(expected))
      expect([what, sink.read(what, 1)]).toEqual([what, expect.closeTo(value, 9)]);
  });

  test("takes values after it was asked", () => {
    const sink = filled("trend", 3, 1);
    expect(sink.read("med", 1)).toBe(2);
    sink.add(2);
    sink.add(0);
    expect([sink.read("med", 1), sink.read("max", 1)]).toEqual([1.5, 3]);
  });

  test("keeps a bounded number of values, and counts all of them", () => {
    const trend = new Trend();
    const count = TREND_VALUES_MAXIMUM + 500_000;
    for (let value = 0; value < count; value++) trend.add(value);
    expect(trend.count).toBe(count);
    expect([trend.read("min"), trend.read("max"), trend.read("avg")]).toEqual([0, count - 1, (count - 1) / 2]);
    // Ten times what a sample of a million is off by.
    for (const percent of [10, 50, 95])
      expect(Math.abs(trend.percentile(percent) / count - percent / 100)).toBeLessThan(0.005);
  });
});

describe("the others", () => {
  test("a counter has its sum, and its sum for each second", () => {
    const sink = filled("counter", 1, 2, 3);
    expect([sink.read("count", 4), sink.read("rate", 4)]).toEqual([6, 1.5]);
  });

  test("a gauge has its last value, its least and its greatest", () => {
    const sink = filled("gauge", 5, 9, 7);
    expect([sink.read("value", 1), sink.read("min", 1), sink.read("max", 1)]).toEqual([7, 5, 9]);
  });

  test("a rate has the share of what is not zero, and none of nothing", () => {
    const sink = filled("rate", 1, 0, 1, 1);
    expect([sink.read("rate", 1), sink.read("passes", 1), sink.read("fails", 1)]).toEqual([0.75, 3, 1]);
    expect(filled("rate").read("rate", 1)).toBe(0);
  });

  test.each(["counter", "gauge", "rate", "trend"] as const)("a %s answers nothing that is another's", (type) => {
    expect(filled(type, 1).read("p95", 1)).toBeUndefined();
  });
});
