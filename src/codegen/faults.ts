import type { ContractFault } from "./model.ts";
import type { Place, Source } from "./source.ts";

/** Collects every refusal of one contract, so that they are all told at once. */
export class Faults {
  readonly #found = new Map<string, ContractFault>();

  constructor(readonly source: Source) {}

  /** The value at `place` is wrong. */
  at(place: Place, sentence: string): void {
    this.#add(place.pointer, "value", sentence);
  }

  /** The word that names `place` is wrong, or something is missing from what it names. */
  atKey(place: Place, sentence: string): void {
    this.#add(place.pointer, "key", sentence);
  }

  /** In the order of the file. A shared part that is read twice is told once. */
  list(): ContractFault[] {
    return [...this.#found.values()].sort((a, b) => a.line - b.line || a.column - b.column || compare(a, b));
  }

  #add(pointer: string, side: "key" | "value", sentence: string): void {
    const { line, column } = this.source.position(pointer, side);
    const fault = { file: this.source.file, line, column, sentence };
    this.#found.set(`${line}:${column} ${sentence}`, fault);
  }
}

const compare = (a: ContractFault, b: ContractFault) => (a.sentence < b.sentence ? -1 : 1);

/** " Did you mean `x`?" for the nearest known word within two typing errors, or "". */
export function didYouMean(word: string, known: Iterable<string>): string {
  const near = nearest(word, known);
  return near === undefined ? "" : ` Did you mean \`${near}\`?`;
}

/** The known word that is at most two typing errors away, and less than half of the word. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.min(2, Math.ceil(word.length / 2) - 1) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** "`a`, `b` or `c`" */
export function listed(words: readonly string[], last = "or"): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} ${last} ${quoted.at(-1)}`;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, change);
    }
    row = next;
  }
  return row[b.length]!;
}
