/** The pipeline around what the compiler makes of a contract that uses all of the profile. */
import { afterAll, describe, expect, test } from "bun:test";
import type { AppOptions } from "../../../src/app";
import { openTestDatabase } from "../../support/database";
import type { Handlers } from "../fixture/generated/handlers";
import { contract } from "../fixture/generated/operations";
import { type TestHandler, testApp, trusting } from "./support";

const database = await openTestDatabase();
const sql = database.connect({ max: 2 });
afterAll(async () => {
  await sql.end();
  await database.close();
});

const book = {
  id: "0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d",
  kind: "paper",
  title: "Emma",
  isbn: "9780141439587",
  owner: { name: "Ada" },
  createdAt: "2026-11-24T09:00:00.000Z",
} as const;
const png = new Uint8Array([137, 80, 78, 71]);

/** What each handler was given, by operation. */
const given: Record<string, unknown> = {};
const noted =
  <Input, Result>(id: string, result: (input: Input) => Result) =>
  (_: unknown, input: Input) => {
    given[id] = input;
    return result(input);
  };

const handlers: Partial<Handlers> = {
  listBooks: noted("listBooks", () => ({ status: 200, body: { items: [], nextCursor: null } })),
  createBook: noted("createBook", () => ({
    status: 201,
    body: book,
    etag: 1,
    headers: { Location: "/books/1", "X-Copies": 2 },
  })),
  readBook: noted("readBook", () => ({
    status: 200,
    contentType: "text/plain",
    body: "Emma, by Jane Austen",
    etag: 3,
  })),
  readCover: noted("readCover", () => ({ status: 200, contentType: "image/png", body: png })),
  replaceCover: noted("replaceCover", async ({ body }) => {
    given.bytes = (await new Response(body).bytes()).length;
    return { status: 204 };
  }),
  uploadCovers: noted("uploadCovers", () => ({ status: 200, body: { files: 1, bytes: 4 } })),
  replaceContents: noted("replaceContents", ({ body }) => ({ status: 200, body })),
  lendBook: noted("lendBook", () => ({ status: 303, headers: { Location: "https://library.example/loans/1" } })),
  showCard: noted("showCard", () => ({ status: 201, headers: { "Set-Cookie": ["visit=1", "door=front"] } })),
  readReader: noted("readReader", () => ({
    status: 200,
    body: { id: 7, organizationId: book.id, email: "a@b.example" },
  })),
  readDesk: noted("readDesk", () => ({ status: 200, body: "<p>Emma</p>" })),
  readCounts: noted("readCounts", () => ({ status: 200, body: "books 1" })),
  checkSample: noted("checkSample", ({ body }) => ({ status: 200, body })),
};

const { call } = testApp(
  contract.operations.map((operation) => [
    // Refused as long as the pipeline does not know members; the rest of what it says holds all the same.
    { ...operation, organizationScoped: false },
    (handlers as Record<string, TestHandler>)[operation.id] ?? (() => Promise.reject(new Error("not called"))),
  ]),
  {
    sql,
    securitySchemes: contract.securitySchemes,
    authenticators: { apiKey: trusting("apiKey") },
  },
);
const by = (scopes: string) => ({ Authorization: `Bearer u1 ${scopes}` });

describe("a contract that uses all of the profile", () => {
  test("is not mounted with an operation of an organization, whose members nobody looks at yet", () => {
    const scoped = contract.operations.filter(({ organizationScoped }) => organizationScoped);
    const mount = () => testApp(scoped.map((operation) => [operation, () => ({ status: 200 })]));
    expect(mount).toThrow("The operation readReader is on an organization, and nobody says who belongs to one.");
  });

  test("operations are on the listeners that it names, those of development only where somebody develops", async () => {
    const statuses = async (options: Pick<AppOptions, "listener" | "development">) => {
      const app = testApp(
        contract.operations
          .filter(({ id }) => ["readCounts", "checkSample", "readCover", "readDesk"].includes(id))
          .map((operation) => [operation, (handlers as Record<string, TestHandler>)[operation.id]!]),
        options,
      );
      const counts = await app.call("GET", "/counts");
      const sample = await app.call("OPTIONS", "/samples");
      const cover = await app.call("GET", `/books/${book.id}/cover`);
      const desk = await app.call("GET", "/desk");
      return [counts.status, sample.status, cover.status, desk.status];
    };
    expect(await statuses({ listener: "public" })).toEqual([404, 204, 200, 404]);
    expect(await statuses({ listener: "internal" })).toEqual([200, 204, 404, 404]);
    expect(await statuses({ listener: "public", development: true })).toEqual([404, 204, 200, 200]);
    expect(await statuses({ listener: "internal", development: true })).toEqual([200, 204, 404, 404]);
  });

  test("parameters of every kind, with defaults and pages", async () => {
    const headers = { "X-Api-Key": "k1 book:read", "X-Shelf": "7", Cookie: "theme=dark" };
    const answer = await call("GET", "/books?genre=novel&genre=poetry&year=1815&maxWeight=0.5", { headers });
    expect([answer.status, answer.body]).toEqual([200, { items: [], nextCursor: null }]);
    expect(given.listBooks).toMatchObject({
      query: { genre: ["novel", "poetry"], year: [1815], available: true, maxWeight: 0.5, order: "newest" },
      headers: { "X-Shelf": 7 },
      cookies: { theme: "dark" },
      page: { limit: 10, after: null },
    });
    const refused = await call("GET", "/books?genre=novel&genre=novel&order=x&limit=51&X=1", { headers });
    expect(
      refused.body.errors.map((fault: { pointer: string; code: string }) => `${fault.pointer} ${fault.code}`).sort(),
    ).toEqual(["/X unknown_property", "/genre duplicate_items", "/limit too_large", "/order not_listed"]);
  });

  test("bodies of several media types, and an answer with headers", async () => {
    const json = { kind: "paper", title: "Emma", isbn: book.isbn, owner: { name: "Ada", code: "1234" } };
    const answer = await call("POST", "/books", { headers: by("book:write"), json });
    expect([
      answer.status,
      answer.headers.get("etag"),
      answer.headers.get("location"),
      answer.headers.get("x-copies"),
    ]).toEqual([201, '"1"', "/books/1", "2"]);
    expect(given.createBook).toMatchObject({ contentType: "application/json", body: { ...json, language: "en" } });
    const isbn = { ...by("book:write"), "Content-Type": "application/vnd.library.isbn+json" };
    await call("POST", "/books", { headers: isbn, body: JSON.stringify({ isbn: book.isbn }) });
    expect(given.createBook).toMatchObject({
      contentType: "application/vnd.library.isbn+json",
      body: { isbn: book.isbn },
    });
    await call("POST", "/books", { headers: { ...by("book:write"), "Content-Type": "text/plain" }, body: book.isbn });
    expect(given.createBook).toMatchObject({ contentType: "text/plain", body: book.isbn });
    const readOnly = await call("POST", "/books", { headers: by("book:write"), json: { ...json, id: book.id } });
    expect(readOnly.body.errors[0]).toMatchObject({ in: "body", pointer: "/id" });
  });

  test("text, bytes and cookies as answers", async () => {
    const text = await call("GET", `/books/${book.id}`, { headers: by("book:read") });
    expect([text.text, text.headers.get("content-type"), text.headers.get("etag")]).toEqual([
      "Emma, by Jane Austen",
      "text/plain; charset=utf-8",
      '"3"',
    ]);
    const cover = await call("GET", `/books/${book.id}/cover`);
    expect([cover.headers.get("content-type"), cover.headers.get("cache-control")]).toEqual([
      "image/png",
      "public, max-age=3600",
    ]);
    const tag = cover.headers.get("etag") ?? "";
    expect((await call("GET", `/books/${book.id}/cover`, { headers: { "If-None-Match": tag } })).status).toBe(304);
    const visit = await call("POST", "/cards");
    expect([visit.status, visit.headers.getSetCookie()]).toEqual([201, ["visit=1", "door=front"]]);
    expect(
      (
        await call("POST", "/loans", {
          headers: by("reader:write"),
          json: { bookId: book.id, payment: { type: "voucher", codes: ["a"] } },
        })
      ).status,
    ).toBe(303);
    expect(given.lendBook).toMatchObject({ body: { days: 14 } });
  });

  test("bytes and forms as bodies", async () => {
    const headers = { ...by("book:write"), "Content-Type": "image/png" };
    expect((await call("PUT", `/books/${book.id}/cover`, { headers, body: png })).status).toBe(204);
    expect(given.bytes).toBe(4);
    const body = new FormData();
    body.set("front", new File([png], "a.png", { type: "image/png" }));
    body.set("about", '{"artist":"Ada","size":[3,4]}');
    expect((await call("POST", `/books/${book.id}/cover`, { headers: by("book:write"), body })).status).toBe(200);
    expect(given.uploadCovers).toMatchObject({ body: { about: { artist: "Ada", size: [3, 4] }, copies: "one" } });
    body.set("front", "no file");
    body.delete("about");
    const refused = await call("POST", `/books/${book.id}/cover`, { headers: by("book:write"), body });
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual(["/about", "/front"]);
  });

  test("recursive schemas, and every kind of value there and back", async () => {
    const chapter = { title: "One", sections: [{ pages: [1, 2], chapters: [{ title: "Deep" }] }], next: null };
    expect(
      (await call("PUT", `/books/${book.id}/contents`, { headers: by("book:write"), json: chapter })).body,
    ).toEqual(chapter);
    const sample = {
      emoji: "🙂",
      pair: ["a", { x: 1, y: 2 }],
      counts: { a: 1 },
      constructor: "x",
      "a-b c": true,
      anything: [null],
    };
    const answer = await call("POST", "/samples", { json: sample });
    expect([answer.status, answer.body]).toEqual([200, sample]);
  });

  test("ids in the address: a malformed one is 404 for numbers and UUIDs alike", async () => {
    const headers = by("reader:write");
    expect((await call("GET", `/organizations/${book.id}/readers/7`, { headers })).status).toBe(200);
    expect(given.readReader).toMatchObject({ path: { organizationId: book.id, readerId: 7 } });
    for (const [organization, reader] of [
      ["x", "7"],
      [book.id, "07"],
      [book.id, "0"],
      [book.id, "9007199254740993"],
    ])
      expect((await call("GET", `/organizations/${organization}/readers/${reader}`, { headers })).status).toBe(404);
  });
});
