/** The answer out of the cache, where the contract lets the server keep it. Whoever gets here may have it. */
import type { Keeping } from "#contract/cache/answers";
import { Call, type Outcome, type Stage } from "#contract/call";
import type { Caller } from "#contract/context";
import type { CacheTag, Operation } from "#contract/operation";
import { runRead } from "#contract/run";

/** Whether the cache had the answer; `joined` waited for one that was being made, `bypass` could not trust it. */
export type CacheUse = "hit" | "joined" | "miss" | "bypass";

export const isKept = ({ policy }: Operation): boolean => policy.cache?.keepMs != null;

export const answerFromCache: Stage = (call) => {
  const { cache } = call.pipeline;
  const keeping = cache?.changes.areKnown() ? keepingOf(call) : null;
  if (!cache || keeping === null) {
    call.cacheUse = "bypass";
    call.enter("handler");
    return madeAlone(call);
  }
  const { answers } = cache;
  const reply = answers.find(keeping.key);
  if (reply) {
    call.cacheUse = "hit";
    return reply;
  }
  call.enter("handler");
  const { outcome, joined } = answers.make(keeping, (late) => madeForAll(call, late));
  call.cacheUse = joined ? "joined" : "miss";
  return outcome;
};

/** Runs on when its first caller goes away, for the others who wait; no longer than the operation may take. */
function madeForAll(call: Call, late: () => void): Promise<Outcome> {
  const own = apart(call);
  const timer = setTimeout(() => {
    own.abort();
    late();
  }, call.route.operation.policy.timeoutMs);
  return made(call, own).finally(() => clearTimeout(timer));
}

/** Nobody else waits for it. */
function madeAlone(call: Call): Promise<Outcome> {
  const own = apart(call);
  call.signal.addEventListener("abort", () => own.abort(), { once: true });
  return made(call, own);
}

async function made(call: Call, own: Call): Promise<Outcome> {
  try {
    return (await runRead(own)) as Outcome;
  } finally {
    if (own.cause !== undefined) call.cause = own.cause;
    await own.release();
  }
}

/** The same operation with the same input, and with nothing of the request that the key does not hold. */
function apart({ pipeline, route, client, source, input, caller, organizationId }: Call): Call {
  const { requestId, trace } = client;
  const own = new Call(pipeline, route, { requestId, trace, address: "", userAgent: null }, source);
  own.input = input;
  own.organizationId = organizationId;
  own.caller = isShared(route.operation) && caller ? nobodyWith(caller.scopes) : caller;
  return own;
}

/** What all get who may see the same: of whom it is asked by, it holds nothing but the scopes. */
const isShared = ({ organizationScoped, security }: Operation): boolean => organizationScoped || security.length === 0;

const nobodyWith = (scopes: ReadonlySet<string>): Caller => ({ scheme: "", subject: "", scopes });

/** Null where a caller has something that no key can hold. */
function keepingOf({ route, caller, organizationId, input }: Call): Keeping | null {
  const { id, policy } = route.operation;
  const parts: unknown[] = [id, organizationId];
  if (caller) parts.push(scopesKey(caller.scopes));
  if (caller && !isShared(route.operation) && !addSeen(parts, caller)) return null;
  parts.push(input);
  const { keepMs, tags } = policy.cache!;
  return {
    key: JSON.stringify(parts),
    tags: tags.map((tag) => tagKey(tag, organizationId, caller)),
    keepMs: keepMs!,
  };
}

/** A tag as the database names a change of it. */
function tagKey({ name, of }: CacheTag, organizationId: string | null, caller: Caller | null): string {
  if (of === "everybody") return `${name} `;
  return `${name} ${of === "organization" ? organizationId : caller?.subject}`;
}

/** Sets of scopes live as long as who has them is remembered. */
const scopesKeys = new WeakMap<ReadonlySet<string>, string>();

function scopesKey(scopes: ReadonlySet<string>): string {
  const known = scopesKeys.get(scopes);
  if (known !== undefined) return known;
  const key = [...scopes].sort().join(" ");
  scopesKeys.set(scopes, key);
  return key;
}

/** All that a handler can see of a caller, so that no two who differ in anything share an answer. False where it cannot. */
function addSeen(parts: unknown[], caller: Caller): boolean {
  for (const [name, value] of Object.entries(caller)) {
    if (name === "scopes" || value === undefined) continue;
    if (!isDistinct(value)) return false;
    parts.push(name, value);
  }
  return true;
}

/** Whether JSON tells it from everything else: NaN and a function are null there. */
const isDistinct = (value: unknown): boolean =>
  value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
