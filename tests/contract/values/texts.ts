/** Texts for a string schema: of its format, of its pattern, or of its length, and such with a slip in them. */
import fc from "fast-check";

interface Words {
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
}

type Texts = fc.Arbitrary<string>;

const two = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, "0"));

const days = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), two(0, 13), two(0, 32))
  .map(([year, month, day]) => `${String(year).padStart(4, "0")}-${month}-${day}`);
const offsets = fc.oneof(
  fc.constantFrom("Z", "z", "+00:00", "-00:00"),
  fc.tuple(fc.constantFrom("+", "-"), two(0, 24), two(0, 60)).map(([sign, hour, minute]) => `${sign}${hour}:${minute}`),
);
const times = fc
  .tuple(two(0, 24), two(0, 60), two(0, 61), fc.constantFrom("", ".1", ".123456", "."), offsets)
  .map(([hour, minute, second, fraction, offset]) => `${hour}:${minute}:${second}${fraction}${offset}`);
const instants = fc.tuple(days, fc.constantFrom("T", "t", " "), times).map((parts) => parts.join(""));
const label = fc.stringMatching(/^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,5}[a-zA-Z0-9])?$/);
const hosts = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join("."));
const ipv6 = fc.oneof(
  fc.ipV6(),
  fc.stringMatching(/^[0-9a-f:]{0,20}$/),
  fc.tuple(fc.stringMatching(/^[0-9a-f:]{0,10}:$/), fc.ipV4()).map((parts) => parts.join("")),
);

const uris = fc
  .tuple(
    fc.constantFrom("http:", "https:", "urn:", "mailto:", "a+b-c.1:", "1a:", "", "//"),
    fc.constantFrom(
      "",
      "//example.com",
      "//u:p@h:80",
      "//[::1]",
      "//[::1]:8",
      "//[v1.a]",
      "//a:b:1",
      "//h:x",
      "//%41",
      "//1.2.3.4",
    ),
    fc.stringMatching(/^[a-z0-9/:@%.~\-?#[\]!' "<]{0,8}$/),
  )
  .map((parts) => parts.join(""));

const now = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date) => date.toISOString());

const GOOD: Readonly<Record<string, Texts>> = {
  uuid: fc.uuid(),
  "date-time": now,
  date: now.map((text) => text.slice(0, 10)),
  time: now.map((text) => text.slice(11)),
  duration: fc.constantFrom("P1D", "PT5M", "P1Y2M3DT4H5M6S", "P2W"),
  email: fc.emailAddress({ size: "-1" }),
  hostname: fc.domain({ size: "-1" }),
  ipv4: fc.ipV4(),
  ipv6: fc.ipV6().filter((text) => !text.includes(".")),
  uri: fc.webUrl({ size: "-1", withFragments: true, withQueryParameters: true }),
  "uri-reference": fc.webPath({ size: "-1" }),
  byte: fc.base64String({ size: "-1" }),
};

/** Right in form, and wrong in what the form cannot say. */
const DOUBTFUL: Readonly<Record<string, Texts>> = {
  "date-time": instants,
  date: days,
  time: times,
  duration: fc.stringMatching(/^P(?:[0-9]{1,2}[YMDW]){0,2}(?:T(?:[0-9]{1,2}[HMS]){0,2})?$/),
  email: fc.tuple(fc.stringMatching(/^[a-z.+%@"-]{0,8}$/), hosts).map((parts) => parts.join("@")),
  hostname: fc.oneof(hosts, fc.stringMatching(/^[a-z0-9.-]{0,70}$/)),
  ipv4: fc.stringMatching(/^(?:[0-9]{1,3}\.){3}[0-9]{1,3}$/),
  ipv6,
  uri: uris,
  "uri-reference": uris,
  byte: fc.stringMatching(/^[A-Za-z0-9+/=]{0,9}$/),
};

/** fast-check makes texts of most patterns; not of properties of Unicode. */
const PATTERNS: Readonly<Record<string, Texts>> = {
  "^\\p{Emoji}+$": fc.stringMatching(/^[😀🎉1]{1,3}$/u),
};

/** Code points of one and of two code units. */
const units = fc.constantFrom("a", "é", "😀", "\u0000", "-", "９");

export function textsOf({ format, pattern, minLength = 0, maxLength = 20 }: Words): Texts {
  const known = format === undefined ? undefined : GOOD[format];
  if (pattern !== undefined) {
    const texts = PATTERNS[pattern] ?? matching(pattern).map((text) => lengthened(text, minLength));
    return known ? fc.oneof(known, texts) : texts;
  }
  return known ?? fc.string({ unit: units, minLength, maxLength: Math.min(maxLength, minLength + 12) });
}

/** Building one takes longer than using it. */
const made = new Map<string, Texts>();
function matching(pattern: string): Texts {
  const texts = made.get(pattern) ?? fc.stringMatching(new RegExp(pattern, "u"), { size: "-1" });
  made.set(pattern, texts);
  return texts;
}

/** Bounds above this are not tried: the texts would take longer to make than everything else. */
const LONGEST = 5000;

const lengthened = (text: string, minLength: number): string =>
  text.length === 0 ? text : text.repeat(Math.ceil(Math.max(1, minLength) / text.length));

/** Doubtful ones, ones just out of bounds, and ones with a character changed, left out or put in. */
export function slippedTextsOf(words: Words): Texts {
  const { minLength = 0 } = words;
  const maxLength = Math.min(words.maxLength ?? 20, LONGEST);
  const bounds = fc.constantFrom(minLength - 1, maxLength, maxLength + 1, 2 * maxLength + 1);
  const longs = fc.tuple(units, bounds).map(([unit, length]) => unit.repeat(Math.max(0, length)));
  const doubtful = (words.format === undefined ? undefined : DOUBTFUL[words.format]) ?? longs;
  return fc.oneof(doubtful, longs, mutated(words));
}

const mutated = (words: Words): Texts =>
  fc
    .tuple(textsOf(words), fc.nat(60), fc.constantFrom("", "-", ".", "0", "z", "G", "😀", "\n", " ", ":"), fc.boolean())
    .map(([text, at, character, insert]) => {
      const place = text.length === 0 ? 0 : at % text.length;
      return text.slice(0, place) + character + text.slice(insert ? place : place + 1);
    });
