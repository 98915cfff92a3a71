/** What the head of a request may weigh: its address, and its header fields together. */
import { type Problem, pipelineProblem } from "#contract/problem";

/** Characters of the whole address. RFC 9110, section 4.1, asks for 8,000 octets at least. */
export const MAX_ADDRESS_LENGTH = 8_192;
/** Characters of all names and values. */
const MAX_FIELDS_LENGTH = 16_384;
const MAX_FIELDS = 100;

/**
 * What Bun lets through of address and fields together, so that ours is the answer to all but an absurd head; past it,
 * and past 200 fields, Bun answers a bare 431 and closes.
 */
export const SERVER_HEAD_BYTES = 65_536;

/** The problem with a head that is too large, 414 or 431; null where there is none. */
export function headProblem({ url, headers }: Request): Problem | null {
  if (url.length > MAX_ADDRESS_LENGTH) return pipelineProblem("uri_too_long");
  if (headers.count > MAX_FIELDS) return pipelineProblem("headers_too_large");
  // The quickest way there is to look at all of them.
  const fields: Readonly<Record<string, string | readonly string[]>> = headers.toJSON();
  let length = 0;
  // Set-Cookie alone is a list, and has no place in a request.
  for (const name in fields) length += name.length + String(fields[name]).length;
  return length > MAX_FIELDS_LENGTH ? pipelineProblem("headers_too_large") : null;
}
