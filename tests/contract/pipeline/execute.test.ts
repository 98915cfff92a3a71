import { describe, expect, test } from "bun:test";
import { Type } from "@sinclair/typebox";
import { Call, Reply } from "#contract/call";
import type { Caller } from "#contract/context";
import { execute } from "#contract/execute";
import { pipelineOf } from "#contract/pipeline";
import { routeOf } from "#contract/route";
import { traceOf } from "#contract/trace";
import { uuidv7 } from "#lib/ids";
import { noteBody, operation, pathParameter, testOptions } from "./support";

const change = operation("change", "PUT", "/notes/{id}", {
  security: [{ session: ["note:write"] }],
  parameters: [pathParameter("id", Type.String({ pattern: "^[a-z]$" }))],
  body: noteBody,
  policy: { rateLimit: { name: "notes", caller: { count: 2, perSeconds: 60 } }, precondition: "required" },
});

/** Another way in than HTTP: it knows its caller and brings values. */
function wayIn() {
  let reads = 0;
  const { options } = testOptions([
    [
      change,
      (ctx, { path, body, ifMatch }) => ({ status: 200, body: { path, body, ifMatch, by: ctx.caller?.subject } }),
    ],
  ]);
  const pipeline = pipelineOf(options);
  const route = routeOf(change, options, new Headers());
  const run = async (caller: Caller | null, body: unknown, fields: Record<string, string> = {}) => {
    const trace = traceOf(uuidv7.next(), null, null, 0);
    const client = { requestId: "r1", trace, address: "0.0.0.0", userAgent: null };
    const call = new Call(pipeline, route, client, {
      read: () => {
        reads++;
        return { parameters: { path: { id: "a" } }, body, contentType: "application/json", faults: [] };
      },
      field: (name) => fields[name] ?? null,
      segment: () => null,
    });
    call.caller = caller;
    const outcome = await execute(call);
    return outcome instanceof Reply ? JSON.parse(outcome.body as string) : outcome.code;
  };
  return { run, reads: () => reads };
}

const caller = (...scopes: string[]): Caller => ({ scheme: "session", subject: "u1", scopes: new Set(scopes) });
const current = { "if-match": '"3"' };

describe("execute, without HTTP", () => {
  test("authorizes, limits, validates and checks preconditions like every way in", async () => {
    const { run, reads } = wayIn();
    expect(await run(null, { text: "x" }, current)).toBe("unauthenticated");
    expect(await run(caller("note:read"), { text: "x" }, current)).toBe("forbidden");
    expect(await run({ ...caller("note:write"), scheme: "key" }, { text: "x" }, current)).toBe("forbidden");
    expect(reads()).toBe(0);
    expect(await run(caller("note:write"), { text: 5 }, current)).toBe("invalid_request");
    expect(await run(caller("note:write"), { text: "x" })).toBe("precondition_required");
    expect(await run(caller("note:write"), { text: "x" }, current)).toBe("rate_limited");
  });

  test("gives the handler what was brought", async () => {
    expect(await wayIn().run(caller("note:write"), { text: "x" }, current)).toEqual({
      path: { id: "a" },
      body: { text: "x" },
      ifMatch: 3,
      by: "u1",
    });
  });
});
