import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;

/** A prefix by which scanners for secrets know it, and 256 random bits in base64url: 43 characters. */
export const randomToken = (prefix: string): string => prefix + randomBytes(TOKEN_BYTES).toString("base64url");

/** What is stored. A token has 256 random bits, so a plain SHA-256 cannot be searched. */
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();
