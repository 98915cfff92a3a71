import { dictionary } from "@zxcvbn-ts/language-common";
import { pipelineProblem } from "#contract/problem";
import { prepare } from "./passwords";

/** Passwords that many people have: some 49,000, in lower case. */
const COMMON: ReadonlySet<string> = new Set(dictionary["passwords-common"]);

const AT_THE_ENDS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

/** Whom the password would be for. */
interface Person {
  readonly email: string;
  readonly name: string;
}

/**
 * Why a new password is refused, or undefined where it is good (NIST SP 800-63B-4, section 3.1.1.2). It is compared as a
 * whole and without regard to case: with passwords that many people have, also less the punctuation at its ends; and with
 * the words of the product's title, the address and the name, which it may hold but not be made of, whatever digits and punctuation
 * stand between them.
 */
export function refusedPassword(password: string, person: Person, product: string) {
  const folded = prepare(password).toLowerCase();
  if (isCommon(folded)) return refusal("Many people have this password, so it is tried first. Choose another one.");
  if (isMadeOf(folded, wordsOf(person, product)))
    return refusal("This says no more than the address, the name or the product. Choose another one.");
  return undefined;
}

const isCommon = (folded: string) => COMMON.has(folded) || COMMON.has(folded.replace(AT_THE_ENDS, ""));

/** Whether it holds such words, and besides them no letter. */
function isMadeOf(folded: string, words: readonly string[]): boolean {
  const rest = words.reduce((left, word) => left.replaceAll(word, " "), folded);
  return rest !== folded && !/\p{L}/u.test(rest);
}

/** Of more than one character; the longest first, so that none is lost because a part of it was found before. */
function wordsOf({ email, name }: Person, product: string): string[] {
  const [local = "", domain = ""] = prepare(email).toLowerCase().split("@");
  const given = [prepare(product).toLowerCase(), prepare(name).toLowerCase(), local, domain];
  const words = [...given, ...given.flatMap((text) => text.split(BETWEEN_WORDS))];
  return words.filter((word) => word.length > 1).sort((a, b) => b.length - a.length);
}

const refusal = (detail: string) =>
  pipelineProblem("invalid_request", {
    faults: [{ in: "body", pointer: "/password", code: "common_password", detail }],
  });
