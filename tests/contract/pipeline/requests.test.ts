import { describe, expect, test } from "bun:test";
import { Type } from "@sinclair/typebox";
import type { Parameter } from "#contract/operation";
import { MAX_JSON_DEPTH, parseJson, UnreadableJson } from "#contract/read/json";
import { checked, listening, Note, noteBody, operation, pathParameter, talk, testApp } from "./support";

const parameter = (name: string, where: Parameter["in"], type: Parameter["type"], schema: object, more = {}) =>
  ({ name, in: where, required: false, type, schema: schema as typeof Note, ...more }) as const;

const search = operation("search", "GET", "/search", {
  parameters: [
    parameter("limit", "query", "integer", Type.Integer({ minimum: 1, maximum: 100 }), { default: 20 }),
    parameter("ratio", "query", "number", Type.Number()),
    parameter("deep", "query", "boolean", Type.Boolean()),
    parameter("of", "query", "uuid", Type.String({ format: "uuid" })),
    parameter("q", "query", "string", Type.String({ maxLength: 20 })),
    parameter("tag", "query", "list", Type.Array(Type.Integer(), { maxItems: 3 }), { items: "integer" }),
    parameter("X-Page-Size", "header", "integer", Type.Integer({ minimum: 1 })),
    parameter("theme", "cookie", "string", Type.Union([Type.Literal("dark"), Type.Literal("light")])),
  ],
});
const searched = () => testApp([[search, (_, input) => ({ status: 200, body: { ...input } })]]);
const places = (answer: { body: { errors?: { in: string; pointer: string }[] } }) =>
  answer.body.errors?.map((fault) => `${fault.in}${fault.pointer}`).sort();

describe("parameters", () => {
  test("become values of their declared types, defaults included", async () => {
    const { call } = searched();
    const headers = { "X-Page-Size": "7", Cookie: "a=b; theme=dark" };
    const answer = await call("GET", "/search?ratio=-0.50&deep=true&q=a%20b+c%26&tag=1&tag=22", { headers });
    expect(answer.body).toEqual({
      query: { limit: 20, ratio: -0.5, deep: true, q: "a b c&", tag: [1, 22] },
      headers: { "X-Page-Size": 7 },
      cookies: { theme: "dark" },
    });
  });

  test("a UUID counts in lower case, as the database writes it", async () => {
    const answer = await searched().call("GET", "/search?of=0199D1A0-3333-7A52-8F11-3F0F6A1B2C3D");
    expect(answer.body.query).toMatchObject({ of: "0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d" });
    expect((await searched().call("GET", "/search?of=0199D1A0")).status).toBe(422);
  });

  test.each([
    "1e3",
    "0x10",
    "Infinity",
    "NaN",
    "%201",
    "1%20",
    "+1",
    "%2B1",
    "01",
    "1.0",
    "",
    "9007199254740993",
    "-0",
    "1_0",
    "١",
  ])("%s is no integer", async (text) => {
    const answer = await searched().call("GET", `/search?limit=${text}`);
    expect([answer.status, places(answer)]).toEqual([422, ["query/limit"]]);
  });

  test.each(["1e3", ".5", "5.", "0x1", "Infinity", "--1", "1,5", "1".repeat(41)])("%s is no number", async (text) => {
    expect((await searched().call("GET", `/search?ratio=${text}`)).status).toBe(422);
  });

  test.each(["TRUE", "1", "yes", ""])("%p is no boolean", async (text) => {
    expect((await searched().call("GET", `/search?deep=${text}`)).status).toBe(422);
  });

  test("all faults come at once, unknown parameters among them, and no value is repeated", async () => {
    const headers = { "X-Page-Size": "sekret", Cookie: "theme=sekret" };
    const answer = await searched().call("GET", "/search?limit=sekret&deep=sekret&other=sekret&ratio=1", { headers });
    expect(answer.status).toBe(422);
    expect(places(answer)).toEqual(["cookie/theme", "header/X-Page-Size", "query/deep", "query/limit", "query/other"]);
    expect(answer.body.errors.find((fault: { pointer: string }) => fault.pointer === "/other").code).toBe(
      "unknown_property",
    );
    expect(answer.text).not.toContain("sekret");
  });

  test.each([
    "limit=1&limit=2",
    "limit=x&limit=1",
    "q=%zz",
    "q=%00",
    "q=%c3%28",
    "%zz=1",
    Array(101).fill("tag=1").join("&"),
  ])("?%s cannot be read: 400", async (query) => {
    const answer = await searched().call("GET", `/search?${query}`);
    expect([answer.status, answer.body.code]).toEqual([400, "bad_request"]);
  });

  test("a cookie that comes twice cannot be read: 400", async () => {
    const headers = { Cookie: "theme=dark; theme=light" };
    expect((await searched().call("GET", "/search", { headers })).status).toBe(400);
  });

  test("a query where the operation has none is refused, an empty one is not", async () => {
    const { call } = testApp([[operation("plain", "GET", "/plain"), () => ({ status: 200, body: {} })]]);
    expect((await call("GET", "/plain?a=1")).status).toBe(422);
    expect((await call("GET", "/plain?")).status).toBe(200);
  });

  test("a path value that cannot be one is 404, the same as one that names nothing", async () => {
    const { call } = testApp([
      [
        operation("note", "GET", "/notes/{id}", {
          parameters: [pathParameter("id", Type.String({ pattern: "^\\d+$" }))],
        }),
        () => ({ status: 200, body: {} }),
      ],
    ]);
    const [malformed, more] = [await call("GET", "/notes/x"), await call("GET", "/notes/x?y=1")];
    expect([malformed.status, malformed.body.errors, more.status]).toEqual([404, undefined, 404]);
    expect((await call("GET", "/notes/7")).status).toBe(200);
  });
});

const putNote = operation("putNote", "PUT", "/notes", { body: noteBody, policy: { bodyLimitBytes: 1000 } });
const noted = () => testApp([[putNote, (_, { body }) => ({ status: 200, body })]]);

describe("JSON bodies", () => {
  test.each([
    "application/json",
    "Application/JSON",
    "application/json; charset=utf-8",
    'application/json;charset="UTF-8"',
  ])("come as %s", async (type) => {
    const answer = await noted().call("PUT", "/notes", { headers: { "Content-Type": type }, body: '{"text":"ä"}' });
    expect([answer.status, answer.body]).toEqual([200, { text: "ä" }]);
  });

  test.each([
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/plain",
    "application/json; charset=utf-16",
    "application/jsonp",
    "application/problem+json",
    "",
  ])("do not come as %p: 415", async (type) => {
    const answer = await noted().call("PUT", "/notes", { headers: { "Content-Type": type }, body: '{"text":"x"}' });
    expect(answer.status).toBe(415);
  });

  test("do not come compressed: 415", async () => {
    const headers = { "Content-Type": "application/json", "Content-Encoding": "gzip" };
    expect((await noted().call("PUT", "/notes", { headers, body: "x" })).status).toBe(415);
  });

  const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
  test.each([
    ['{"text":"x",}', "line 1, column 13"],
    ['{\n  "text": x\n}', "line 2, column 11"],
    ['{"text":"x"} 1', "line 1, column 14"],
    ['{"text":"x"', "line 1, column 12"],
    ['{"text":"x","text":"y"}', "line 1, column 13"],
    ['{"text":"x","t\\u0065xt":"y"}', "line 1, column 13"],
    ['{"a":[{"b":1,"b":2}]}', "line 1, column 14"],
    ['{"text":"\t"}', "line 1, column 9"],
    ['{"text":"\\x"}', "line 1, column 9"],
    ['{"text":NaN}', "line 1, column 9"],
    ["[1 2]", "line 1, column 4"],
    ["{'text':1}", "line 1, column 2"],
    ['{"text" 1}', "line 1, column 9"],
    ['"', "line 1, column 1"],
    [" ", "line 1, column 2"],
    [deep(MAX_JSON_DEPTH + 1), `line 1, column ${MAX_JSON_DEPTH * 5 + 1}: it is nested deeper`],
  ])("%p cannot be read: 400 with the place", async (body, place) => {
    const answer = await noted().call("PUT", "/notes", { headers: { "Content-Type": "application/json" }, body });
    expect([answer.status, answer.body.code]).toEqual([400, "bad_request"]);
    expect(answer.body.detail).toContain(place);
  });

  test("so deep that they would break what recurses cannot be read either", () => {
    const levels = 200_000;
    expect(parseJson("[".repeat(levels) + "]".repeat(levels))).toBeInstanceOf(UnreadableJson);
    expect(parseJson("[".repeat(levels))).toBeInstanceOf(UnreadableJson);
  });

  test("as deep as allowed are read, and judged by the contract", async () => {
    const headers = { "Content-Type": "application/json" };
    expect((await noted().call("PUT", "/notes", { headers, body: deep(MAX_JSON_DEPTH) })).status).toBe(422);
  });

  test("with names like __proto__ change nothing and are unknown properties", async () => {
    const headers = { "Content-Type": "application/json" };
    const answer = await noted().call("PUT", "/notes", { headers, body: '{"text":"x","__proto__":{"admin":true}}' });
    expect(answer.status).toBe(422);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test("colons, braces and quotes inside strings count for nothing", async () => {
    const body = { text: 'a":{"b":1,\\"[[[:::\\\\' };
    expect((await noted().call("PUT", "/notes", { json: body })).body).toEqual(body);
  });

  test("that are not UTF-8 cannot be read: 400", async () => {
    const body = Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xff]), Buffer.from('"}')]);
    const answer = await noted().call("PUT", "/notes", { headers: { "Content-Type": "application/json" }, body });
    expect(answer.status).toBe(400);
  });

  test("no value is coerced, and what was sent is not repeated", async () => {
    const answer = await noted().call("PUT", "/notes", { json: { text: 5, sekret: "sekret-value" } });
    expect([answer.status, answer.body.code]).toEqual([422, "invalid_request"]);
    expect(answer.text).not.toContain("sekret-value");
  });

  test("are required where the contract says so", async () => {
    const answer = await noted().call("PUT", "/notes");
    expect([answer.status, answer.body.errors]).toEqual([
      422,
      [{ in: "body", pointer: "", code: "required", detail: "A body is required." }],
    ]);
  });
});

describe("sizes", () => {
  const post = (port: number, head: string, body: string) =>
    talk(
      port,
      `PUT /notes HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: application/json\r\n${head}\r\n\r\n${body}`,
    );
  const large = JSON.stringify({ text: "x".repeat(1000) });

  test("413 for what Content-Length announces, before it is sent", async () => {
    const { text } = await listening(noted().app, (port) => post(port, "Content-Length: 1001", ""));
    expect(text).toStartWith("HTTP/1.1 413");
    expect(text).toContain('"body_too_large"');
  });

  test("413 for what comes in chunks", async () => {
    const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
    const chunks = `${chunk(large.slice(0, 600))}${chunk(large.slice(600))}0\r\n\r\n`;
    const { text } = await listening(noted().app, (port) => post(port, "Transfer-Encoding: chunked", chunks));
    expect(text).toStartWith("HTTP/1.1 413");
    const small = await listening(noted().app, (port) =>
      post(port, "Transfer-Encoding: chunked", `${chunk('{"text":')}${chunk('"x"}')}0\r\n\r\n`),
    );
    expect(small.text).toStartWith("HTTP/1.1 200");
  });

  test("413 for a body that is longer than its Content-Length says", async () => {
    const headers = { "Content-Type": "application/json", "Content-Length": "10" };
    expect((await noted().call("PUT", "/notes", { headers, body: large })).status).toBe(413);
  });

  test("as large as allowed is taken", async () => {
    const text = "x".repeat(1000 - JSON.stringify({ text: "" }).length);
    expect((await noted().call("PUT", "/notes", { json: { text } })).status).toBe(200);
  });

  test("413 for any body where the operation takes none", async () => {
    const bare = () => testApp([[operation("remove", "DELETE", "/notes"), () => ({ status: 200, body: {} })]]);
    const head = (port: number, field: string) =>
      `DELETE /notes HTTP/1.1\r\nHost: localhost:${port}\r\n${field}\r\n\r\n`;
    for (const [field, body, status] of [
      ["Content-Length: 2", "{}", 413],
      ["Transfer-Encoding: chunked", "2\r\n{}\r\n0\r\n\r\n", 413],
      ["Content-Length: 0", "", 200],
    ] as const) {
      const { text } = await listening(bare().app, (port) => talk(port, head(port, field) + body));
      expect(text).toStartWith(`HTTP/1.1 ${status}`);
    }
  });
});

describe("other bodies", () => {
  const upload = operation("upload", "POST", "/files", {
    body: {
      required: true,
      content: {
        "application/octet-stream": { kind: "binary", defaults: false },
        "text/plain": { kind: "text", body: checked(Type.String({ maxLength: 10 })), defaults: false },
        "multipart/form-data": {
          kind: "multipart",
          defaults: false,
          body: checked(
            Type.Object(
              {
                note: Note,
                file: Type.Unknown(),
                more: Type.Optional(Type.Array(Type.Unknown())),
                name: Type.String(),
              },
              { additionalProperties: false },
            ),
          ),
          parts: {
            note: { kind: "json", required: true, many: false },
            file: { kind: "file", required: true, many: false, types: ["image/png"] },
            more: { kind: "file", required: false, many: true },
            name: { kind: "text", required: true, many: false },
          },
        },
      },
    },
    policy: { bodyLimitBytes: 2000 },
  });
  const uploads = () =>
    testApp([
      [
        upload,
        async (_, { body, contentType }) => {
          const received: unknown = body;
          if (received instanceof ReadableStream)
            return { status: 200, body: { contentType, bytes: (await new Response(received).bytes()).length } };
          if (typeof received === "string") return { status: 200, body: { contentType, text: received } };
          const { note, file, more, name } = received as { note: unknown; file: File; more?: File[]; name: string };
          return { status: 200, body: { note, name, file: await file.text(), more: more?.length } };
        },
      ],
    ]);
  const form = (change: (form: FormData) => void = () => {}) => {
    const data = new FormData();
    data.set("note", '{"text":"hello"}');
    data.set("name", "a");
    data.set("file", new File(["bytes"], "a.png", { type: "image/png" }));
    change(data);
    return data;
  };

  test("binary bodies come as a stream, and end with 413 past the limit", async () => {
    const headers = { "Content-Type": "application/octet-stream" };
    const { call } = uploads();
    expect((await call("POST", "/files", { headers, body: Buffer.alloc(2000) })).body.bytes).toBe(2000);
    const chunks = (count: number) =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          if (count-- > 0) controller.enqueue(Buffer.alloc(500));
          else controller.close();
        },
      });
    expect((await call("POST", "/files", { headers, body: chunks(4) })).body.bytes).toBe(2000);
    expect((await call("POST", "/files", { headers, body: chunks(5) })).status).toBe(413);
  });

  test("text is text", async () => {
    const headers = { "Content-Type": "text/plain; charset=us-ascii" };
    expect((await uploads().call("POST", "/files", { headers, body: "hello" })).body.text).toBe("hello");
    expect((await uploads().call("POST", "/files", { headers, body: "hello hello" })).status).toBe(422);
  });

  test("multipart parts come as their contract says", async () => {
    const body = form((data) => {
      data.append("more", new File(["1"], "1.txt"));
      data.append("more", new File(["2"], "2.txt"));
    });
    const answer = await uploads().call("POST", "/files", { body });
    expect(answer.body).toEqual({ note: { text: "hello" }, name: "a", file: "bytes", more: 2 });
  });

  test.each([
    ["a part that is not JSON", (data: FormData) => data.set("note", "{"), 400],
    ["duplicate names in a JSON part", (data: FormData) => data.set("note", '{"text":"a","text":"b"}'), 400],
    ["a part that comes twice", (data: FormData) => data.append("name", "b"), 400],
    ["a part that breaks its schema", (data: FormData) => data.set("note", '{"text":""}'), 422],
    ["a missing part", (data: FormData) => data.delete("note"), 422],
    ["an unknown part", (data: FormData) => data.set("other", "x"), 422],
    [
      "a file of another type",
      (data: FormData) => data.set("file", new File(["x"], "a.svg", { type: "image/svg+xml" })),
      422,
    ],
    ["too many bytes", (data: FormData) => data.set("name", "x".repeat(3000)), 413],
  ])("%s is refused", async (_, change, status) => {
    expect((await uploads().call("POST", "/files", { body: form(change) })).status).toBe(status);
  });

  test("a body that is no multipart at all is 400", async () => {
    const headers = { "Content-Type": "multipart/form-data; boundary=x" };
    expect((await uploads().call("POST", "/files", { headers, body: "nothing" })).status).toBe(400);
  });
});
