import { readFileSync } from "node:fs";
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { ContractFault } from "./model.ts";

/** A value of the contract and where it stands: a JSON pointer (RFC 6901) from the top of the file. */
export interface Place {
  readonly value: unknown;
  readonly pointer: string;
}

/** One contract file: its plain value, and the line and column of everything in it. */
export class Source {
  readonly root: Place;

  constructor(
    readonly file: string,
    readonly document: Document.Parsed,
    readonly lines: LineCounter,
  ) {
    this.root = { value: document.toJS({ maxAliasCount: 0 }), pointer: "" };
  }

  /** Line and column, from 1, of the value at a pointer or of the key that names it. */
  position(pointer: string, side: "key" | "value"): { line: number; column: number } {
    let node: unknown = this.document.contents;
    let key: unknown = node;
    for (const word of pointer.split("/").slice(1).map(decodePointer)) {
      if (isMap(node)) {
        const pair = node.items.find((item) => String(isScalar(item.key) ? item.key.value : item.key) === word);
        [key, node] = [pair?.key, pair?.value];
      } else {
        node = isSeq(node) ? node.items[Number(word)] : undefined;
        key = node;
      }
    }
    const found = side === "value" && isNode(node) && node.range ? node : key;
    const { line, col } = this.lines.linePos(isNode(found) ? (found.range?.[0] ?? 0) : 0);
    return { line, column: col };
  }
}

/** Reads one YAML 1.2 or JSON file. Anything that YAML has and JSON has not is refused, because not every tool agrees on it. */
export function readSource(file: string): { source: Source } | { faults: ContractFault[] } {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return {
      faults: [{ file, line: 1, column: 1, sentence: "The contract cannot be read: name a file that exists." }],
    };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: "1.2" });
  const faults = [...syntaxFaults(document), ...exoticNodes(document)].map(({ offset, sentence }) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, sentence };
  });
  return faults.length > 0 ? { faults } : { source: new Source(file, document, lines) };
}

interface FoundAt {
  offset: number;
  sentence: string;
}

/** Every key that stands twice, or else the first thing that is not YAML: what follows that is mostly its echo. */
function syntaxFaults(document: Document.Parsed): FoundAt[] {
  const broken = document.errors.filter(({ code }) => code !== "DUPLICATE_KEY").slice(0, 1);
  return (broken.length > 0 ? broken : document.errors).map(({ code, message, pos }) => ({
    offset: pos[0],
    sentence:
      code === "DUPLICATE_KEY"
        ? "The same key stands twice in one object: keep one of them."
        : `This is not well-formed YAML: ${message.split("\n")[0]!.replace(/\.$/, "")}.`,
  }));
}

function exoticNodes(document: Document.Parsed): FoundAt[] {
  const found: FoundAt[] = [];
  visit(document, {
    Node(_, node) {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node))
        found.push({ offset, sentence: "A YAML alias is refused: write a $ref to a component instead." });
      else if (node.anchor)
        found.push({ offset, sentence: "A YAML anchor is refused: write a component and a $ref to it instead." });
      if (node.tag && !isAlias(node)) {
        found.push({ offset, sentence: "A YAML tag is refused: write plain strings, numbers, booleans and null." });
      }
    },
  });
  return found;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const encodePointer = (word: string) => word.replaceAll("~", "~0").replaceAll("/", "~1");
export const decodePointer = (word: string) => word.replaceAll("~1", "/").replaceAll("~0", "~");

/** The part of an object or array, or undefined where there is none. */
export function child(place: Place, key: string | number): Place | undefined {
  const { value, pointer } = place;
  const parent = Array.isArray(value) || isRecord(value) ? (value as Record<string | number, unknown>) : {};
  return Object.hasOwn(parent, key)
    ? { value: parent[key], pointer: `${pointer}/${encodePointer(String(key))}` }
    : undefined;
}

/** The members of an object in the file's order; none for anything else. */
export const members = (place: Place | undefined): [string, Place][] =>
  place && isRecord(place.value) ? Object.keys(place.value).map((key) => [key, child(place, key)!]) : [];

/** The items of an array; none for anything else. */
export const items = (place: Place | undefined): Place[] =>
  place && Array.isArray(place.value) ? place.value.map((_, index) => child(place, index)!) : [];
