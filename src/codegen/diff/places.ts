import { child, decodePointer, items, type Place, type Source } from "../source.ts";

/** The line of what these words lead to, through $refs and allOf, or of the nearest thing around it that is there. */
export function lineOf(source: Source, words: readonly string[]): number {
  const [paths, path, _method, ...rest] = words;
  // A parameter may stand at the path, for all of its operations.
  const ways = rest[0] === "parameters" ? [words, [paths!, path!, ...rest]] : [words];
  const { place } = farthest(ways.map((way) => follow(source, source.root, way)));
  return source.position(place.pointer, "key").line;
}

interface Reached {
  readonly place: Place;
  /** How many words lead on from there, to nothing. */
  readonly left: number;
}

function follow(source: Source, from: Place, [word, ...rest]: readonly string[]): Reached {
  if (word === undefined) return { place: from, left: 0 };
  const ways = steps(source, from, word).map((next) => follow(source, next, rest));
  return farthest([...ways, { place: from, left: rest.length + 1 }]);
}

const farthest = (reached: readonly Reached[]): Reached => reached.reduce((a, b) => (b.left < a.left ? b : a));

/** Where a word may lead: several parts of an allOf have properties. */
function steps(source: Source, from: Place, word: string): Place[] {
  const here = behindRef(source, from);
  const parameter = items(here).find((item) => nameOf(behindRef(source, item)) === word);
  const parts = ["allOf", "oneOf"].flatMap((list) => items(child(here, list)));
  const own = [child(here, word), parameter].filter((place) => place !== undefined);
  return [...own, ...parts.flatMap((part) => steps(source, part, word))];
}

/** "query.limit", if it is a parameter. */
const nameOf = (place: Place) => `${child(place, "in")?.value}.${child(place, "name")?.value}`;

/** The contract compiles, so that each $ref leads somewhere and none goes in a circle. */
function behindRef(source: Source, place: Place): Place {
  const ref = child(place, "$ref")?.value;
  if (typeof ref !== "string") return place;
  const words = ref.slice("#/".length).split("/").map(decodePointer);
  return behindRef(
    source,
    words.reduce((at, word) => child(at, word)!, source.root),
  );
}
