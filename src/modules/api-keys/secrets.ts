import { randomInt } from "node:crypto";
import { crc32 } from "node:zlib";

const PREFIX = "gwk_";
/** The digits of base62, in their order. */
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** Of 62 characters each: 256 bits. */
const RANDOM_LENGTH = 43;
/** The fewest base62 digits that hold 32 bits. */
const CHECKSUM_LENGTH = 6;
const ENDING_LENGTH = 4;
/** As the contract says. */
const FORM = /^gwk_[A-Za-z0-9]{49}$/;

/** A new key: `gwk_`, 43 random characters, and six digits of checksum by which a scanner tells it from a look-alike. */
export function newSecret(): string {
  const random = Array.from({ length: RANDOM_LENGTH }, () => DIGITS.charAt(randomInt(DIGITS.length))).join("");
  return PREFIX + random + checksumOf(PREFIX + random);
}

/** Whether this could be a key of ours. What was made up or mistyped is known here, before anybody is asked. */
export const isSecret = (text: string): boolean =>
  FORM.test(text) && checksumOf(text.slice(0, -CHECKSUM_LENGTH)) === text.slice(-CHECKSUM_LENGTH);

/** By which a person tells keys apart. */
export const endingOf = (secret: string): string => secret.slice(-ENDING_LENGTH);

/** CRC-32 of the text, as zlib computes it, in base62 with zeros in front. */
function checksumOf(text: string): string {
  let rest = crc32(text);
  let digits = "";
  while (digits.length < CHECKSUM_LENGTH) {
    digits = DIGITS.charAt(rest % DIGITS.length) + digits;
    rest = Math.floor(rest / DIGITS.length);
  }
  return digits;
}
