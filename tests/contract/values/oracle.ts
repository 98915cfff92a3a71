/** Ajv as the oracle: JSON Schema 2020-12, strict, with lengths in code points and none of our own code. */
import type { ValidateFunction } from "ajv";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { fullFormats } from "ajv-formats/dist/formats";

/** Of `[scheme:](//authority path | path)[?query][#fragment]`, what follows the scheme, with both slashes of an authority. */
const afterScheme = (fullFormats["uri-reference"] as RegExp).source
  .replace("^(?:[a-z][a-z0-9+\\-.]*:)?(?:\\/?\\/", "(?:\\/\\/")
  .replaceAll("&'\"()", "&'()");
const uri = new RegExp(`^[a-z][a-z0-9+.-]*:${afterScheme}`, "i");
const relative = new RegExp(`^(?![^/?#]*:)${afterScheme}`, "i");

/**
 * Where ajv-formats takes more than the standard that a format names, the oracle is narrower; everywhere else the two
 * must agree. RFC 3339 has a T between day and time, and minutes and a colon in an offset. RFC 9562's text form has no
 * `urn:uuid:`. RFC 3986 has two slashes before an authority, no double quote, and no colon in the first segment of a relative path. RFC 4648 has no line
 * break.
 */
const narrowed: Readonly<Record<string, (text: string) => boolean>> = {
  "date-time": (text) => /^.{10}t.{8}(?:\.\d+)?(?:z|[+-]\d\d:\d\d)$/i.test(text) && known("date-time", text),
  time: (text) => /^.{8}(?:\.\d+)?(?:z|[+-]\d\d:\d\d)$/i.test(text) && known("time", text),
  uuid: (text) => text.length === 36 && known("uuid", text),
  uri: (text) => uri.test(text),
  "uri-reference": (text) => uri.test(text) || relative.test(text),
  byte: (text) => !text.includes("\n") && known("byte", text),
};

function known(format: keyof typeof fullFormats, text: string): boolean {
  const defined = fullFormats[format] as RegExp | ((text: string) => boolean) | { validate: (text: string) => boolean };
  if (defined instanceof RegExp) return defined.test(text);
  return typeof defined === "function" ? defined(text) : defined.validate(text);
}

export function oracle(schemas: Record<string, unknown>): (name: string) => ValidateFunction {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    validateFormats: true,
    multipleOfPrecision: 6,
    // Else Ajv finds `constructor` in every object.
    ownProperties: true,
    unicodeRegExp: true,
    logger: false,
  });
  addFormats(ajv);
  for (const [format, check] of Object.entries(narrowed)) ajv.addFormat(format, check);
  ajv.addKeyword("example");
  ajv.addSchema({ $id: "contract", $defs: schemas });
  return (name) => ajv.getSchema(`contract#/$defs/${name}`)!;
}

/** Components refer to each other where Ajv finds them. */
export const located = (schema: unknown): unknown =>
  JSON.parse(JSON.stringify(schema).replaceAll("#/components/schemas/", "contract#/$defs/"));
