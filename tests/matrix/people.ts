import { contract } from "#generated/operations";
import type { BearerGrant } from "#generated/types";
import { walk } from "#generated/walk";
import type { AppOptions } from "../../src/app";
import { authenticatorsOf, type Services } from "../../src/context";
import { sessionAuthenticator } from "../../src/modules/sessions/authenticate";
import { ACCESS_TOKEN_SECONDS } from "../../src/modules/sessions/tokens";
import { type Browser, type Instead, Person, type Registration, type TestApp } from "../support/app";
import { Organization } from "./organizations";

/** After this no access token works any more, and no login counts as fresh. */
const AGED_MS =
  Math.max(ACCESS_TOKEN_SECONDS * 1000, ...contract.operations.map(({ policy }) => policy.freshMs ?? 0)) + 1_000;

/** Who takes part, with sessions that work and that do not. They are the same people in every organization. */
export class People {
  readonly #others = new Map<string, Promise<Person>>();
  #browser: Promise<Browser> | undefined;

  private constructor(
    readonly app: TestApp,
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

  static async gather(app: TestApp, instead?: Instead): Promise<People> {
    const known = walk.find(({ id }) => id === "createUser")?.bodies[0]?.examples[0]?.value as Registration;
    await app.anonymous.call("createUser", { body: known });
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
    return new People(app, owner, expired, revoked, aged, bound, stranger, elsewhere);
  }

  /** Somebody known by what they are: the same person each time. */
  somebody(what: string): Promise<Person> {
    const person = this.#others.get(what) ?? this.app.person();
    this.#others.set(what, person);
    return person;
  }

  /** The owner's browser, logged in. */
  async newBrowser(): Promise<Browser> {
    const browser = this.app.browser();
    await browser.logIn(this.owner.known);
    return browser;
  }

  browser(): Promise<Browser> {
    this.#browser ??= this.newBrowser();
    return this.#browser;
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
  const session = sessionAuthenticator({ ...services, scopes: [], transport: "bearer" });
  return { ...instead?.(services), authenticators: { ...authenticatorsOf(services), session } };
}
