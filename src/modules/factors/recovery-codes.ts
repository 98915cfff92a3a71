import { randomInt } from "node:crypto";

/** As the contract says. */
export const RECOVERY_CODES = 10;
/** Without 0 and O, 1, I and L, and without U, which leaves fewer words that nobody wants to read. */
const ALPHABET = "23456789abcdefghjkmnpqrstvwxyz";
/** Of 30 characters each: 49 bits. */
const HALF_LENGTH = 5;

/** Ten codes as people see them: "7xkq2-m4pzt". */
export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, () => `${half()}-${half()}`);

const half = () => Array.from({ length: HALF_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");

/** However it was typed: case, dashes and spaces do not matter. */
export const normalized = (code: string): string => code.replace(/[ -]/g, "").toLowerCase();
