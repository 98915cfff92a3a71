import type { Clock } from "#lib/clock";
import { Sealing } from "#lib/sealing";
import { GitHubProvider } from "./github";
import { OpenIdProvider } from "./openid";
import type { Binding, IdentityProvider } from "./provider";

/** This application at a provider. */
interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A provider of OpenID Connect, or GitHub. */
export type ProviderSettings = Client &
  (
    | { readonly kind: "openid"; readonly id: string; readonly name: string; readonly issuer: string }
    | { readonly kind: "github"; readonly webOrigin: string; readonly apiOrigin: string }
  );

export const google = (client: Client): ProviderSettings => ({
  kind: "openid",
  id: "google",
  name: "Google",
  issuer: "https://accounts.google.com",
  ...client,
});

export const github = (client: Client): ProviderSettings => ({
  kind: "github",
  webOrigin: "https://github.com",
  apiOrigin: "https://api.github.com",
  ...client,
});

export interface IdentityProvidersOptions {
  readonly providers: readonly ProviderSettings[];
  /** What the address of the frontend's pages begins with. */
  readonly appUrl: string;
  readonly clock: Clock;
  /** Encrypts what is kept of a login until the person comes back. */
  readonly secret: string;
}

/** The services that people can log in with, by their short names. */
export class IdentityProviders {
  readonly #providers: ReadonlyMap<string, IdentityProvider>;
  readonly #sealing: Sealing;

  constructor({ providers, appUrl, clock, secret }: IdentityProvidersOptions) {
    const shared = { clock, redirectUri: `${appUrl}/oauth-callback` };
    this.#providers = new Map(
      providers.map((settings) => made({ ...settings, ...shared })).map((one) => [one.id, one]),
    );
    this.#sealing = new Sealing(secret, "groundwork/authorization-requests");
  }

  list(): IdentityProvider[] {
    return [...this.#providers.values()];
  }

  find(id: string): IdentityProvider | undefined {
    return this.#providers.get(id);
  }

  /** What the database keeps of a binding, for the request with this token's hash alone. */
  seal(tokenHash: Buffer, binding: Binding): Buffer {
    return this.#sealing.seal(tokenHash.toString("hex"), JSON.stringify(binding));
  }

  open(tokenHash: Buffer, sealed: Uint8Array): Binding {
    return JSON.parse(this.#sealing.open(tokenHash.toString("hex"), sealed));
  }
}

const made = (options: ProviderSettings & { readonly clock: Clock; readonly redirectUri: string }): IdentityProvider =>
  options.kind === "github" ? new GitHubProvider(options) : new OpenIdProvider(options);
