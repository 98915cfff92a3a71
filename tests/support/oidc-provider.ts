/** A real provider of OpenID Connect on this machine, the people at it, and a browser that goes there and back. */
import { afterAll } from "bun:test";
import type { Authorization } from "#generated/types";
import { type LocalClient, type LocalPerson, LocalProvider } from "../../src/dev/identity-provider";
import type { ProviderSettings } from "../../src/modules/identities/identity-providers";
import type { AnonymousClient } from "./client";

const CLIENT = { clientId: "groundwork", clientSecret: "the secret of groundwork at this provider" };
export const REDIRECT_URI = "http://localhost/oauth-callback";
/** Somebody else's application at the same provider. */
const OTHER_CLIENT = { clientId: "another", clientSecret: "the secret of another application there" };

/** What the browser came back with, as the client sends it on. */
export interface Answer {
  readonly authorization: string;
  readonly state: string;
  readonly code: string;
  readonly iss?: string;
}

let people = 0;

/** Closed when the test or the file that asked for it ends. */
export async function oidcProvider(): Promise<TestProvider> {
  const known: LocalPerson[] = [];
  const clients: LocalClient[] = [CLIENT, OTHER_CLIENT].map((client) => ({ ...client, redirectUri: REDIRECT_URI }));
  const provider = await LocalProvider.listen(0, { people: known, clients });
  afterAll(() => provider[Symbol.asyncDispose]());
  return new TestProvider(provider.issuer, known);
}

export class TestProvider {
  constructor(
    readonly issuer: string,
    private readonly people: LocalPerson[],
  ) {}

  /** This application at the provider, by the short name that people choose it by. */
  settings(id = "oidc", name = "Test provider", client = CLIENT): ProviderSettings {
    return { kind: "openid", id, name, issuer: this.issuer, ...client };
  }

  otherClient(id: string): ProviderSettings {
    return this.settings(id, "Another application", OTHER_CLIENT);
  }

  /** Somebody who has an account there. */
  person(given: Partial<LocalPerson> = {}): LocalPerson {
    const id = `subject-${++people}`;
    const person = { id, name: "Grace Hopper", email: `${id}@elsewhere.example`, isVerified: true, ...given };
    this.people.push(person);
    return person;
  }

  /** They change something of themselves there. */
  change(person: LocalPerson, change: Partial<LocalPerson>): LocalPerson {
    const changed = { ...person, ...change };
    this.people.splice(this.people.indexOf(person), 1, changed);
    return changed;
  }

  /** Goes where the client sends the person, who logs in there, and answers with what is sent on. */
  async visit({ authorization, url }: Authorization, person: LocalPerson): Promise<Answer> {
    const { code, state, iss } = Object.fromEntries(await this.return(url, person.id));
    if (!code || !state) throw new Error("the provider sent the person back with nothing");
    return { authorization, state, code, ...(iss !== undefined && { iss }) };
  }

  /** The parameters of the address that the browser is sent back to. `choice` is a person's id, or "cancel". */
  return(url: string, choice: string): Promise<URLSearchParams> {
    return comeBack(url, choice, REDIRECT_URI);
  }
}

/** A browser that goes to a local provider, where somebody chooses who they are, and is sent back. */
export async function comeBack(url: string, choice: string, redirectUri: string): Promise<URLSearchParams> {
  const cookies = new Map<string, string>();
  const go = async (address: string): Promise<string> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(address, { redirect: "manual", headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get("location");
    if (location === null) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`);
    return new URL(location, address).href;
  };
  const back = await go(await go(`${await go(url)}/${choice}`));
  if (!back.startsWith(redirectUri)) throw new Error(`the provider sent the person to ${back}`);
  return new URL(back).searchParams;
}

/** Asks where to go to log in. */
export async function beginLogin(client: AnonymousClient, provider = "oidc"): Promise<Authorization> {
  const answer = await client.call<Authorization>("startFederatedSession", { body: { provider } });
  if (answer.status !== 201) throw new Error(`a login could not begin: ${answer.text}`);
  return answer.body;
}

/** Asks where to go to link an identity. */
export async function beginLink(client: AnonymousClient, provider = "oidc"): Promise<Authorization> {
  const answer = await client.call<Authorization>("startIdentityLink", { body: { provider } });
  if (answer.status !== 201) throw new Error(`a link could not begin: ${answer.text}`);
  return answer.body;
}
