/** Operations on an organization, whoever says who belongs to one. */
import { describe, expect, test } from "bun:test";
import { uuidv7 } from "#lib/ids";
import { answer, anyJson, operation, pathParameter, testApp } from "./support";

const OURS = "0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d";
const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });

/** Ada belongs to one organization, as who she is there. */
const notes = () =>
  testApp(
    [
      [
        operation("read", "GET", "/organizations/{organizationId}/notes", {
          security: [{ session: ["note:read"] }],
          organizationScoped: true,
          parameters: [pathParameter("organizationId")],
        }),
        (ctx, { path }) => ({
          status: 200,
          body: { by: ctx.caller?.subject, scopes: [...(ctx.caller?.scopes ?? [])], in: path.organizationId },
        }),
      ],
    ],
    {
      members: async (caller, organizationId) =>
        caller.subject === "ada" && organizationId === OURS ? { ...caller, scopes: new Set(["note:read"]) } : undefined,
    },
  );

describe("an operation on an organization", () => {
  test("is called with the scopes of the member there, and not with those of the credential", async () => {
    const { call, lines } = notes();
    const { status, body } = await call("GET", `/organizations/${OURS}/notes`, bearer("ada profile:write"));
    expect([status, body]).toEqual([200, { by: "ada", scopes: ["note:read"], in: OURS }]);
    expect(lines.at(-1)).toMatchObject({ message: "request", subject: "ada", organization: OURS });
  });

  test("is the same one however its id is written", async () => {
    const { call, lines } = notes();
    expect((await call("GET", `/organizations/${OURS.toUpperCase()}/notes`, bearer("ada"))).status).toBe(200);
    expect(lines.at(-1)).toMatchObject({ organization: OURS });
  });

  test.each([
    ["another organization", `/organizations/${uuidv7.next()}/notes`, "ada"],
    ["what cannot be an organization", "/organizations/not-an-id/notes", "ada"],
    ["an encoded slash", "/organizations/a%2Fb/notes", "ada"],
    ["somebody else", `/organizations/${OURS}/notes`, "bob"],
    ["somebody else with every scope of their own", `/organizations/${OURS}/notes`, "bob note:read"],
  ])("does not exist for %s", async (_, path, token) => {
    const { call, lines } = notes();
    const { status, body } = await call("GET", path, bearer(token));
    expect([status, body.code]).toEqual([404, "not_found"]);
    expect(lines.at(-1)).toMatchObject({ organization: null });
  });

  test("is not mounted where nobody says who belongs to an organization", () => {
    const scoped = operation("read", "GET", "/organizations/{organizationId}", { organizationScoped: true });
    expect(() => testApp([[scoped, () => null]])).toThrow("nobody says who belongs to one");
  });
});

describe("an operation that needs a fresh login", () => {
  const MINUTE_MS = 60_000;
  const deletion = (sinceMs: number | undefined) =>
    testApp(
      [
        [
          operation("remove", "GET", "/remove", { security: [{ session: [] }], policy: { freshMs: 15 * MINUTE_MS } }),
          () => ({ status: 200, body: {} }),
        ],
      ],
      {
        authenticators: {
          session: () => ({
            scheme: "session",
            subject: "ada",
            scopes: new Set(),
            ...(sinceMs !== undefined && { authenticatedAtMs: Date.UTC(2026, 10, 24, 9) - sinceMs }),
          }),
        },
      },
    );

  test.each([
    ["of just now", 0, 200],
    ["of its last moment", 15 * MINUTE_MS, 200],
    ["of a moment before", 15 * MINUTE_MS + 1, 401],
    ["that nobody knows of, such as that of a key", undefined, 401],
  ])("takes one %s as it should", async (_, sinceMs, expected) => {
    const { status } = await deletion(sinceMs).call("GET", "/remove", bearer("ada"));
    expect(status).toBe(expected);
  });

  test("says in its challenge what it asks for (RFC 9470)", async () => {
    const { body, headers } = await deletion(undefined).call("GET", "/remove", bearer("ada"));
    expect(body.code).toBe("reauthentication_required");
    expect(headers.get("www-authenticate")).toBe(
      'Bearer realm="api", error="insufficient_user_authentication", max_age="900"',
    );
  });
});

describe("a page of a list", () => {
  const page = (nextCursor: string | null) =>
    testApp([
      [
        operation("list", "GET", "/notes", {
          policy: { page: { maximum: 10, default: 5 } },
          parameters: ["limit", "cursor", "kind"].map((name) => ({
            ...pathParameter(name),
            in: "query" as const,
            required: false,
          })),
        }),
        () => ({ status: 200, body: { items: [], nextCursor } }),
      ],
    ]);

  test.each([
    ["/notes", '</notes?cursor=next>; rel="next"'],
    ["/notes?kind=a%20b&limit=2", '</notes?kind=a%20b&limit=2&cursor=next>; rel="next"'],
  ])("of %s links to the next one (RFC 8288)", async (path, link) => {
    const { status, headers } = await page("next").call("GET", path);
    expect([status, headers.get("link")]).toEqual([200, link]);
  });

  test("that is the last one links to none", async () => {
    expect((await page(null).call("GET", "/notes")).headers.get("link")).toBeNull();
  });

  test("is not looked for in an answer of another status", async () => {
    const { call } = testApp([
      [
        operation("list", "GET", "/notes", {
          policy: { page: { maximum: 10, default: 5 } },
          parameters: [{ ...pathParameter("cursor"), in: "query", required: false }],
          answers: { 200: anyJson, 204: answer({}) },
        }),
        () => ({ status: 204 }),
      ],
    ]);
    const { status, headers } = await call("GET", "/notes");
    expect([status, headers.get("link")]).toEqual([204, null]);
  });
});
