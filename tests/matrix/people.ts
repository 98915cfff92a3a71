import type { WalkedOperation } from "#contract/walk";
import { contract } from "#generated/operations";
import type { BearerAccess, BearerGrant } from "#generated/types";
import { walk } from "#generated/walk";
import type { AppOptions } from "../../src/app";
import { authenticatorsOf, type Services } from "../../src/context";
import { sessionAuthenticator } from "../../src/modules/sessions/authenticate";
import { ACCESS_TOKEN_SECONDS } from "../../src/modules/sessions/tokens";
import { type Browser, type Instead, Person, type Registration, registration, type TestApp } from "../support/app";
import { BearerClient } from "../support/client";
import type { TestProvider } from "../support/oidc-provider";
import { Organization } from "./organizations";

/** After this no access token works any more, and no login counts as fresh. */
const AGED_MS =
  Math.max(ACCESS_TOKEN_SECONDS * 1000, ...contract.operations.map(({ policy }) => policy.freshMs ?? 0)) + 2_000;

/** Who takes part, with sessions that work and that do not. They are the same people in every organization. */
export class People {
  readonly #others = new Map<string, Promise<Person>>();
  #browser: Promise<Browser> | undefined;
  #impersonator: Promise<BearerClient> | undefined;

  private constructor(
    readonly app: TestApp,
    /** The service that people can log in with. */
    readonly provider: TestProvider,
    /** Registered as the contract's example says, so that the examples speak of them. */
    readonly owner: Person,
    /** The owner, by an access token whose time is over. */
    readonly expired: Person,
    /** The owner, by a session that was ended. */
    readonly revoked: Person,
    /** The owner, by a session that goes on and began too long ago for what needs a fresh login. */
    readonly aged: Person,
    /** The owner, at a server where sessions let nobody do anything for themselves. */
    readonly bound: Person,
    /** Whose organization is another one than all that the matrix founds for the owner. */
    readonly stranger: Person,
    readonly elsewhere: Organization,
  ) {}

  /** At a server that people can log in to with `provider`. */
  static async gather(app: TestApp, provider: TestProvider, instead?: Instead): Promise<People> {
    const known = walk.find(({ id }) => id === "createUser")?.bodies[0]?.examples[0]?.value as Registration;
    await app.register(known);
    const expired = await app.logIn(known);
    const early = await app.logIn(known);
    app.clock.advance(AGED_MS);
    const aged = await refreshed(app, early);
    const revoked = await app.logIn(known);
    await revoked.call("deleteSession");
    const stranger = await app.person();
    const elsewhere = await Organization.found(app, stranger);
    const owner = await app.logIn(known);
    const bound = (await app.another({ instead: (services) => unscoped(services, instead) })).as(owner);
    return new People(app, provider, owner, expired, revoked, aged, bound, stranger, elsewhere);
  }

  /** Somebody known by what they are: the same person each time. */
  somebody(what: string): Promise<Person> {
    const made = () => (what === "administrator" ? this.app.administrator() : this.app.person());
    const person = this.#others.get(what) ?? made();
    this.#others.set(what, person);
    return person;
  }

  /** Somebody with whom nobody has done anything yet. */
  async newcomer({ isVerified = true, isAdministrator = false } = {}): Promise<Person> {
    const known = registration();
    await this.app.account(known, isVerified);
    const person = await this.app.logIn(known);
    if (isAdministrator) await this.app.promote(person);
    return person;
  }

  /** Somebody who may call it: the owner in an organization, and somebody new for what is a person's own. */
  async callerOf({ security, organizationScoped }: WalkedOperation): Promise<Person> {
    if (organizationScoped) return this.app.logIn(this.owner.known);
    const needed = Object.values(security[0] ?? {}).flat();
    return this.newcomer({ isAdministrator: needed.some((scope) => contract.roles.administrator?.includes(scope)) });
  }

  async browserOf({ known }: Person): Promise<Browser> {
    const browser = this.app.browser();
    await browser.logIn(known);
    return browser;
  }

  /** The owner's, logged in. */
  browser(): Promise<Browser> {
    this.#browser ??= this.browserOf(this.owner);
    return this.#browser;
  }

  /** The same program of an administrator each time, that acts as the owner. */
  impersonator(): Promise<BearerClient> {
    this.#impersonator ??= this.newImpersonator();
    return this.#impersonator;
  }

  async newImpersonator(): Promise<BearerClient> {
    const administrator = await this.somebody("administrator");
    const input = { path: { accountId: this.owner.userId }, body: { reason: "The matrix" } };
    const answer = await administrator.call<BearerAccess>("impersonateUser", input);
    if (answer.status !== 201) throw new Error(`the owner could not be impersonated: ${answer.text}`);
    return new BearerClient(this.app.send, answer.body.accessToken);
  }

  /** An organization of the owner's, in which everything can be done: there is a second owner, and a member who joined last. */
  async organization(): Promise<Organization> {
    const organization = await Organization.found(this.app, this.owner);
    await organization.admit(await this.somebody("second owner"), "owner");
    const later = new Date(this.app.clock.now().getTime() + 1);
    await organization.admit(await this.somebody("newcomer"), "viewer", later);
    return organization;
  }
}

async function refreshed(app: TestApp, { known, refreshToken }: Person): Promise<Person> {
  const answer = await app.anonymous.call<BearerGrant>("refreshSession", {
    body: { transport: "bearer", refreshToken },
  });
  if (answer.status !== 200) throw new Error(`a session could not be refreshed: ${answer.text}`);
  return new Person(app.send, known, answer.body);
}

/** A server like the one with this in place, on which sessions have no scopes. */
function unscoped(services: Services, instead?: Instead): Partial<AppOptions> {
  const session = sessionAuthenticator({ ...services, roles: {}, transport: "bearer" });
  return { ...instead?.(services), authenticators: { ...authenticatorsOf(services), session } };
}
