import { describe, expect, test } from "bun:test";
import { Secret } from "otpauth";
import { matchingStep } from "../../../src/modules/factors/totp";

/** RFC 6238, appendix B: the secret, times in seconds, and codes of eight digits, of which ours are the last six. */
const SECRET = Secret.fromLatin1("12345678901234567890").base32;
const VECTORS = [
  [59, "94287082"],
  [1111111109, "07081804"],
  [1111111111, "14050471"],
  [1234567890, "89005924"],
  [2000000000, "69279037"],
  [20000000000, "65353130"],
] as const;

const at = (seconds: number) => new Date(seconds * 1000);

describe("a code", () => {
  test.each(VECTORS)("of RFC 6238, appendix B, at %d seconds is %s", (seconds, code) => {
    expect(matchingStep(SECRET, code.slice(2), at(seconds), null)).toBe(Math.floor(seconds / 30));
  });

  test("works from thirty seconds before its step to thirty seconds after it", () => {
    const code = "287082"; // of the step from 30 to 60 seconds
    const works = [-1, 0, 59, 89, 90].map((seconds) => matchingStep(SECRET, code, at(seconds), null));
    expect(works).toEqual([undefined, 1, 1, 1, undefined]);
  });

  test("works neither in the last step that was used nor in one before it", () => {
    const code = "287082";
    const after = [null, 0, 1, 2].map((lastStep) => matchingStep(SECRET, code, at(59), lastStep));
    expect(after).toEqual([1, 1, undefined, undefined]);
  });

  test.each(["", "28708", "2870820", "287083", "２８７０８２", "000000"])("is not %p", (code) => {
    expect(matchingStep(SECRET, code, at(59), null)).toBeUndefined();
  });
});
