import { createHash } from "node:crypto";
import type { Reply } from "#contract/call";
import type { Policy } from "#contract/operation";

/** Answers are not kept anywhere unless the contract says so (RFC 9111, section 5.2.2). */
export const NO_STORE = "no-store";

export const cacheControl = ({ scope, maxAgeSeconds }: NonNullable<Policy["cache"]>): string =>
  `${scope}, max-age=${maxAgeSeconds}`;

/** A strong tag over the bytes of an answer (RFC 9110, section 8.8.3), or null where they are not at hand. */
export function bodyTag(body: Reply["body"]): string | null {
  if (typeof body !== "string" && !(body instanceof Uint8Array)) return null;
  if (typeof body !== "string") return digest(body);
  if (lastTagged?.text === body) return lastTagged.tag;
  const tag = digest(body);
  if (body.length > WORTH_REMEMBERING) lastTagged = { text: body, tag };
  return tag;
}

/** The published contract is the same large text every time; hashing it again would be most of the work of sending it. */
const WORTH_REMEMBERING = 16_384;
let lastTagged: { text: string; tag: string } | null = null;

const digest = (body: string | Uint8Array): string =>
  `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;

/** Whether a client has it already (RFC 9110, section 13.1.2): tags compare weakly, `*` means any. */
export function isFresh(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch.trim() === "*") return true;
  return ifNoneMatch.split(",").some((sent) => sent.trim().replace(/^W\//, "") === tag);
}
