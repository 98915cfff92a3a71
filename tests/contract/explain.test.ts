import { describe, expect, test } from "bun:test";
import { Type } from "@sinclair/typebox";
import fc from "fast-check";
import { allDiffer, fitsStep, hasAtLeast, hasAtMost } from "#contract/check";
import { fillDefaults } from "#contract/defaults";
import { explain } from "#contract/explain";
import * as schemas from "./fixture/generated/schemas.ts";
import * as validators from "./fixture/generated/validators.ts";

const faults = (schema: Parameters<typeof explain>[0], value: unknown) =>
  explain(schema, value, "body").map(({ pointer, code, detail }) => [pointer, code, detail]);

describe("an explanation", () => {
  test("tells every fault at once, each with its place", () => {
    const card = { number: 1, code: "123", door: "side", tags: ["a", 2, "b", "c"] };
    expect(faults(schemas.Card, card)).toEqual([
      ["/number", "type", "Must be a string."],
      ["/code", "too_short", "Must have at least 4 characters."],
      ["/door", "not_listed", "Must be one of front, back."],
      ["/tags", "too_many_items", "Must have at most 3 items."],
    ]);
    expect(faults(schemas.Card, {})).toEqual([
      ["/number", "required", "Is required."],
      ["/code", "required", "Is required."],
    ]);
  });

  test("of a union is about the branch that the value says it is", () => {
    expect(faults(schemas.Payment, { type: "voucher", codes: [], number: "1" })).toEqual([
      ["/codes", "too_few_items", "Must have at least 1 item."],
      ["/number", "unknown_property", "Is not known here."],
    ]);
    expect(faults(schemas.Payment, { type: "cash" })).toEqual([
      ["/type", "not_listed", "Must be one of card, voucher."],
    ]);
    expect(faults(schemas.Payment, {})).toEqual([["/type", "required", "Is required."]]);
    expect(faults(schemas.Payment, [])).toEqual([["", "type", "Must be an object."]]);
  });

  test("goes into circles, tuples, maps and what may be null", () => {
    const chapter = { title: "One", sections: [{ pages: [1, 0], chapters: [{ title: "" }] }], next: { title: 1 } };
    expect(faults(schemas.Chapter, chapter).map(([pointer, code]) => [pointer, code])).toEqual([
      ["/sections/0/pages/1", "too_small"],
      ["/sections/0/chapters/0/title", "too_short"],
      ["/next/title", "type"],
    ]);
    const sample = { counts: { a: 1, B: 1, c: "1" }, choice: "blue", open: { known: 1, other: [] }, pair: ["a"] };
    expect(faults(schemas.Sample, sample).map(([pointer, code]) => [pointer, code])).toEqual([
      ["/counts/B", "property_name"],
      ["/counts/c", "type"],
      ["/choice", "not_listed"],
      ["/open/known", "type"],
      ["/pair", "too_few_items"],
    ]);
  });

  test("writes names as JSON pointers do, and cuts long ones off", () => {
    const odd = JSON.parse(`{"a/b~c":1,"__proto__":1,"${"x".repeat(5000)}":1}`);
    const pointers = faults(schemas.Ticket, { number: 1, ...odd }).map(([pointer]) => pointer!);
    expect(pointers).toEqual(["/a~1b~0c", "/__proto__", `/${"x".repeat(100)}…`]);
  });

  test("has an end: a hundred faults, and no pointer longer than what is published", () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`extra${index}`, 1]));
    expect(faults(schemas.Ticket, many)).toHaveLength(100);
    const names = Array.from({ length: 200 }, (_, index) => `name${index}`);
    const wide = Type.Object(Object.fromEntries(names.map((name) => [name, Type.Boolean()])));
    expect(faults(wide, {})).toHaveLength(100);
    let deep: Record<string, unknown> = { title: 1 };
    for (let level = 0; level < 500; level++) deep = { title: "One", next: deep };
    expect(faults(schemas.Chapter, deep)[0]![0]!.length).toBeLessThanOrEqual(2048);
  });

  test("never repeats a value", () => {
    const SECRET = "s3cret-value-that-nobody-may-see";
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constant(SECRET),
        fc.array(tie("value")),
        fc.dictionary(fc.constantFrom(...Object.keys(schemas.Sample.properties), "x"), tie("value")),
      ),
    })).value;
    fc.assert(
      fc.property(
        values,
        fc.constantFrom(schemas.Sample, schemas.Book, schemas.Card, schemas.Loan),
        (value, schema) => {
          return !JSON.stringify(explain(schema, value, "body")).includes(SECRET);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("of a file that is none", () => {
    const covers = { front: "not a file", others: [new Blob(["x"]), 1], about: { artist: "Ada" } };
    expect(faults(schemas.Covers, covers)).toEqual([
      ["/front", "type", "Must be a file."],
      ["/others/1", "type", "Must be a file."],
    ]);
    expect(validators.isCovers(covers)).toBe(false);
    expect(validators.isCovers({ front: new Blob(["x"]), about: { artist: "Ada" } })).toBe(true);
  });
});

describe("a value that inherits", () => {
  test("has only what is its own: neither required nor unknown names come from a prototype", () => {
    expect(validators.isTicket(Object.create({ number: 1 }))).toBe(false);
    expect(faults(schemas.Ticket, Object.create({ number: 1 }))).toEqual([["/number", "required", "Is required."]]);
    expect(validators.isTicket(Object.assign(Object.create({ extra: 1 }), { number: 1 }))).toBe(true);
    expect(validators.isSample({})).toBe(true);
  });

  test("__proto__ is an unknown name like any other", () => {
    const value = JSON.parse('{"number":1,"__proto__":{"admin":true}}');
    expect(validators.isTicket(value)).toBe(false);
    expect(faults(schemas.Ticket, value)).toEqual([["/__proto__", "unknown_property", "Is not known here."]]);
  });
});

describe("a direction", () => {
  const request = { kind: "paper", title: "Emma", isbn: "9780141439587", owner: { name: "Ada", code: "1234" } };
  const stamps = { id: "0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d", createdAt: "2026-11-24T09:00:00Z" };

  test("a request has no readOnly property, at any depth", () => {
    expect(validators.isBookRequest(request)).toBe(true);
    expect(validators.isBookRequest({ ...request, ...stamps })).toBe(false);
    expect(validators.isBookRequest({ ...request, owner: { ...request.owner, since: "2026-11-24" } })).toBe(false);
  });

  test("an answer has no writeOnly property, at any depth", () => {
    expect(validators.isBook({ ...request, ...stamps, owner: { name: "Ada" } })).toBe(true);
    expect(validators.isBook({ ...request, ...stamps })).toBe(false);
    expect(validators.isBook({ ...request, ...stamps, owner: { name: "Ada" }, note: "x" })).toBe(false);
  });
});

describe("defaults", () => {
  const card = { number: "1", code: "1234" };

  test("fill what is missing, and nothing else", () => {
    expect(fillDefaults(schemas.Card, card)).toEqual({ ...card, door: "front", tags: [] });
    expect(fillDefaults(schemas.Card, { ...card, door: "back" })).toEqual({ ...card, door: "back", tags: [] });
    expect(fillDefaults(schemas.Card, { ...card, door: undefined })).toEqual({ ...card, door: "front", tags: [] });
  });

  test("filling twice changes nothing, and what is whole is not copied", () => {
    const once = fillDefaults(schemas.Card, card);
    expect(fillDefaults(schemas.Card, once)).toBe(once);
    expect(fillDefaults(schemas.Ticket, card)).toBe(card);
    expect(card).toEqual({ number: "1", code: "1234" });
  });

  test("are nobody's to change for others", () => {
    const first = fillDefaults(schemas.Card, card) as { tags: string[] };
    first.tags.push("mine");
    expect(fillDefaults(schemas.Card, card)).toEqual({ ...card, door: "front", tags: [] });
  });
});

describe("lengths count code points", () => {
  test("as a count of all of them would say", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "é", "😀", "\ud800", "\udc00"), maxLength: 12 });
    fc.assert(
      fc.property(text, fc.nat(14), (value, bound) => {
        const count = [...value].length;
        return hasAtMost(value, bound) === count <= bound && hasAtLeast(value, bound) === count >= bound;
      }),
      { numRuns: 500 },
    );
  });
});

test("equal items are found whatever the order of their names, and 1 is not '1'", () => {
  expect(
    allDiffer([
      { a: 1, b: [2] },
      { b: [2], a: 1 },
    ]),
  ).toBe(false);
  expect(allDiffer([1, "1", true, "true", null, "null", [1], ["1"], {}, "{}", "[1]"])).toBe(true);
  expect(allDiffer([{ a: "1" }, { a: 1 }])).toBe(true);
  expect(allDiffer([0, -0])).toBe(false);
});

test("a decimal step holds although floating point has no tenth", () => {
  for (const [value, step] of [
    [19.99, 0.01],
    [0.3, 0.1],
    [1e6 + 0.01, 0.01],
    [9, 3],
  ] as const)
    expect(fitsStep(value, step)).toBe(true);
  for (const [value, step] of [
    [19.999, 0.01],
    [0.35, 0.1],
    [10, 3],
  ] as const)
    expect(fitsStep(value, step)).toBe(false);
});
