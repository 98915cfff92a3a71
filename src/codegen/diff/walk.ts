import type { Schema } from "../model.ts";
import type { Named } from "../named.ts";
import type { Direction } from "../reading.ts";
import type { Changes, Spot } from "./changes.ts";
import type { Comparison } from "./contract.ts";

/** The way of one operation or event through its schemas, in one direction. */
export interface Walk {
  readonly changes: Changes;
  readonly direction: Direction;
  /** The operation or the event. */
  readonly user: string;
  /** The component schemas that its messages are sent by, and those that they are taken by. */
  readonly sent: Named;
  readonly taken: Named;
  /** Component schemas that have been compared with their successor of the same name. */
  readonly seen: Set<string>;
  /** The pairs of schemas that this one lies in: one that contains itself ends here. */
  readonly around: [sent: Schema, taken: Schema][];
}

export function startWalk({ changes, before, after }: Comparison, direction: Direction, user: string): Walk {
  const [sent, taken] = inOrder(direction, before.named, after.named);
  return { changes, direction, user, sent, taken, seen: new Set(), around: [] };
}

/**
 * What is sent and what is taken, out of what was and what is; and the other way round. In a request callers send what
 * was and the server takes what is; in an answer the server sends what is, and callers take what was.
 */
export const inOrder = <Value>(direction: Direction, first: Value, second: Value): [Value, Value] =>
  direction === "request" ? [first, second] : [second, first];

/** Something that may be sent is not taken. */
export function misfit(walk: Walk, spot: Spot, sent: string, taken: string): void {
  walk.changes.add("breaking", spot, ...inOrder(walk.direction, sent, taken), walk.user);
}

export const shown = (value: unknown) => (value === undefined ? "absent" : JSON.stringify(value));
