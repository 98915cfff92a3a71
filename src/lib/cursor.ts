/**
 * Keyset cursors: where the next page of a list starts, opaque to callers and signed, so that nobody asks the database
 * for a place that no page has shown them.
 */
import { createHmac, timingSafeEqual } from "node:crypto";

/** A place in a list by (time, id), in the database's own text. */
export interface CursorKey {
  readonly at: string;
  readonly id: string;
}

const SIGNATURE_BYTES = 32;
/** Longer than any cursor that `write` makes of a timestamptz and a UUID. */
const MAX_CURSOR_LENGTH = 512;
const BASE64URL = /^[A-Za-z0-9_-]+$/;

export interface Cursors {
  /** base64url of HMAC-SHA-256 and the key, for one list only: `scope` is the operation's id. */
  write(scope: string, key: CursorKey): string;
  /** The key of a cursor that `write` made for this list, or null: changed, of another list, or of another secret. */
  read(scope: string, cursor: string): CursorKey | null;
}

/** `secret` signs; cursors made with another one stop working, and callers start their list again. */
export function cursorsOf(secret: string): Cursors {
  const sign = (scope: string, text: Buffer) => createHmac("sha256", secret).update(`${scope}\n`).update(text).digest();
  return {
    write(scope, { at, id }) {
      const text = Buffer.from(`${at}\n${id}`);
      return Buffer.concat([sign(scope, text), text]).toString("base64url");
    },
    read(scope, cursor) {
      if (cursor.length > MAX_CURSOR_LENGTH || !BASE64URL.test(cursor)) return null;
      const bytes = Buffer.from(cursor, "base64url");
      // Base64url has several spellings of the same bytes; only the one that write makes is a cursor.
      if (bytes.length <= SIGNATURE_BYTES || bytes.toString("base64url") !== cursor) return null;
      const text = bytes.subarray(SIGNATURE_BYTES);
      if (!timingSafeEqual(bytes.subarray(0, SIGNATURE_BYTES), sign(scope, text))) return null;
      const [at = "", id = ""] = text.toString().split("\n");
      return { at, id };
    },
  };
}
