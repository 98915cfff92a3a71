import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { RateLimitStore } from "#contract/policy/limit";
import { openTestDatabase } from "../../support/database";
import { cacheStatus, cachingApp, kept } from "./caching";
import { noteBody, operation, pathParameter, testApp } from "./support";

const database = await openTestDatabase();
const sql = database.connect({ max: 2 });
const ORGANIZATION = "0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d";
beforeAll(async () => {
  await sql`
    insert into organizations (id, name, created_at, updated_at) values (${ORGANIZATION}, 'Ours', now(), now())`;
});
afterAll(async () => {
  await sql.end();
  await database.close();
});

const refused = new Set<string>();
const rateLimits: RateLimitStore = {
  take: (key) => ({ allowed: !refused.has(key), remaining: 1, resetMs: 1000, retryAfterMs: 1000 }),
};

const everything = operation("change", "PUT", "/organizations/{organizationId}/notes/{id}", {
  security: [{ session: ["note:write"] }],
  organizationScoped: true,
  parameters: [pathParameter("organizationId"), pathParameter("id")],
  body: noteBody,
  policy: {
    freshMs: 1000,
    rateLimit: { name: "notes", address: { count: 1, perSeconds: 1 }, caller: { count: 1, perSeconds: 1 } },
    bodyLimitBytes: 100,
    idempotency: "required",
    precondition: "required",
    audit: { event: "note.changed", fields: [], answers: {}, problems: {} },
  },
});

describe("the order of the stages", () => {
  test("a request that is wrong in every way is answered stage by stage as its faults are removed", async () => {
    let answersRightly = false;
    let isMember = false;
    let isFresh = false;
    const { app, lines, clock } = testApp(
      [[everything, () => (answersRightly ? { status: 200, body: {} } : { status: 299 })]],
      {
        sql,
        rateLimits,
        members: (caller) =>
          isMember ? { ...caller, ...(isFresh && { authenticatedAtMs: clock.ms - 1000 }) } : undefined,
      },
    );
    refused.add("notes-address 0.0.0.0").add("notes-caller u1");
    const probe = {
      host: "evil.example",
      method: "PATCH",
      body: `{"text":"${"x".repeat(200)}"}`,
      headers: { "content-type": "text/plain", accept: "text/html" } as Record<string, string>,
    };
    const send = async () => {
      const { method, body, headers } = probe;
      const sent = { method, body, headers: { host: probe.host, "content-length": String(body.length), ...headers } };
      const response = await app.fetch(
        new Request(`https://api.example.com/organizations/${ORGANIZATION}/notes/a`, sent),
      );
      const answer = (await response.json()) as { code?: string; errors?: { pointer: string }[] };
      return `${response.status} ${answer.code ?? "answered"} ${answer.errors?.[0]?.pointer ?? ""}`.trim();
    };
    const authorize = (scopes: string) => {
      probe.headers.authorization = `Bearer u1 ${scopes}`;
    };
    const answers: string[] = [];
    const faults: [string, () => unknown][] = [
      ["host", () => (probe.host = "api.example.com")],
      ["size", () => (probe.body = '{"txet":1}')],
      ["method", () => (probe.method = "PUT")],
      ["address limit", () => refused.delete("notes-address 0.0.0.0")],
      ["authenticate", () => authorize("")],
      [
        "organization",
        () => {
          isMember = true;
        },
      ],
      ["authorize", () => authorize("note:write")],
      [
        "fresh",
        () => {
          isFresh = true;
        },
      ],
      ["caller limit", () => refused.delete("notes-caller u1")],
      ["accept", () => delete probe.headers.accept],
      ["media type", () => (probe.headers["content-type"] = "application/json")],
      ["validation", () => (probe.body = '{"text":"x"}')],
      ["idempotency", () => (probe.headers["idempotency-key"] = '"k1"')],
      ["precondition", () => (probe.headers["if-match"] = '"1"')],
      [
        "response check",
        () => {
          answersRightly = true;
        },
      ],
    ];
    for (const [stage, remove] of faults) {
      answers.push(`${stage}: ${await send()}`);
      remove();
    }
    answers.push(`nothing: ${await send()}`);
    expect(answers).toEqual([
      "host: 400 bad_request",
      "size: 413 body_too_large",
      "method: 405 method_not_allowed",
      "address limit: 429 rate_limited",
      "authenticate: 401 unauthenticated",
      "organization: 404 not_found",
      "authorize: 403 forbidden",
      "fresh: 401 reauthentication_required",
      "caller limit: 429 rate_limited",
      "accept: 406 not_acceptable",
      "media type: 415 unsupported_media_type",
      expect.stringMatching(/^validation: 422 invalid_request/),
      "idempotency: 422 invalid_request /Idempotency-Key",
      "precondition: 428 precondition_required",
      "response check: 500 internal",
      "nothing: 200 answered",
    ]);
    expect(lines.filter(({ message }) => message === "request").map(({ status }) => status)).toEqual([
      400, 413, 405, 429, 401, 404, 403, 401, 429, 406, 415, 422, 422, 428, 500, 200,
    ]);
    const recorded = await sql`select event, subject from audit_events`;
    expect([...recorded]).toEqual([{ event: "note.changed", subject: "u1" }]);
  });

  test("a kept answer is looked for after all that could refuse it, and before the handler", async () => {
    let isMember = false;
    let isFresh = false;
    let runs = 0;
    const reading = kept({
      path: "/organizations/{organizationId}/notes/{id}",
      security: [{ session: ["note:read"] }],
      organizationScoped: true,
      parameters: [{ ...pathParameter("organizationId"), type: "uuid" }, pathParameter("id")],
      policy: {
        freshMs: 1000,
        rateLimit: { name: "notes", address: { count: 1, perSeconds: 1 }, caller: { count: 1, perSeconds: 1 } },
      },
    });
    const { call, clock } = await cachingApp([[reading, () => ({ status: 200, body: { run: ++runs } })]], {
      rateLimits,
      members: (caller) =>
        isMember ? { ...caller, ...(isFresh && { authenticatedAtMs: clock.ms - 1000 }) } : undefined,
    });
    const probe = {
      query: "?unknown=1",
      headers: { accept: "text/html", "if-none-match": "x".repeat(2000) } as Record<string, string>,
    };
    refused.add("notes-address 0.0.0.0").add("notes-caller u1");
    const authorize = (scopes: string) => {
      probe.headers.authorization = `Bearer u1 ${scopes}`;
    };
    const faults: [string, () => unknown][] = [
      ["address limit", () => refused.delete("notes-address 0.0.0.0")],
      ["authenticate", () => authorize("")],
      [
        "organization",
        () => {
          isMember = true;
        },
      ],
      ["authorize", () => authorize("note:read")],
      [
        "fresh",
        () => {
          isFresh = true;
        },
      ],
      ["caller limit", () => refused.delete("notes-caller u1")],
      ["accept", () => delete probe.headers.accept],
      ["validation", () => (probe.query = "")],
      ["validator", () => delete probe.headers["if-none-match"]],
      ["cache", () => {}],
      ["kept", () => {}],
    ];
    const answers: string[] = [];
    for (const [stage, remove] of faults) {
      const { status, body, headers } = await call(
        "GET",
        `/organizations/${ORGANIZATION}/notes/a${probe.query}`,
        probe,
      );
      answers.push(`${stage}: ${status} ${body.code ?? cacheStatus({ headers })}, ${runs} runs`);
      remove();
    }
    expect(answers).toEqual([
      "address limit: 429 rate_limited, 0 runs",
      "authenticate: 401 unauthenticated, 0 runs",
      "organization: 404 not_found, 0 runs",
      "authorize: 403 forbidden, 0 runs",
      "fresh: 401 reauthentication_required, 0 runs",
      "caller limit: 429 rate_limited, 0 runs",
      "accept: 406 not_acceptable, 0 runs",
      "validation: 422 invalid_request, 0 runs",
      "validator: 400 bad_request, 0 runs",
      "cache: 200 groundwork; fwd=miss; stored, 1 runs",
      "kept: 200 groundwork; hit, 1 runs",
    ]);
  });
});
