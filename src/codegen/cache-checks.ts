/** What a policy says of keeping answers and of making them smaller, and what it must agree on with the rest. */
import type { Schema } from "./model.ts";
import { innerSchemas, type Named, target } from "./named.ts";
import { policyWord } from "./policy.ts";
import type { Agreement } from "./policy-checks.ts";
import { child, items } from "./source.ts";

export function checkCache(agreement: Agreement): void {
  checkScope(agreement);
  checkKept(agreement);
  checkTags(agreement);
  checkCompress(agreement);
}

function checkScope({ reading, operation, read }: Agreement): void {
  const { cache } = operation.policy;
  if (!cache) return;
  const at = policyWord(read, "cache");
  if (operation.method !== "GET")
    reading.faults.atKey(at, `\`cache\` belongs to GET: leave it out of a ${operation.method}.`);
  if (cache.scope === "public" && operation.security.length > 0) {
    reading.faults.at(at, "What needs a credential may not be kept for everybody: write `scope: private`.");
  }
  if (cache.sharedMaxAgeSeconds !== null && cache.scope === "private")
    reading.faults.atKey(child(at, "sharedMaxAge")!, "Nothing private is shared: leave `sharedMaxAge` out.");
}

/** However well it is told of changes: what nobody told of is right again a day later. */
const LONGEST_KEPT_MS = 86_400_000;

/** What the server keeps has a tag, so that what it gives again is known to be the same. */
function checkKept({ reading, operation, read }: Agreement): void {
  const { method, policy, answers } = operation;
  if (policy.cache?.keepMs == null || method !== "GET") return;
  const cache = policyWord(read, "cache");
  const at = child(cache, "keep")!;
  if (policy.cache.keepMs > LONGEST_KEPT_MS)
    reading.faults.at(at, "The server keeps an answer for a day at most: write `1 d` or less.");
  if (policy.cache.validator === "none")
    reading.faults.atKey(at, "What the server keeps has a tag: write `validator: etag`.");
  if (!child(cache, "tags"))
    reading.faults.atKey(at, "Nobody could say when a kept answer is worth nothing any more: write `tags`.");
  if (answers.length !== 1 || answers[0]!.status !== 200)
    reading.faults.atKey(at, "The server keeps answers of 200, and this operation has others: leave `keep` out.");
  if (policy.audit)
    reading.faults.atKey(at, "A kept answer would leave no record: leave `keep` out, or record nothing.");
  if (answers.some(({ headers }) => headers.some(({ name }) => name.toLowerCase() === "set-cookie")))
    reading.faults.atKey(at, "A kept answer would give the cookie of one caller to another: leave `keep` out.");
}

/** Whose a tag is must be known of each request, or a change could not be told from another's. */
function checkTags({ reading, operation, read }: Agreement): void {
  const { cache } = operation.policy;
  if (!cache) return;
  const at = child(policyWord(read, "cache"), "tags");
  if (at && cache.keepMs === null && cache.scope === "private")
    reading.faults.atKey(
      at,
      "Only callers keep this answer, and nobody tells them of changes: write `keep`, or leave `tags` out.",
    );
  const places = items(at);
  for (const { name, of } of cache.tags) {
    const place = places.find(({ value }) => value === name)!;
    if (of === "organization" && !operation.organizationScoped)
      reading.faults.at(place, `\`${name}\` is an organization's, and this path has no {organizationId}.`);
    if (of === "caller" && operation.security.length === 0)
      reading.faults.at(place, `\`${name}\` is the caller's, and anybody may call this operation.`);
    if (of === "caller" && operation.organizationScoped)
      reading.faults.at(place, `\`${name}\` is the caller's, and members of an organization share this answer.`);
  }
}

/** The length of a compressed answer tells of a secret to whoever chooses what stands beside it (the attack BREACH). */
function checkCompress({ reading, named, operation, place, read }: Agreement): void {
  if (!operation.policy.compress) return;
  const schemas = operation.answers.flatMap(({ content }) =>
    content.filter(({ kind }) => kind === "json").map(({ schema }) => schema),
  );
  if (!schemas.some((schema) => showsSecret(named, schema))) return;
  const said = child(read.place, "compress");
  const sentence = `\`${operation.id}\` answers with a secret (format password), whose compressed length tells of it: write \`compress: never\` in x-policy.`;
  if (said) reading.faults.at(said, sentence);
  else reading.faults.atKey(place, sentence);
}

function showsSecret(named: Named, schema: Schema, seen = new Set<Schema>()): boolean {
  const shape = target(named, schema);
  if (seen.has(shape)) return false;
  seen.add(shape);
  if (shape.kind === "string") return shape.format === "password";
  const inner =
    shape.kind === "object"
      ? shape.properties.filter(({ access }) => access !== "writeOnly").map((property) => property.schema)
      : innerSchemas(shape);
  return inner.some((each) => showsSecret(named, each, seen));
}
