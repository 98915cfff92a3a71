/** A provider of OpenID Connect on this machine, where one logs in by saying who one is. */
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Adapter, AdapterPayload, Configuration, KoaContextWithOIDC, Provider } from "oidc-provider";
import { page } from "#lib/page";

export interface LocalPerson {
  /** For good: the subject. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isVerified: boolean;
}

/** An application that sends people here. */
export interface LocalClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

export interface LocalProviderOptions {
  readonly people: readonly LocalPerson[];
  readonly clients: readonly LocalClient[];
}

const ALGORITHM = "ES256";
const INTERACTION = /^\/interaction\/[\w-]+(?:\/(?<choice>[\w-]+))?$/;
const CANCEL = "cancel";

export class LocalProvider {
  #made: Promise<Provider> | undefined;

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
    private readonly options: LocalProviderOptions,
  ) {}

  /** Rejects where the port is taken; 0 is a free one. The library is loaded when somebody comes: it takes its time. */
  static async listen(port: number, options: LocalProviderOptions): Promise<LocalProvider> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", resolve);
    });
    const { port: taken } = server.address() as { port: number };
    const provider = new LocalProvider(server, `http://localhost:${taken}`, options);
    server.on("request", (request, response) => void provider.#answer(request, response));
    return provider;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#made ??= makeProvider(this.issuer, this.options);
    const provider = await this.#made;
    const interaction = INTERACTION.exec(request.url ?? "");
    if (!interaction) return provider.callback()(request, response);
    const choice = interaction.groups?.choice;
    if (choice === undefined) return show(response, request.url ?? "", this.options.people);
    const result = choice === CANCEL ? { error: "access_denied" } : { login: { accountId: choice } };
    return provider.interactionFinished(request, response, result);
  }
}

async function makeProvider(issuer: string, { people, clients }: LocalProviderOptions): Promise<Provider> {
  const [{ interactionPolicy, Provider }, { exportJWK, generateKeyPair }] = await Promise.all([
    import("oidc-provider"),
    import("jose"),
  ]);
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const policy = interactionPolicy.base();
  // Whoever comes chooses anew, also in a browser that somebody was chosen in before.
  const isNew = ({ oidc }: KoaContextWithOIDC) => oidc.result === undefined;
  policy.get("login")!.checks.add(new interactionPolicy.Check("choice", "Somebody has to be chosen.", isNew));
  const configuration: Configuration = {
    adapter: () => new Memory(),
    clients: clients.map(({ clientId, clientSecret, redirectUri }) => ({
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      id_token_signed_response_alg: ALGORITHM,
    })),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: ALGORITHM, use: "sig" }] },
    enabledJWA: { idTokenSigningAlgValues: [ALGORITHM] },
    cookies: { keys: [randomBytes(32).toString("base64url")] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    features: { devInteractions: { enabled: false } },
    interactions: { policy, url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => accountOf(people.find((person) => person.id === id)),
    // Nobody is asked whether they agree.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  };
  return new Provider(issuer, configuration);
}

const accountOf = (person: LocalPerson | undefined) =>
  person && {
    accountId: person.id,
    claims: () => ({ sub: person.id, name: person.name, email: person.email, email_verified: person.isVerified }),
  };

function show(response: ServerResponse, path: string, people: readonly LocalPerson[]): void {
  const choice = (id: string, words: string) => `<p><a href="${path}/${id}">${Bun.escapeHTML(words)}</a></p>`;
  const { status, headers, body } = page(
    `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Who are you?</title></head>
<body>
<h1>Who are you?</h1>
${people.map(({ id, name, email }) => choice(id, `${name}, ${email}`)).join("\n")}
${choice(CANCEL, "Cancel")}
</body>
</html>
`,
    {},
  );
  response.writeHead(status, { ...headers, "Content-Type": "text/html; charset=utf-8" }).end(body);
}

/** What the provider remembers of one kind, for as long as the process lives. */
class Memory implements Adapter {
  readonly #kept = new Map<string, AdapterPayload>();

  async upsert(id: string, payload: AdapterPayload): Promise<void> {
    this.#kept.set(id, payload);
  }
  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#kept.get(id);
  }
  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return [...this.#kept.values()].find((payload) => payload.uid === uid);
  }
  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return [...this.#kept.values()].find((payload) => payload.userCode === userCode);
  }
  async consume(id: string): Promise<void> {
    const payload = this.#kept.get(id);
    if (payload) payload.consumed = true;
  }
  async destroy(id: string): Promise<void> {
    this.#kept.delete(id);
  }
  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, payload] of this.#kept) if (payload.grantId === grantId) this.#kept.delete(id);
  }
}
