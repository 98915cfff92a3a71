import { afterAll } from "bun:test";
import { contract } from "#generated/operations";
import type { BearerGrant } from "#generated/types";
import type { Clock } from "#lib/clock";
import { uuidv7 } from "#lib/ids";
import { createLog } from "#lib/log";
import { type App, createApp } from "../../src/app";
import { authenticatorsOf, buildServices, type ServiceOptions, type Services } from "../../src/context";
import { handlers } from "../../src/modules";
import { AnonymousClient, BearerClient, BrowserClient, ORIGIN, type Send } from "./client";
import { openTestDatabase, type TestDatabase } from "./database";

export interface Registration {
  email: string;
  password: string;
  name: string;
}

/** What a person logs in with. */
export type Known = Pick<Registration, "email" | "password">;

export interface TestAppOptions extends Partial<Pick<ServiceOptions, "passwordLimits" | "secret">> {
  /** Whether what is done once at start counts as done. True unless given. */
  started?: boolean;
}

const BUILD = { version: "1.2.3", revision: "4f2a91c", runtime: Bun.version };
const SECRET = "a secret that only the tests know of";

/** Stands still until a test moves it. */
export class TestClock implements Clock {
  #now = new Date("2026-11-24T09:00:00.000Z").getTime();

  now(): Date {
    return new Date(this.#now);
  }

  advance(ms: number): void {
    this.#now += ms;
  }
}

let registrations = 0;

/** Somebody who is not registered yet. */
export const registration = (given: Partial<Registration> = {}): Registration => ({
  email: `person${++registrations}@example.com`,
  password: `the password of person ${registrations}`,
  name: "Ada Lovelace",
  ...given,
});

/** The real server on a database of its own, closed when the test or the file that asked for it ends. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await openTestDatabase();
  const app = await TestApp.start(database, new TestClock(), options);
  afterAll(async () => {
    await app.close();
    await database.close();
  });
  return app;
}

/** A person with a session of theirs, as a program that sends its access token. */
export class Person extends BearerClient {
  constructor(
    send: Send,
    readonly known: Known,
    readonly grant: BearerGrant,
  ) {
    super(send, grant.accessToken);
  }

  get userId(): string {
    return JSON.parse(Buffer.from(this.grant.accessToken.split(".")[1] ?? "", "base64url").toString()).sub;
  }
  get email() {
    return this.known.email;
  }
  get password() {
    return this.known.password;
  }
  get sessionId() {
    return this.grant.sessionId;
  }
  get refreshToken() {
    return this.grant.refreshToken;
  }
}

/** A person's browser. */
export class Browser extends BrowserClient {
  async logIn({ email, password }: Known): Promise<void> {
    const answer = await this.call("createSession", { body: { email, password, transport: "cookie" } });
    if (answer.status !== 201) throw new Error(`a browser could not log in: ${answer.text}`);
  }
}

export class TestApp {
  readonly #others: TestApp[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly clock: TestClock,
    readonly options: ServiceOptions,
    readonly services: Services,
    readonly send: Send,
    readonly anonymous: AnonymousClient,
    /** Whoever asks at the internal listener. */
    readonly operator: AnonymousClient,
    readonly logged: () => string,
    private readonly server: App,
    private readonly closeServices: () => void,
  ) {}

  async close(): Promise<void> {
    for (const app of [...this.#others, this]) {
      await app.server.server?.stop(true);
      app.closeServices();
      await app.sql.end();
    }
  }

  /** Serves on a free port of this machine. Answers with its origin. */
  listen(): string {
    this.server.listen({ hostname: "127.0.0.1", port: 0 });
    return `http://localhost:${this.server.server?.port}`;
  }

  /** This server's own pool. */
  get sql() {
    return this.options.sql;
  }

  static async start(database: TestDatabase, clock: TestClock, { started = true, ...given }: TestAppOptions) {
    const lines: string[] = [];
    const destination = { write: (line: string) => void lines.push(line) };
    const log = await createLog({ level: "debug", format: "json", destination });
    const sql = database.connect();
    const options = { sql, clock, ids: uuidv7, log, build: BUILD, secret: SECRET, publicOrigin: ORIGIN, ...given };
    const { services, close } = await buildServices(options).catch(async (error) => {
      await sql.end();
      throw error;
    });
    const served = {
      ...options,
      contract,
      handlers,
      services,
      authenticators: authenticatorsOf(services),
      settings,
      observers: [services.metrics.observe],
    };
    const app = createApp(served);
    const inside = createApp({ ...served, listener: "internal" });
    services.metrics.countInFlight(app.inFlight);
    if (started) services.lifecycle.started();
    const send = (request: Request) => app.fetch(request);
    const operator = new AnonymousClient((request) => inside.fetch(request));
    const logged = () => lines.join("");
    return new TestApp(
      database,
      clock,
      options,
      services,
      send,
      new AnonymousClient(send),
      operator,
      logged,
      app,
      close,
    );
  }

  /** Another server on the same database, with the same clock: what only this process knows, it does not. */
  async another(options: TestAppOptions = {}): Promise<TestApp> {
    const other = await TestApp.start(this.database, this.clock, options);
    this.#others.push(other);
    return other;
  }

  /** Somebody new who has registered and logged in. */
  async person(given: Partial<Registration> = {}): Promise<Person> {
    const person = registration(given);
    await this.anonymous.call("createUser", { body: person });
    return this.logIn(person);
  }

  /** One more session of the same person. */
  async logIn({ email, password }: Known, headers: Record<string, string> = {}): Promise<Person> {
    const answer = await this.anonymous.call<BearerGrant>("createSession", { body: { email, password }, headers });
    if (answer.status !== 201) throw new Error(`a person could not log in: ${answer.text}`);
    return new Person(this.send, { email, password }, answer.body);
  }

  /** The same person with the same tokens, at this server. */
  as({ known, grant }: Person): Person {
    return new Person(this.send, known, grant);
  }

  browser(): Browser {
    return new Browser(this.send);
  }

  /** How many passwords were hashed or checked for what happened in between. */
  async working<Answer>(call: () => Promise<Answer>): Promise<{ answer: Answer; passwordsHashed: number }> {
    const before = this.services.passwords.counts.admitted;
    const answer = await call();
    return { answer, passwordsHashed: this.services.passwords.counts.admitted - before };
  }

  /** What the audit log holds of one event by one person; null is nobody that the server knows. */
  audited(event: string, subject: string | null) {
    return this.sql<{ operation: string; subject: string | null; fields: Record<string, unknown> }[]>`
      select operation, subject, fields from audit_events
      where event = ${event} and subject is not distinct from ${subject} order by occurred_at, id`;
  }

  /** Every row of every table, as text. */
  async everythingStored(): Promise<string> {
    const tables = await this.sql<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'public'`;
    const rows = await Promise.all(
      tables.map(({ name }) => this.sql`select stored::text as row from ${this.sql(name)} stored`),
    );
    return JSON.stringify(rows);
  }
}

const settings = {
  publicOrigin: ORIGIN,
  allowedHosts: ["localhost", "localhost:*"],
  corsOrigins: [],
  trustedProxies: [],
  /** Tests come from one address; what the limits do is tested with the pipeline. */
  rateLimitScale: 10_000,
  cursorSecret: SECRET,
};
