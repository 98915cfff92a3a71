/** A contract written by hand, one operation for each thing that the pipeline has to do, and an app around it. */
import { connect, type Socket } from "node:net";
import { type Static, type TSchema, Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import type { RequestContext } from "#contract/context";
import type {
  Answer,
  CachePolicy,
  Checked,
  CompiledContract,
  MediaType,
  Operation,
  Parameter,
  Policy,
} from "#contract/operation";
import type { AppOptions, Authenticator, PipelineSettings } from "#contract/pipeline";
import { problemsOf } from "#contract/problem";
import type { Sql } from "#db/client";
import type { Clock } from "#lib/clock";
import { uuidv7 } from "#lib/ids";
import type { Log } from "#lib/log";
import { createApp } from "../../../src/app";

export const checked = (schema: TSchema): Checked => ({ schema, check: (value) => Value.Check(schema, value) });

export const json = (schema: TSchema): MediaType => ({ kind: "json", body: checked(schema), defaults: false });

export const Note = Type.Object({ text: Type.String({ minLength: 1 }) }, { additionalProperties: false });
export const noteBody = { required: true, content: { "application/json": json(Note) } };

export const answer = (content: Answer["content"], headers: Answer["headers"] = {}): Answer => ({ content, headers });

/** Private, asked for again each time, and not kept, unless given. */
export const cachePolicy = (given: Partial<CachePolicy> = {}): CachePolicy => ({
  scope: "private",
  maxAgeSeconds: 0,
  sharedMaxAgeSeconds: null,
  validator: "etag",
  keepMs: null,
  tags: [],
  ...given,
});

/** An answer that says nothing about its body but that it is JSON. */
export const anyJson = answer({ "application/json": json(Type.Unknown()) });

const IMPLIED = [
  "bad_request",
  "unauthenticated",
  "reauthentication_required",
  "forbidden",
  "not_found",
  "not_acceptable",
  "request_timeout",
  "idempotency_in_progress",
  "precondition_failed",
  "body_too_large",
  "unsupported_media_type",
  "invalid_request",
  "idempotency_mismatch",
  "precondition_required",
  "rate_limited",
  "internal",
  "unavailable",
];

export const problem = problemsOf({
  taken: { status: 409, title: "Taken", meaning: "The name is taken." },
  wrong_password: { status: 401, title: "Wrong password", meaning: "The password is wrong." },
  undeclared: { status: 409, title: "Undeclared", meaning: "No operation says so." },
});

export type Given = Partial<Omit<Operation, "policy" | "parameters" | "input">> & {
  policy?: Partial<Policy>;
  parameters?: (Parameter & { schema: TSchema })[];
};

/** A public operation without a body; what is given takes the place of a default. */
export function operation(id: string, method: Operation["method"], path: string, given: Given = {}): Operation {
  const { policy, parameters = [], problems = [], ...rest } = given;
  const input = parameters.length > 0 ? { input: checked(inputSchema(parameters)) } : {};
  return {
    id,
    method,
    path,
    security: [],
    organizationScoped: false,
    deprecated: false,
    answers: { 200: anyJson },
    parameters: parameters.map(({ schema: _, ...parameter }) => parameter),
    problems: [...IMPLIED, ...problems],
    policy: {
      rateLimit: { name: "wide", address: { count: 1_000_000, perSeconds: 1 } },
      bodyLimitBytes: given.body ? 10_000 : 0,
      timeoutMs: 10_000,
      freshMs: null,
      transaction: method === "GET" ? "none" : "pipeline",
      precondition: "none",
      idempotency: "none",
      cache: null,
      compress: false,
      objective: null,
      page: null,
      audit: null,
      response: "enforce",
      listener: "public",
      ...policy,
    },
    ...input,
    ...rest,
  };
}

function inputSchema(parameters: (Parameter & { schema: TSchema })[]): TSchema {
  const parts = Map.groupBy(parameters, (parameter) => parameter.in);
  const objects = [...parts].map(([where, list]) => {
    const properties = list.map(({ name, required, schema }) => [name, required ? schema : Type.Optional(schema)]);
    return [where, Type.Object(Object.fromEntries(properties), { additionalProperties: false })];
  });
  return Type.Object(Object.fromEntries(objects));
}

export const pathParameter = (name: string, schema: TSchema = Type.String()): Parameter & { schema: TSchema } => ({
  name,
  in: "path",
  required: true,
  type: "string",
  schema,
});

export class TestClock implements Clock {
  ms = Date.UTC(2026, 10, 24, 9);
  now = () => new Date(this.ms);
}

export interface LogLine extends Record<string, unknown> {
  level: "info" | "warn" | "error";
  message: string;
}

export type TestHandler = (ctx: RequestContext, input: TestInput) => unknown;

/** Handlers of a test take what their operation says; its schema has been checked. */
export interface TestInput {
  path: Record<string, string>;
  query: Record<string, unknown>;
  headers: Record<string, unknown>;
  cookies: Record<string, unknown>;
  body: Static<typeof Note> & Record<string, unknown>;
  contentType: string;
  ifMatch: number | null;
  page: { limit: number; after: { at: string; id: string } | null };
}

export interface AppGiven
  extends Partial<
    Pick<
      AppOptions,
      "cache" | "members" | "services" | "rateLimits" | "recordAudit" | "listener" | "development" | "observers"
    >
  > {
  /** Stands still, unless given. */
  testClock?: TestClock;
  settings?: Partial<PipelineSettings>;
  securitySchemes?: CompiledContract["securitySchemes"];
  authenticators?: Record<string, Authenticator>;
  sql?: Sql;
  log?: Log;
}

/** Tokens are "subject scope scope": whatever is sent works, except "bad". */
export const trusting =
  (scheme: string): Authenticator =>
  (credential) => {
    if (credential === "bad") return undefined;
    const [subject = "", ...scopes] = credential.split(" ");
    return { scheme, subject, scopes: new Set(scopes) };
  };

export const noDatabase = (() => {
  throw new Error("This test has no database.");
}) as unknown as Sql;

/** Options of an app around these operations, with what it logs and the clock that it goes by. */
export function testOptions(operations: readonly [Operation, TestHandler][], given: AppGiven = {}) {
  const lines: LogLine[] = [];
  const { testClock: clock = new TestClock() } = given;
  const log = collected(lines, {});
  const options: AppOptions = {
    contract: {
      operations: operations.map(([described]) => described),
      securitySchemes: {
        session: { type: "http", scheme: "bearer" },
        sessionCookie: { type: "apiKey", in: "cookie", name: "__Host-session" },
        key: { type: "apiKey", in: "header", name: "X-Key" },
        ...given.securitySchemes,
      },
      roles: {},
      cacheTags: {},
    },
    handlers: Object.fromEntries(operations.map(([{ id }, handler]) => [id, handler as never])),
    authenticators: {
      session: trusting("session"),
      sessionCookie: trusting("session"),
      key: trusting("key"),
      ...given.authenticators,
    },
    services: given.services ?? {},
    sql: given.sql ?? noDatabase,
    clock,
    ids: uuidv7,
    log: given.log ?? log,
    settings: {
      publicOrigin: "https://api.example.com",
      allowedHosts: ["api.example.com", "localhost:*"],
      corsOrigins: [],
      trustedProxies: [],
      rateLimitScale: 1,
      cursorSecret: "a secret that only this test knows",
      ...given.settings,
    },
    ...(given.cache && { cache: given.cache }),
    ...(given.members && { members: given.members }),
    ...(given.rateLimits && { rateLimits: given.rateLimits }),
    ...(given.recordAudit && { recordAudit: given.recordAudit }),
    ...(given.listener && { listener: given.listener }),
    ...(given.development && { development: given.development }),
    ...(given.observers && { observers: given.observers }),
  };
  return { options, clock, lines };
}

function collected(lines: LogLine[], bindings: Readonly<Record<string, unknown>>): Log {
  const write = (level: LogLine["level"]) => (line: Record<string, unknown>, message: string) => {
    lines.push({ level, message, ...bindings, ...line });
  };
  const levels = { info: write("info"), warn: write("warn"), error: write("error"), debug: write("info") };
  return {
    ...levels,
    line: (level: "info" | "error", fields: Record<string, unknown>, message: string) => write(level)(fields, message),
    flush() {},
    child: (more: object) => collected(lines, { ...bindings, ...more }),
  } as unknown as Log;
}

export function testApp(operations: readonly [Operation, TestHandler][], given: AppGiven = {}) {
  const { options, clock, lines } = testOptions(operations, given);
  const app = createApp(options);
  const fetch = (method: string, path: string, init: RequestInit = {}) =>
    Promise.resolve(app.fetch(new Request(`https://api.example.com${path}`, { method, ...init })));
  return { app, clock, lines, fetch, call: caller(fetch) };
}

export type Answered = Awaited<ReturnType<ReturnType<typeof caller>>>;

const caller =
  (fetch: (method: string, path: string, init?: RequestInit) => Promise<Response>) =>
  async (
    method: string,
    path: string,
    init: { headers?: Record<string, string>; json?: unknown; body?: RequestInit["body"] } = {},
  ) => {
    const headers = { ...(init.json !== undefined && { "Content-Type": "application/json" }), ...init.headers };
    const body = init.json === undefined ? init.body : JSON.stringify(init.json);
    const response = await fetch(method, path, { headers, ...(body !== undefined && { body }) });
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get("content-type") ?? "");
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text !== "" ? JSON.parse(text) : undefined,
    };
  };

/** Serves an app on a free port of this machine for as long as `work` takes. */
export async function listening<R>(
  app: ReturnType<typeof testApp>["app"],
  work: (port: number) => Promise<R>,
): Promise<R> {
  app.listen({ port: 0, hostname: "127.0.0.1" });
  const { server } = app;
  if (!server?.port) throw new Error("The app does not listen.");
  try {
    return await work(server.port);
  } finally {
    await server.stop(true);
  }
}

/** What a server writes to a socket until it or `isEnough` ends the conversation. `reset` says that it broke off. */
export function talk(port: number, text: string | ((socket: Socket) => void), isEnough = answeredOnce) {
  return new Promise<{ text: string; reset: boolean }>((resolve) => {
    let received = "";
    const socket = connect(port, "127.0.0.1");
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      if (isEnough(received)) socket.destroy();
    });
    socket.on("error", () => resolve({ text: received, reset: true }));
    socket.on("close", () => resolve({ text: received, reset: false }));
    if (typeof text === "string") socket.write(text, "latin1");
    else text(socket);
  });
}

/** One whole answer whose length its head says. */
export function answeredOnce(text: string): boolean {
  const end = text.indexOf("\r\n\r\n");
  if (end === -1) return false;
  const length = /content-length: (\d+)/i.exec(text.slice(0, end))?.[1];
  return length === undefined
    ? !/transfer-encoding/i.test(text.slice(0, end))
    : text.length >= end + 4 + Number(length);
}
