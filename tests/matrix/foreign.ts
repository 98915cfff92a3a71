import type { WalkedOperation } from "#contract/walk";
import { walk } from "#generated/walk";
import { uuidv7 } from "#lib/ids";
import type { Input } from "./inputs";

/** Twice the same call by somebody of another organization: once with what is real in the first, once with what is nowhere. */
export interface ForeignCall {
  readonly what: string;
  /** A path answers 404; a body, with a problem of the operation's own. */
  readonly isInBody?: boolean;
  readonly foreign: Input;
  readonly missing: Input;
}

/** Ids have these names, wherever they stand. */
const IDS = new Set(
  walk.flatMap(({ parameters }) =>
    parameters.filter((each) => each.in === "path" && each.kind === "uuid").map(({ name }) => name),
  ),
);

/**
 * The organization itself; in the caller's own organization what belongs to the first one; and what a body names.
 * `input` is what a member of the first organization would send.
 */
export function foreignCalls(operation: WalkedOperation, input: Input, ownOrganizationId: string): ForeignCall[] {
  const calls: ForeignCall[] = [];
  const inPath = (from: Input, values: Input["path"]) => ({ ...from, path: { ...from.path, ...values } });
  if (operation.organizationScoped)
    calls.push({
      what: "organizationId",
      foreign: input,
      missing: inPath(input, nowhere(["organizationId"], input.path)),
    });
  const own = operation.organizationScoped ? inPath(input, { organizationId: ownOrganizationId }) : input;
  const others = Object.keys(input.path).filter((name) => name !== "organizationId");
  if (others.length > 0)
    calls.push({ what: others.join(), foreign: own, missing: inPath(own, nowhere(others, input.path)) });
  const body = (input.body ?? {}) as Input["path"];
  const named = Object.keys(body).filter((name) => IDS.has(name));
  if (named.length > 0 && others.length === 0) {
    const missing = { ...own, body: { ...body, ...nowhere(named, body) } };
    calls.push({ what: named.join(), foreign: own, missing, isInBody: true });
  }
  return calls;
}

/** Values of the same form that nothing has. */
const nowhere = (names: readonly string[], values: Input["path"]): Input["path"] =>
  Object.fromEntries(names.map((name) => [name, IDS.has(name) ? uuidv7.next() : `${values[name]}x`]));
