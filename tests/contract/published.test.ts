/** What the compiler adds to the contract: the problems that follow from other words, and how it publishes them. */
import { describe, expect, test } from "bun:test";
import { type Json, modelOf, operationOf, readThing, small } from "./small.ts";

describe("implied problems", () => {
  const always = ["bad_request", "body_too_large", "invalid_request", "rate_limited", "internal", "unavailable"];
  const get = (words: Json, method = "get"): string[] => {
    const operation = modelOf(small({ paths: { "/thing": { [method]: readThing(words) } } })).operations[1]!;
    return operation.implied.filter((code) => !always.includes(code));
  };
  const put = (contract: Json): string[] => operationOf(contract).implied.filter((code) => !always.includes(code));
  const secured = ["unauthenticated", "forbidden"];

  test("400, 413, 422, 429, 500 and 503 come with every operation", () => {
    expect(operationOf(small()).implied).toEqual(expect.arrayContaining(always));
  });
  test("a public GET adds 406 for its answer", () => expect(get({})).toEqual(["not_acceptable"]));
  test("an operation whose answers have no body adds none", () => {
    expect(get({ responses: { "204": { description: "Nothing" } } })).toEqual([]);
  });
  test("a secured one adds 401 and 403", () =>
    expect(get({ security: [{ session: [] }] })).toEqual([...secured, "not_acceptable"]));
  test("a cookie parameter adds 403 where something changes, for the guard against other sites", () => {
    const parameters = [{ name: "color", in: "cookie", schema: { type: "string", maxLength: 9 } }];
    expect(get({ parameters }, "post")).toEqual(["forbidden", "not_acceptable"]);
    expect(get({ parameters })).toEqual(["not_acceptable"]);
  });
  test("a body and a path parameter add 404, 408 and 415", () => {
    expect(put(small())).toEqual([
      ...secured,
      "not_found",
      "not_acceptable",
      "request_timeout",
      "unsupported_media_type",
    ]);
  });
  test("a required precondition adds 412 and 428, an optional one 412", () => {
    expect(put(small({ policy: { precondition: "required" } }))).toEqual(
      expect.arrayContaining(["precondition_failed", "precondition_required"]),
    );
    expect(put(small({ policy: { precondition: "optional" } }))).not.toContain("precondition_required");
  });
  test("idempotency adds 409 and its own 422", () => {
    expect(put(small({ policy: { idempotency: "optional" } }))).toEqual(
      expect.arrayContaining(["idempotency_in_progress", "idempotency_mismatch"]),
    );
  });
});

describe("the published contract", () => {
  const put = (contract: Json) =>
    (modelOf(contract).published.paths as Record<string, Record<string, Json>>)["/things/{thingId}"]!.put!;

  test("has every implied answer, and keeps x-policy", () => {
    const { responses, "x-policy": policy } = put(small({ policy: { problems: ["thing_locked"] } }));
    expect(Object.keys(responses as Json)).toEqual([
      "200",
      "400",
      "401",
      "403",
      "404",
      "406",
      "408",
      "409",
      "413",
      "415",
      "422",
      "429",
      "500",
      "503",
    ]);
    expect((responses as Json)["409"]).toEqual({ $ref: "#/components/responses/ThingLocked" });
    expect(policy).toMatchObject({ rateLimit: "standard" });
  });

  test("has the parameters that follow from the policy", () => {
    const { parameters } = put(small({ policy: { precondition: "required", idempotency: "optional" } }));
    expect((parameters as Json[]).slice(1)).toEqual([
      { $ref: "#/components/parameters/IfMatch" },
      { $ref: "#/components/parameters/IdempotencyKeyIfWanted" },
    ]);
  });

  const cached = (words: Json) => {
    const cache = { scope: "public", maxAge: "5 min", validator: "etag", ...words };
    const get = readThing({ "x-policy": { rateLimit: "standard", audit: { none: "A test" }, cache } });
    const { published } = modelOf(small({ paths: { "/thing": { get } } }));
    const operations = (published.paths as Record<string, Record<string, Json>>)["/thing"]!;
    return operations.get!.responses as Record<string, { description: string; headers: Json }>;
  };

  test("says what a cache adds: 304, ETag and Cache-Control", () => {
    const responses = cached({});
    expect(Object.keys(responses["200"]!.headers)).toEqual(expect.arrayContaining(["Cache-Control", "ETag"]));
    expect(responses["304"]).toHaveProperty("description");
    for (const status of ["200", "304"]) expect(Object.keys(responses[status]!.headers)).not.toContain("Age");
  });

  test("says what a kept answer adds: Cache-Status and Age", () => {
    const responses = cached({ keep: "90 s", tags: [] });
    for (const status of ["200", "304"])
      expect(responses[status]!.headers).toMatchObject({
        "Cache-Status": { required: true },
        Age: { required: false, schema: { type: "integer", maximum: 5 } },
      });
  });

  test("says on every answer that it may tell what is left of the limits", () => {
    const { published } = modelOf(small({}));
    const components = published.components as Record<"responses" | "headers", Record<string, Json>>;
    const operations = Object.values(published.paths as Record<string, Record<string, Json>>).flatMap(Object.values);
    const answers = operations.flatMap(({ responses }) => Object.values((responses ?? {}) as Record<string, Json>));
    expect(answers).not.toBeEmpty();
    for (const answer of answers) {
      const { headers } = components.responses[String(answer.$ref).split("/").at(-1)!] ?? answer;
      expect(headers).toMatchObject({
        RateLimit: { $ref: "#/components/headers/RateLimit" },
        "RateLimit-Policy": { $ref: "#/components/headers/RateLimitPolicy" },
      });
    }
    expect(Object.keys(components.headers)).toEqual(expect.arrayContaining(["RateLimit", "RateLimitPolicy"]));
  });

  test("several codes of one status are one answer that lists them", () => {
    const { published } = modelOf(small({ policy: { problems: ["thing_locked"], idempotency: "required" } }));
    const answer = (published.components as { responses: Record<string, Json> }).responses
      .IdempotencyInProgressOrThingLocked;
    expect(answer).toHaveProperty(
      ["content", "application/problem+json", "schema", "allOf", 1, "properties", "code", "enum"],
      ["idempotency_in_progress", "thing_locked"],
    );
  });
});
