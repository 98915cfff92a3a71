import { encodePointer } from "../source.ts";

/**
 * breaking: who keeps to the old contract is refused now, or gets what it does not expect.
 * danger: something that protects is weaker.
 * notice: worth a look, and never a failure.
 */
export type Grade = "breaking" | "danger" | "notice";

/** A place of the contract: what it belongs to, and the words that lead there. */
export interface Spot {
  /** As it is shown: an operationId, the name of an event, `User in answers`, `x-roles`. */
  readonly owner: string;
  /** The words from the top of the contract to the owner. */
  readonly root: readonly string[];
  /** The words from the owner on. A parameter is `parameters`, `query.limit`; a $ref and an allOf are no words of their own. */
  readonly words: readonly string[];
}

export interface Change {
  readonly grade: Grade;
  /** `getMe /security: session[profile:read] -> public`: the same in every run, wherever it stands in the file. */
  readonly id: string;
  /** All words from the top of the contract. */
  readonly at: readonly string[];
  /** The operations and events that it changes, where it belongs to none of them. */
  readonly users: readonly string[];
}

/** Collects changes. What several operations share is one change, with all of them as its users. */
export class Changes {
  readonly #found = new Map<string, Change>();

  /** `users` are the operations and the events in which it was found. */
  add(grade: Grade, { owner, root, words }: Spot, was: string, is: string, ...users: string[]): void {
    const pointer = words.map((word) => `/${encodePointer(word)}`).join("");
    const id = `${owner}${pointer && ` ${pointer}`}: ${was} -> ${is}`;
    const key = `${grade} ${id}`;
    const others = users.filter((user) => user !== owner);
    const before = this.#found.get(key)?.users ?? [];
    this.#found.set(key, { grade, id, at: [...root, ...words], users: [...new Set([...before, ...others])] });
  }

  list(): Change[] {
    return [...this.#found.values()];
  }
}

export const spotOf = (owner: string, ...root: string[]): Spot => ({ owner, root, words: [] });

export const inside = (spot: Spot, ...words: string[]): Spot => ({ ...spot, words: [...spot.words, ...words] });

/** The parts of both lists that belong together by their key, in the order of the first; either may lack one. */
export function paired<Part>(
  before: readonly Part[],
  after: readonly Part[],
  keyOf: (part: Part) => string,
): [key: string, before: Part | undefined, after: Part | undefined][] {
  const byKey = (parts: readonly Part[]) => new Map(parts.map((part) => [keyOf(part), part]));
  const [old, now] = [byKey(before), byKey(after)];
  return [...new Set([...old.keys(), ...now.keys()])].map((key) => [key, old.get(key), now.get(key)]);
}
