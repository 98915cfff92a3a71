import { afterAll } from "bun:test";
import type { Sql } from "#db/client";
import { contract } from "#generated/operations";
import type { ApiKeyGrant, BearerGrant, KeyScope, Scope } from "#generated/types";
import type { Clock } from "#lib/clock";
import { uuidv7 } from "#lib/ids";
import { createLog } from "#lib/log";
import { type App, type AppOptions, createApp } from "../../src/app";
import { authenticatorsOf, buildServices, membersOf, type ServiceOptions, type Services } from "../../src/context";
import { handlers } from "../../src/modules";
import { createAccount } from "../../src/modules/accounts/accounts";
import type { RunRecord } from "../../src/modules/jobs/job";
import type { Worker } from "../../src/modules/jobs/worker";
import type { MailTransport, Message } from "../../src/modules/mail/mail";
import { AnonymousClient, ApiKeyClient, BearerClient, BrowserClient, ORIGIN, type Send } from "./client";
import { openTestDatabase, type TestDatabase } from "./database";

export interface Registration {
  email: string;
  password: string;
  name: string;
}

/** What a person logs in with. */
export type Known = Pick<Registration, "email" | "password">;

export interface TestAppOptions
  extends Partial<
    Pick<ServiceOptions, "identityProviders" | "jobs" | "passwordCost" | "passwordLimits" | "purgeTarget" | "secret">
  > {
  /** Whether what is done once at start counts as done. True unless given. */
  started?: boolean;
  /** Whether it serves what is for development, and keeps what it has sent. */
  development?: boolean;
  /**
   * Whether it knows at once what was changed by others: by another server, by a test that writes itself. As in
   * production it hears of it in time; only here that comes before the next request. True unless given.
   */
  hearsAtOnce?: boolean;
  /** Where mails go; to `mails` unless given. */
  transport?: MailTransport;
  /** What is served instead of the product's own. */
  instead?: Instead;
}

export type Instead = (services: Services) => Partial<AppOptions>;

const BUILD = { version: "1.2.3", revision: "4f2a91c", runtime: Bun.version };
/** The least that argon2 takes: what a hash costs in earnest is tested where passwords are. */
const PASSWORD_COST = { memoryCost: 8, timeCost: 1 };
const CACHE_MAX_BYTES = 16 * 1024 * 1024;
const MAIL_FROM = { name: "Groundwork", address: "groundwork@example.com" };
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
export async function testApp(
  options: TestAppOptions = {},
  open: () => Promise<TestDatabase> = openTestDatabase,
): Promise<TestApp> {
  const database = await open();
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
  /** One after the other: who asks for mails wants to have those too that another is just sending. */
  #drained: Promise<unknown> = Promise.resolve();
  #owner: Sql | undefined;

  private constructor(
    readonly database: TestDatabase,
    readonly clock: TestClock,
    readonly options: ServiceOptions,
    readonly services: Services,
    /** Runs jobs once a test starts it, or drains the queue. */
    readonly worker: Worker,
    readonly send: Send,
    /** To the listener for operators. */
    readonly inside: Send,
    readonly anonymous: AnonymousClient,
    /** Whoever asks at the internal listener. */
    readonly operator: AnonymousClient,
    readonly logged: () => string,
    private readonly sent: readonly Message[],
    private readonly server: App,
    private readonly closeServices: () => Promise<void>,
  ) {}

  async close(): Promise<void> {
    for (const app of [...this.#others, this]) {
      await app.server.server?.stop(true);
      await app.closeServices();
      await app.sql.end();
      await app.#owner?.end();
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

  /** What this server has sent, in its order, once it has done all that is due. */
  async mails(): Promise<readonly Message[]> {
    this.#drained = this.#drained.then(() => this.drain());
    await this.#drained;
    return this.sent;
  }

  /** A connection as the one who migrates: for what the server may not do. */
  get owner(): Sql {
    this.#owner ??= this.database.connect({ max: 1, asOwner: true });
    return this.#owner;
  }

  static async start(database: TestDatabase, clock: TestClock, testOptions: TestAppOptions) {
    const { started = true, development = false, hearsAtOnce = true, transport, instead, ...given } = testOptions;
    const lines: string[] = [];
    const destination = { write: (line: string) => void lines.push(line) };
    const log = await createLog({ level: "debug", format: "json", destination });
    const sent: Message[] = [];
    const collecting = { send: async (message: Message) => void sent.push(message) };
    const mail = { from: MAIL_FROM, replyTo: null, transport: transport ?? collecting, keepsSent: development };
    const sql = database.connect();
    const own = { sql, clock, ids: uuidv7, log, mail, build: BUILD, secret: SECRET, publicOrigin: ORIGIN };
    const options = { ...own, passwordCost: PASSWORD_COST, cacheMaxBytes: CACHE_MAX_BYTES, ...given };
    const { services, worker, cache, close } = await buildServices(options).catch(async (error) => {
      await sql.end();
      throw error;
    });
    const served = {
      ...options,
      contract,
      handlers,
      services,
      authenticators: authenticatorsOf(services),
      members: membersOf(services),
      cache,
      settings,
      observers: [services.metrics.observe],
      development,
      ...instead?.(services),
    };
    const app = createApp(served);
    const internal = createApp({ ...served, listener: "internal" });
    services.metrics.countInFlight(app.inFlight);
    if (started) services.lifecycle.started();
    await cache?.changes.read();
    const send = async (request: Request) => {
      if (hearsAtOnce) await cache?.changes.read().catch(() => {});
      return app.fetch(request);
    };
    const inside = (request: Request) => internal.fetch(request);
    const logged = () => lines.join("");
    return new TestApp(
      database,
      clock,
      options,
      services,
      worker,
      send,
      inside,
      new AnonymousClient(send),
      new AnonymousClient(inside),
      logged,
      sent,
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

  /** Somebody new who has registered, verified their address and logged in. */
  async person(given: Partial<Registration> = {}): Promise<Person> {
    const person = registration(given);
    await this.register(person);
    return this.logIn(person);
  }

  /** Registers somebody as by the contract, and takes their address for verified. */
  async register(person: Registration): Promise<void> {
    await this.anonymous.call("createUser", { body: person });
    await this.sql`
      update users set email_verified_at = created_at where lower(email) = ${person.email.toLowerCase()}`;
  }

  /** An account as the seeds make one: nobody is told of it by mail. */
  async account({ email, password, name }: Registration, isVerified = true): Promise<void> {
    const { services, sql, clock, options } = this;
    const passwordHash = await services.passwords.hash(password, new AbortController().signal);
    const account = { email, name, passwordHash, isVerified };
    await sql.begin((unit) => createAccount({ clock, ids: options.ids }, unit as unknown as Sql, account));
  }

  /** The same as a person, of those who run the product. */
  async administrator(given: Partial<Registration> = {}): Promise<Person> {
    const person = await this.person(given);
    await this.promote(person);
    return person;
  }

  /** From now on they are of those who run the product. */
  async promote(person: Person): Promise<void> {
    await this.owner`update users set platform_role = 'administrator' where id = ${person.userId}`;
    this.services.liveness.forget(person.sessionId);
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

  /** A new organization of somebody's own founding. Answers with its id. */
  async organization(owner: Person, name = "Analytical Engines"): Promise<string> {
    const answer = await owner.call<{ id: string }>("createOrganization", { body: { name } });
    if (answer.status !== 201) throw new Error(`an organization could not be founded: ${answer.text}`);
    return answer.body.id;
  }

  /** Somebody new who belongs to the organization, with one of the built-in roles or one of its own. */
  async member(organizationId: string, role: string): Promise<Person> {
    const person = await this.person();
    await this.join(person, organizationId, role);
    return person;
  }

  /** Makes somebody a member without asking anybody, as no operation does. */
  async join({ userId }: Person, organizationId: string, role: string, at = this.clock.now()): Promise<void> {
    await this.sql`
      insert into members (organization_id, user_id, role, joined_at)
      values (${organizationId}, ${userId}, ${role}, ${at})`;
  }

  /** A role of the organization's own. */
  async role(organizationId: string, name: string, scopes: readonly Scope[]): Promise<void> {
    const now = this.clock.now();
    await this.sql`
      insert into custom_roles (organization_id, name, description, scopes, created_at, updated_at)
      values (${organizationId}, ${name}, '', ${scopes}, ${now}, ${now})`;
  }

  /** A program with a new key of the organization, made by one of its members. */
  async apiKey(maker: Person, organizationId: string, scopes: readonly KeyScope[]): Promise<ApiKeyClient> {
    const body = { name: "A program", scopes };
    const answer = await maker.call<ApiKeyGrant>("createApiKey", { path: { organizationId }, body });
    if (answer.status !== 201) throw new Error(`a key could not be made: ${answer.text}`);
    return this.withKey(answer.body.key, answer.body.apiKey.id);
  }

  /** A program that sends this key, at this server. */
  withKey(key: string, apiKeyId: string): ApiKeyClient {
    return new ApiKeyClient(this.send, key, apiKeyId);
  }

  /** Runs the jobs that are due, and those that they add. What one fails with is thrown, unless failures are asked for. */
  async drain({ mayFail = false } = {}): Promise<RunRecord[]> {
    const records = await this.worker.drain();
    const failed = records.find(({ outcome }) => outcome !== "completed");
    if (failed && !mayFail) throw new Error(`${failed.job} ${failed.outcome}`, { cause: failed.cause });
    return records;
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

  /** What an organization's own audit log holds of one event. */
  auditedIn(organizationId: string, event: string) {
    return this.sql<{ subject: string | null; fields: Record<string, unknown> }[]>`
      select subject, fields from audit_events
      where organization_id = ${organizationId} and event = ${event} order by sequence`;
  }

  /** Every row of every table, as text. */
  async everythingStored(): Promise<string> {
    const tables = await this.sql<{ schema: string; name: string }[]>`
      select table_schema as schema, table_name as name from information_schema.tables
      where table_schema in ('public', 'pgboss')`;
    const rows = await Promise.all(
      tables.map(
        ({ schema, name }) => this.sql`select stored::text as row from ${this.sql(`${schema}.${name}`)} stored`,
      ),
    );
    return JSON.stringify(rows);
  }
}

export const settings = {
  publicOrigin: ORIGIN,
  allowedHosts: ["localhost", "localhost:*"],
  corsOrigins: [],
  trustedProxies: [],
  /** Tests come from one address; what the limits do is tested with the pipeline. */
  rateLimitScale: 10_000,
  cursorSecret: SECRET,
};
