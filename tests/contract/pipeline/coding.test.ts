/** Accept-Encoding, as RFC 9110 has it in section 12.5.3. */
import { describe, expect, test } from "bun:test";
import { acceptedCodings } from "#contract/policy/coding";
import { cacheStatus, cachingApp, countingHandler, kept, received } from "./caching";
import { operation, testApp } from "./support";

const LONG = { text: "x".repeat(2_000) };

describe("Accept-Encoding", () => {
  const ALL = "zstd br gzip";
  test.each<[sent: string | null, codings: string, identity: boolean]>([
    // Nothing said, or nothing in it.
    [null, "", true],
    ["", "", true],
    [" ", "", true],
    [",", "", true],
    [";q=0", "", true],
    // What is known, and liked as much.
    ["gzip", "gzip", true],
    ["br", "br", true],
    ["zstd", "zstd", true],
    ["gzip, deflate, br, zstd", ALL, true],
    ["gzip,br", "br gzip", true],
    // In the order of what is liked.
    ["gzip;q=1, br;q=0.9, zstd;q=0.1", "gzip br zstd", true],
    ["gzip;q=0.001, br;q=0.002", "br gzip", true],
    ["zstd;q=0.5, gzip", "gzip zstd", true],
    ["*;q=0.5, gzip", "gzip zstd br", true],
    ["gzip;q=0.5, *;q=1", "zstd br gzip", true],
    // Refused.
    ["gzip;q=0", "", true],
    ["gzip;q=0.000, br", "br", true],
    ["gzip;q=0.0000, br", "br", true],
    ["*, gzip;q=0", "zstd br", true],
    ["*;q=0, gzip", "gzip", false],
    ["*;q=0", "", false],
    ["identity;q=0", "", false],
    ["identity;q=0.000", "", false],
    ["identity;q=0, gzip", "gzip", false],
    ["identity;q=0, *", ALL, false],
    ["*;q=0, identity", "", true],
    ["*;q=0, identity;q=0.001", "", true],
    // As it is, liked more, as much, and less.
    ["identity", "", true],
    ["identity, gzip;q=0.5", "", true],
    ["identity;q=0.5, gzip;q=0.5", "gzip", true],
    ["identity;q=0.5, gzip;q=0.4, br;q=0.6", "br", true],
    ["identity;q=0.9, *;q=0.5", "", true],
    ["identity;q=0.5, *;q=0.9", ALL, true],
    ["*", ALL, true],
    // The other name of gzip.
    ["x-gzip", "gzip", true],
    ["x-gzip;q=0, *", "zstd br", true],
    ["gzip;q=0, x-gzip", "", true],
    // What nobody of us knows.
    ["deflate, compress, x-compress, snappy", "", true],
    ["deflate, gzip;q=0.1", "gzip", true],
    ["gzipped, bro, zstandard", "", true],
    ["gzip br", "", true],
    // However it is written.
    ["GZIP;Q=0.5, Br", "br gzip", true],
    ["gzip ;q=0.2 ,\tbr ; q=0.1", "gzip br", true],
    ["gzip;x=1;q=0", "", true],
    ["gzip;q=1.000", "gzip", true],
    ["IDENTITY;q=0", "", false],
    // A quality that is none says nothing.
    ["gzip;q=", "gzip", true],
    ["gzip;q=2, br;q=0.9", "gzip br", true],
    ["gzip;q=-1, br;q=0.9", "gzip br", true],
    ["gzip;q=0x0, br;q=0.9", "gzip br", true],
    ["identity;q=none", "", true],
    // What is said first.
    ["gzip;q=0, gzip", "", true],
    ["gzip, gzip;q=0", "gzip", true],
    // No further than anybody reads.
    [`${"a, ".repeat(49)}gzip`, "gzip", true],
    [`${"a, ".repeat(50)}gzip`, "", true],
    [`${"a, ".repeat(5_000)}*;q=0`, "", true],
  ])("%p takes %p, and as it is: %p", (sent, codings, identity) => {
    for (const _ of ["asked", "asked again"])
      expect(acceptedCodings(sent)).toEqual({ codings: codings.split(" ").filter(Boolean) as never, identity });
  });
});

describe("an answer that nobody can take as it is", () => {
  const compressing = (compress: boolean) => {
    const counting = countingHandler(() => ({ body: LONG }));
    const things = operation("things", "GET", "/things", { policy: { compress } });
    return { counting, ...testApp([[things, counting.handler]]) };
  };
  const sent = (field: string) => ({ headers: { "Accept-Encoding": field } });

  test.each([
    [true, "identity;q=0"],
    [true, "*;q=0"],
    [true, "identity;q=0, deflate"],
    [true, "gzip;q=0, br;q=0, zstd;q=0, identity;q=0"],
    [false, "identity;q=0"],
    [false, "identity;q=0, gzip"],
    [false, "gzip, *;q=0"],
  ])(
    "is 406 before the handler runs, compressing %p and asked for %p, in words that it can read",
    async (compress, field) => {
      const { counting, call } = compressing(compress);
      const answered = await call("GET", "/things", sent(field));
      expect([answered.status, answered.body.code, answered.headers.get("content-encoding"), counting.runs]).toEqual([
        406,
        "not_acceptable",
        null,
        0,
      ]);
    },
  );

  test.each(["identity;q=0, gzip", "*;q=0, gzip", "identity;q=0, x-gzip"])(
    "comes in what fits %p, however short it is",
    async (field) => {
      const { fetch } = testApp([
        [operation("things", "GET", "/things", { policy: { compress: true } }), () => ({ status: 200, body: 1 })],
      ]);
      const answered = await received(fetch("GET", "/things", sent(field)));
      expect([answered.status, answered.coding, answered.text]).toEqual([200, "gzip", "1"]);
    },
  );

  test("is 406 though a kept one is there", async () => {
    const { call } = await cachingApp([[kept(), () => ({ status: 200, body: {} })]]);
    await call("GET", "/things");
    const answered = await call("GET", "/things", sent("identity;q=0"));
    expect([answered.status, cacheStatus(answered)]).toEqual([406, null]);
  });

  test("is an answer all the same where it has no body", async () => {
    const nothing = operation("nothing", "GET", "/nothing", {
      answers: { 204: { content: {}, headers: {} } },
      policy: { compress: true },
    });
    const { fetch } = testApp([[nothing, () => ({ status: 204 })]]);
    for (const field of ["identity;q=0", "identity;q=0, gzip"]) {
      const { status, headers } = await fetch("GET", "/nothing", sent(field));
      expect([status, headers.get("content-encoding")]).toEqual([204, null]);
    }
  });
});
