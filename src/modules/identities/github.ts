import * as oauth from "openid-client";
import { authorizationParameters, callbackUrl } from "./authorization-code";
import { boundedFetch, CALL_TIMEOUT_SECONDS, isPlain } from "./bounded-fetch";
import type { Binding, Callback, ClientRegistration, FederatedPerson, IdentityProvider } from "./provider";
import { judged, ProviderError } from "./provider-error";

/** Reads the addresses; who the person is needs no scope. */
const SCOPE = "user:email";
const API_VERSION = "2022-11-28";

export interface GitHubOptions extends ClientRegistration {
  /** Where people log in. */
  readonly webOrigin: string;
  readonly apiOrigin: string;
}

interface GitHubUser {
  readonly id?: unknown;
  readonly name?: unknown;
}

interface GitHubEmail {
  readonly email?: unknown;
  readonly primary?: unknown;
  readonly verified?: unknown;
}

/** GitHub speaks OAuth 2 with PKCE and no OpenID Connect: who somebody is, its API says. */
export class GitHubProvider implements IdentityProvider {
  readonly id = "github";
  readonly name = "GitHub";
  readonly #options: GitHubOptions;
  readonly #configuration: oauth.Configuration;
  /** As GitHub names itself in its metadata (RFC 8414). */
  readonly #issuer: string;

  constructor(options: GitHubOptions) {
    const { webOrigin, clientId, clientSecret } = options;
    this.#options = options;
    this.#issuer = `${webOrigin}/login/oauth`;
    const server = {
      issuer: this.#issuer,
      authorization_endpoint: `${this.#issuer}/authorize`,
      token_endpoint: `${this.#issuer}/access_token`,
    };
    this.#configuration = new oauth.Configuration(server, clientId, {}, oauth.ClientSecretPost(clientSecret));
    this.#configuration.timeout = CALL_TIMEOUT_SECONDS;
    this.#configuration[oauth.customFetch] = fetchWithStatus;
    if (isPlain(webOrigin)) oauth.allowInsecureRequests(this.#configuration);
  }

  async authorizationUrl(binding: Binding): Promise<URL> {
    const parameters = await authorizationParameters(this.#options, binding);
    return oauth.buildAuthorizationUrl(this.#configuration, { ...parameters, scope: SCOPE });
  }

  async identify(callback: Callback, binding: Binding): Promise<FederatedPerson> {
    try {
      const { access_token: token } = await oauth.authorizationCodeGrant(
        this.#configuration,
        callbackUrl(this.#options, callback),
        { expectedState: binding.state, pkceCodeVerifier: binding.verifier },
      );
      const [user, emails] = await Promise.all([
        this.#read("/user", token),
        this.#read("/user/emails?per_page=100", token),
      ]);
      return { issuer: this.#issuer, ...personOf(user, emails) };
    } catch (error) {
      throw judged(error);
    }
  }

  async #read(path: string, token: string): Promise<unknown> {
    const headers = new Headers({ accept: "application/vnd.github+json", "x-github-api-version": API_VERSION });
    const url = new URL(path, this.#options.apiOrigin);
    const answer = await oauth.fetchProtectedResource(this.#configuration, token, url, "GET", null, headers);
    if (answer.status !== 200)
      throw new ProviderError("provider_unavailable", `GitHub answered ${path} with ${answer.status}.`);
    return answer.json();
  }
}

/** GitHub says what is wrong with a code under the status 200; an error has 400 (RFC 6749, section 5.2). */
const fetchWithStatus: oauth.CustomFetch = async (url, options) => {
  const answer = await boundedFetch(url, options);
  if (answer.status !== 200 || options.method !== "POST") return answer;
  const body = (await answer.clone().json()) as { readonly error?: unknown };
  return body.error === undefined ? answer : Response.json(body, { status: 400 });
};

/** The address that GitHub sends mail to; any other of theirs could be one that they gave up. */
function personOf(user: unknown, emails: unknown): Omit<FederatedPerson, "issuer"> {
  const { id, name } = (user ?? {}) as GitHubUser;
  if (!Number.isSafeInteger(id)) throw new ProviderError("provider_unavailable", "GitHub named nobody.");
  const known: readonly GitHubEmail[] = Array.isArray(emails) ? emails : [];
  const primary = known.find((one) => one?.primary === true && one.verified === true)?.email;
  return {
    subject: String(id),
    verifiedEmail: typeof primary === "string" ? primary : null,
    name: typeof name === "string" ? name : null,
  };
}
