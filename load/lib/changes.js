/** Reading something, and changing it as it was read. */
import { check } from "k6";
import { json, send } from "./calls.js";

/**
 * What a path has now.
 * @param {string} operation
 * @param {string} path
 * @param {string | undefined} token
 */
export async function read(operation, path, token) {
  return json(await send({ operation, path, token, tags: { flow: "change" } }));
}

/** For each change, the operation that reads what it changes. */
const READS = {
  updateMe: "getMe",
  updateMember: "getMember",
  updateOrganization: "getOrganization",
  updateRole: "getRole",
};

/**
 * Changes what a path has, as it was read just before: nobody else may change it meanwhile.
 * @param {keyof typeof READS} operation
 * @param {string} path
 * @param {string | undefined} token
 * @param {object} body
 * @param {Record<string, string>} [tags]
 */
export async function change(operation, path, token, body, tags = { flow: "change" }) {
  const { headers } = await send({ operation: READS[operation], path, token, tags });
  const found = { "If-Match": headers.Etag || "" };
  const changed = await send({ operation, method: "PATCH", path, token, body, headers: found, tags });
  check(changed, { "is changed": ({ status }) => status === 200 }, { operation });
  return changed;
}
