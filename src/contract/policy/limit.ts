/**
 * Rate limits by GCRA (the generic cell rate algorithm): one number per key, the theoretical arrival time, and one
 * atomic step per request, so that a store shared by many processes can do the same.
 */
import { LRUCache } from "lru-cache";
import type { Call, Stage } from "#contract/call";
import type { Limit, RateLimit } from "#contract/operation";
import type { MaybePromise } from "#contract/pipeline";
import { type Problem, pipelineProblem } from "#contract/problem";

export interface RateLimitStore {
  /** Counts one request under `key` at `nowMs`, unless that goes over the limit. */
  take(key: string, limit: Limit, nowMs: number): MaybePromise<Verdict>;
}

export interface Verdict {
  readonly allowed: boolean;
  /** Requests that could follow at once. */
  readonly remaining: number;
  /** Until all of the quota is there again. */
  readonly resetMs: number;
  /** Until the next request is allowed; 0 where this one was. */
  readonly retryAfterMs: number;
}

/** A verdict and the limit it is about, for the RateLimit headers. */
export interface Decision {
  readonly plan: LimitPlan;
  readonly verdict: Verdict;
}

/** One limit of one operation, with what can be written ahead. */
export interface LimitPlan {
  readonly name: string;
  readonly limit: Limit;
  /** draft-ietf-httpapi-ratelimit-headers-10: `"standard-caller";q=600;w=60`. */
  readonly policy: string;
}

export interface LimitPlans {
  readonly address: LimitPlan | null;
  readonly caller: LimitPlan | null;
}

/** Addresses and callers remembered at once. The least recently seen is forgotten, which can only be to its advantage. */
const MAX_KEYS = 100_000;

export function memoryRateLimits(): RateLimitStore {
  const arrivals = new LRUCache<string, number>({ max: MAX_KEYS });
  return {
    take(key, { count, perSeconds }, nowMs) {
      const windowMs = perSeconds * 1000;
      const intervalMs = windowMs / count;
      const known = arrivals.get(key) ?? nowMs;
      // Beyond a window ahead it can only be because the clock was set back, and says nothing.
      const arrival = known > nowMs + windowMs + intervalMs ? nowMs : Math.max(known, nowMs);
      const next = arrival + intervalMs;
      const overMs = next - nowMs - windowMs;
      // Intervals such as 60/7 s add up to a hair more than the window; without the slack the last request would be lost.
      if (overMs > intervalMs * 1e-6)
        return { allowed: false, remaining: 0, resetMs: arrival - nowMs, retryAfterMs: overMs };
      arrivals.set(key, next);
      const remaining = Math.floor((windowMs - (next - nowMs)) / intervalMs + 1e-6);
      return { allowed: true, remaining, resetMs: next - nowMs, retryAfterMs: 0 };
    },
  };
}

/** Scaled limits of an operation; the operations of one named limit share its counts. */
export function limitPlans({ name, address, caller }: RateLimit, scale: number): LimitPlans {
  const plan = (suffix: string, limit: Limit | undefined): LimitPlan | null => {
    if (!limit) return null;
    const count = Math.max(1, Math.round(limit.count * scale));
    const scaled = { count, perSeconds: limit.perSeconds };
    return { name: `${name}-${suffix}`, limit: scaled, policy: `"${name}-${suffix}";q=${count};w=${limit.perSeconds}` };
  };
  return { address: plan("address", address), caller: plan("caller", caller) };
}

/** Before anybody is asked who they are: a flood costs no look at a credential. */
export const limitAddress: Stage = (call) => take(call, call.route.limits.address, addressKey(call.client.address));

/** The same caller counts once, whatever address or credential it comes with. */
export const limitCaller: Stage = (call) => take(call, call.route.limits.caller, call.caller?.subject);

function take(call: Call, plan: LimitPlan | null, who: string | undefined): MaybePromise<Problem | undefined> {
  if (!plan || who === undefined) return;
  const { rateLimits, clock } = call.pipeline;
  const verdict = rateLimits.take(`${plan.name} ${who}`, plan.limit, clock.now().getTime());
  return verdict instanceof Promise ? verdict.then((known) => judge(call, plan, known)) : judge(call, plan, verdict);
}

function judge(call: Call, plan: LimitPlan, verdict: Verdict): Problem | undefined {
  call.decisions.push({ plan, verdict });
  if (verdict.allowed) return;
  return pipelineProblem("rate_limited", { retryAfter: Math.max(1, Math.ceil(verdict.retryAfterMs / 1000)) });
}

/** An IPv6 network of 64 bits is one customer: all its addresses count as one. */
export function addressKey(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  if (tail !== undefined) {
    const end = tail === "" ? 0 : tail.split(":").length;
    while (groups.length + end < 8 && groups.length < 4) groups.push("0");
    groups.push(...tail.split(":"));
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
