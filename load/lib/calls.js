/** Calls of the API. Each is tagged with its operation, and tells what the server's cache and its codings saved. */
import http from "k6/http";
import { Counter, Rate } from "k6/metrics";
import { email, origin, seed } from "./target.js";

/** Of the answers of operations that the server keeps: whether it had them already. */
export const cacheHits = new Rate("cache_hits");
/** Bytes of bodies that did not have to travel, by `saved_by`: coding or not_modified. */
export const bytesSaved = new Counter("bytes_saved");

/** What browsers send. */
export const BROWSER_CODINGS = "gzip, br, zstd";

/** @typedef {import("k6/http").RefinedResponse<"text">} Answer */

/**
 * @typedef {object} Call
 * @property {string} operation
 * @property {string} [method] GET unless given
 * @property {string} path
 * @property {string} [token] An access token
 * @property {Record<string, string>} [headers]
 * @property {unknown} [body]
 * @property {Record<string, string>} [tags]
 * @property {ReturnType<typeof http.expectedStatuses>} [expects] 200 to 399 unless given
 * @property {boolean} [kept] Whether the server keeps answers of this operation
 * @property {number} [knownBytes] What the body would weigh that the caller has already
 */

/**
 * @param {Call} call
 * @returns {Promise<Answer>}
 */
export async function send(call) {
  const { operation, method = "GET", path, token, body, expects } = call;
  const answer = await http.asyncRequest(method, origin + path, body === undefined ? null : JSON.stringify(body), {
    // There is nothing to decode in the answer to HEAD, whatever its Content-Encoding says.
    responseType: /** @type {"text"} */ (method === "HEAD" ? "none" : "text"),
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "Content-Type": "application/json" }),
      "X-Forwarded-For": address(),
      ...call.headers,
    },
    tags: { operation, name: operation, ...call.tags },
    ...(expects && { responseCallback: expects }),
  });
  record(call, answer);
  return answer;
}

/**
 * Each virtual user comes from an address of its own. The server believes it, because we are the proxy that it trusts.
 * 198.18.0.0/15 is for measurements (RFC 2544).
 */
const address = () => `198.18.${Math.floor(__VU / 250)}.${(__VU % 250) + 1}`;

/**
 * @param {Call} call
 * @param {Answer} answer
 */
function record({ operation, kept, tags = {}, knownBytes = 0 }, answer) {
  const named = { operation, ...tags };
  if (kept) cacheHits.add(isHit(answer), named);
  if (answer.status === 304) bytesSaved.add(knownBytes, { ...named, saved_by: "not_modified" });
  const sent = Number(answer.headers["Content-Length"]);
  if (answer.headers["Content-Encoding"] && answer.body && sent > 0)
    bytesSaved.add(byteLength(answer.body) - sent, { ...named, saved_by: "coding" });
}

/**
 * RFC 9211: `groundwork; hit`.
 * @param {Answer} answer
 */
export const isHit = (answer) => (answer.headers["Cache-Status"] || "").split("; ").indexOf("hit") > 0;

/**
 * In UTF-8. k6 has no TextEncoder.
 * @param {string} text
 */
export function byteLength(text) {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // The two halves of a surrogate pair are four bytes together.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

/**
 * Logs somebody of the seed in.
 * @param {string} name
 * @param {Partial<Call>} [more]
 */
export const login = (name, more) =>
  send({
    operation: "createSession",
    method: "POST",
    path: "/sessions",
    body: { email: email(name), password: seed.password },
    ...more,
  });

/**
 * Access tokens by name. They work for fifteen minutes.
 * @param {readonly string[]} names
 * @returns {Promise<Record<string, string>>}
 */
export async function logIn(names) {
  /** @type {Record<string, string>} */
  const tokens = {};
  // One after another: the server hashes few passwords at a time.
  for (const name of names) {
    const answer = await login(name);
    if (answer.status !== 201) throw new Error(`${name} cannot log in: ${answer.status} ${answer.body}`);
    tokens[name] = json(answer).accessToken;
  }
  return tokens;
}

/**
 * A body that the contract promises. What is not as promised fails where it is read.
 * @param {Answer} answer
 * @returns {any}
 */
export const json = (answer) => answer.json();
