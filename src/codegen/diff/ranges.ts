/** Lengths, counts, bounds, patterns and formats: whether all that one schema lets through fits the other. */
import { fitsStep } from "#contract/check";
import type { Schema } from "../model.ts";
import { inside, type Spot } from "./changes.ts";
import { misfit, shown, type Walk } from "./walk.ts";

type Kind<Name extends Schema["kind"]> = Extract<Schema, { kind: Name }>;

export function fitsString(walk: Walk, spot: Spot, sent: Kind<"string">, taken: Kind<"string">): void {
  fitsCounts(walk, spot, sent, taken, "minLength", "maxLength");
  fitsWord(walk, spot, "pattern", sent.pattern, taken.pattern);
  // A password is any text.
  if (taken.format !== "password") fitsWord(walk, spot, "format", sent.format, taken.format);
}

export function fitsNumber(walk: Walk, spot: Spot, sent: Kind<"number">, taken: Kind<"number">): void {
  if (taken.integer && !sent.integer) misfit(walk, inside(spot, "type"), "number", "integer");
  for (const side of ["minimum", "maximum"] as const) {
    const [given, allowed] = [edgeOf(sent, side), edgeOf(taken, side)];
    const isTighter = allowed.at > given.at || (allowed.at === given.at && allowed.open && !given.open);
    if (isTighter) misfit(walk, inside(spot, side), shownEdge(given, side), shownEdge(allowed, side));
  }
  const step = taken.multipleOf;
  const given = sent.multipleOf ?? (sent.integer ? 1 : undefined);
  if (step !== undefined && !(given !== undefined && fitsStep(given, step))) {
    misfit(walk, inside(spot, "multipleOf"), shown(sent.multipleOf), shown(step));
  }
}

export function fitsArray(walk: Walk, spot: Spot, sent: Kind<"array">, taken: Kind<"array">): void {
  fitsCounts(walk, spot, sent, taken, "minItems", "maxItems");
  if (taken.uniqueItems && !sent.uniqueItems) misfit(walk, inside(spot, "uniqueItems"), "false", "true");
}

export function fitsCounts<Low extends string, High extends string>(
  walk: Walk,
  spot: Spot,
  sent: { readonly [word in Low | High]?: number },
  taken: { readonly [word in Low | High]?: number },
  low: Low,
  high: High,
): void {
  const least = (schema: typeof sent) => schema[low] ?? 0;
  const most = (schema: typeof sent) => schema[high] ?? Number.POSITIVE_INFINITY;
  if (least(taken) > least(sent)) misfit(walk, inside(spot, low), shown(sent[low]), shown(taken[low]));
  if (most(taken) < most(sent)) misfit(walk, inside(spot, high), shown(sent[high]), shown(taken[high]));
}

/** A word of which only the same is known to let the same through. */
export function fitsWord(walk: Walk, spot: Spot, word: string, sent?: string, taken?: string): void {
  if (taken !== undefined && taken !== sent) misfit(walk, inside(spot, word), shown(sent), shown(taken));
}

type Side = "minimum" | "maximum";

/** Where a range ends. Upper ends have their sign turned, so that more is tighter on both sides. */
interface Edge {
  readonly at: number;
  /** Whether the number itself is outside. */
  readonly open: boolean;
}

const EXCLUSIVE = { minimum: "exclusiveMinimum", maximum: "exclusiveMaximum" } as const;
const SIGN = { minimum: 1, maximum: -1 } as const;
const INT32 = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 } as const;

/** The tightest of the words that end the range on this side. */
function edgeOf(schema: Kind<"number">, side: Side): Edge {
  const signed = (end: number | undefined) => (end === undefined ? Number.NEGATIVE_INFINITY : SIGN[side] * end);
  const int32 = schema.format === "int32" ? INT32[side] : undefined;
  const closed = Math.max(signed(schema[side]), signed(int32));
  const exclusive = signed(schema[EXCLUSIVE[side]]);
  if (schema.integer) return { at: Math.max(closed, exclusive + 1), open: false };
  return exclusive >= closed && Number.isFinite(exclusive)
    ? { at: exclusive, open: true }
    : { at: closed, open: false };
}

function shownEdge({ at, open }: Edge, side: Side): string {
  if (!Number.isFinite(at)) return "absent";
  const end = String(SIGN[side] * at);
  return open ? `${side === "minimum" ? "above" : "below"} ${end}` : end;
}
