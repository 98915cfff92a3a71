import type { WalkedOperation } from "#contract/walk";
import { contract } from "#generated/operations";
import type { Caller } from "./callers";

/** What the contract implies for a call: the code of the refusal, or that it passes. */
export type Expected = "passes" | "unauthenticated" | "forbidden" | "not_found" | "reauthentication_required";

const VERIFIED: ReadonlySet<string> = new Set(contract.roles.self);

export function expected(operation: WalkedOperation, caller: Caller): Expected {
  const { security, organizationScoped, method, parameters } = operation;
  const isGuarded = method !== "GET" && (security.length > 0 || parameters.some((each) => each.in === "cookie"));
  if (caller.isOnAnotherSite && isGuarded) return "forbidden";
  if (security.length === 0) return "passes";
  const ways = security.filter((way) => Object.keys(way).every((scheme) => scheme === caller.scheme));
  if (ways.length === 0 || caller.works === false) return "unauthenticated";
  const held = organizationScoped ? caller.holds(operation) : (caller.holdsOfTheirOwn ?? VERIFIED);
  if (held === null) return "not_found";
  const isGranted = ways.some((way) => Object.values(way).every((scopes) => scopes.every((scope) => held.has(scope))));
  if (!isGranted) return "forbidden";
  return caller.isAged && policyOf(operation.id).freshMs !== null ? "reauthentication_required" : "passes";
}

/** What the compiled contract says beside what is walked. */
export function policyOf(id: string) {
  const operation = contract.operations.find((each) => each.id === id);
  if (!operation) throw new Error(`the contract has no operation ${id}`);
  return operation.policy;
}
