import type { AuthorizationAnswer } from "#generated/types";

/** What ties a request for authorization to its answer. Nobody but the server knows it all. */
export interface Binding {
  /** Comes back with the code (RFC 6749, section 4.1.1). */
  readonly state: string;
  /** Comes back inside the ID token (OpenID Connect Core, section 3.1.2.1). */
  readonly nonce: string;
  /** Proves that who exchanges the code is who asked for it (RFC 7636). */
  readonly verifier: string;
}

/** What the person's browser came back with. */
export type Callback = Pick<AuthorizationAnswer, "code" | "state" | "iss">;

/** A person as an identity provider knows them. */
export interface FederatedPerson {
  /** With the subject, the identity: for good, and nobody else's (OpenID Connect Core, section 2). */
  readonly issuer: string;
  readonly subject: string;
  /** Null where the provider gave none, or does not vouch for it. */
  readonly verifiedEmail: string | null;
  readonly name: string | null;
}

export interface IdentityProvider {
  readonly id: string;
  /** What people know it by. */
  readonly name: string;
  /** Where to send the person. Throws a ProviderError. */
  authorizationUrl(binding: Binding): Promise<URL>;
  /** Who came back. Throws a ProviderError. Talks to the provider: never inside a transaction. */
  identify(callback: Callback, binding: Binding): Promise<FederatedPerson>;
}

/** Of this application at a provider. */
export interface ClientRegistration {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends people back to. */
  readonly redirectUri: string;
}
