import * as oauth from "openid-client";
import type { Clock } from "#lib/clock";
import { authorizationParameters, callbackUrl } from "./authorization-code";
import { boundedFetch, CALL_TIMEOUT_SECONDS, isPlain } from "./bounded-fetch";
import type { Binding, Callback, ClientRegistration, FederatedPerson, IdentityProvider } from "./provider";
import { judged, ProviderError, unusable } from "./provider-error";

const SCOPE = "openid email profile";
/** Metadata is asked for again when it is older. The library keeps the provider's keys for five minutes. */
const METADATA_FRESH_MS = 3_600_000;
/** OpenID Connect Core, section 2: at most 255 ASCII characters. */
const SUBJECT = /^[\x20-\x7e]{1,255}$/;

export interface OpenIdOptions extends ClientRegistration {
  readonly id: string;
  readonly name: string;
  /** Its metadata is at `/.well-known/openid-configuration` below it (OpenID Connect Discovery). */
  readonly issuer: string;
  readonly clock: Clock;
}

/**
 * Any provider of OpenID Connect, by the code flow (OpenID Connect Core, section 3.1) with PKCE. The library checks state,
 * issuer (RFC 9207), nonce, and of the ID token signature, issuer, audience and time.
 */
export class OpenIdProvider implements IdentityProvider {
  readonly id: string;
  readonly name: string;
  readonly #options: OpenIdOptions;
  #known: { readonly readAtMs: number; readonly configuration: Promise<oauth.Configuration> } | undefined;

  constructor(options: OpenIdOptions) {
    this.id = options.id;
    this.name = options.name;
    this.#options = options;
  }

  async authorizationUrl(binding: Binding): Promise<URL> {
    const parameters = {
      ...(await authorizationParameters(this.#options, binding)),
      scope: SCOPE,
      nonce: binding.nonce,
    };
    const configuration = await this.#configuration();
    try {
      return oauth.buildAuthorizationUrl(configuration, parameters);
    } catch (error) {
      throw unusable(error);
    }
  }

  async identify(callback: Callback, binding: Binding): Promise<FederatedPerson> {
    const configuration = await this.#configuration();
    try {
      return await this.#exchange(configuration, callback, binding);
    } catch (error) {
      throw judged(error);
    }
  }

  async #exchange(configuration: oauth.Configuration, callback: Callback, binding: Binding): Promise<FederatedPerson> {
    const tokens = await oauth.authorizationCodeGrant(configuration, callbackUrl(this.#options, callback), {
      expectedState: binding.state,
      expectedNonce: binding.nonce,
      pkceCodeVerifier: binding.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims || !SUBJECT.test(claims.sub))
      throw new ProviderError("provider_unavailable", "The ID token names nobody.");
    const asks = claims.email === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined;
    const profile = asks ? await oauth.fetchUserInfo(configuration, tokens.access_token, claims.sub) : claims;
    const { email, email_verified: isVerified, name } = profile;
    return {
      issuer: claims.iss,
      subject: claims.sub,
      verifiedEmail: typeof email === "string" && isVerified === true ? email : null,
      name: typeof name === "string" ? name : null,
    };
  }

  /** Whoever comes while the provider is asked waits for the same answer. A failure is not remembered. */
  #configuration(): Promise<oauth.Configuration> {
    const nowMs = this.#options.clock.now().getTime();
    if (this.#known && nowMs - this.#known.readAtMs < METADATA_FRESH_MS) return this.#known.configuration;
    const asked = { readAtMs: nowMs, configuration: this.#discover() };
    this.#known = asked;
    asked.configuration.catch(() => {
      if (this.#known === asked) this.#known = undefined;
    });
    return asked.configuration;
  }

  async #discover(): Promise<oauth.Configuration> {
    const { issuer, clientId, clientSecret } = this.#options;
    // The library leaves the ID token's signature unchecked unless it is told, because TLS vouches for the token too
    // (OpenID Connect Core, section 3.1.3.7).
    const execute = [oauth.enableNonRepudiationChecks, ...(isPlain(issuer) ? [oauth.allowInsecureRequests] : [])];
    const limits = { timeout: CALL_TIMEOUT_SECONDS, [oauth.customFetch]: boundedFetch };
    try {
      return await oauth.discovery(new URL(issuer), clientId, {}, authentication(clientSecret), { ...limits, execute });
    } catch (error) {
      throw unusable(error);
    }
  }
}

/** In the header, which every provider takes unless its metadata says otherwise (OpenID Connect Discovery, section 3). */
function authentication(clientSecret: string): oauth.ClientAuth {
  const [inHeader, inBody] = [oauth.ClientSecretBasic(clientSecret), oauth.ClientSecretPost(clientSecret)];
  return (server, ...request) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    (methods.includes("client_secret_basic") ? inHeader : inBody)(server, ...request);
  };
}
