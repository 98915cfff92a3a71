/** What make dev logs in with where no other provider of OpenID Connect is set up: a login elsewhere can be tried at once. */
import type { Environment } from "../config";
import { type LocalPerson, LocalProvider } from "./identity-provider";
import type { Run } from "./runner";

const NAME = "Local";
const CLIENT = { clientId: "groundwork", clientSecret: "development-secret-of-the-local-provider" };
/** Far from the server's own port and from that of another checkout. The same each time: identities are by their issuer. */
const PORT_OFFSET = 10_000;
const PORT_MAXIMUM = 65_535;

/**
 * Somebody new, and somebody whose address has an account: see db/seeds/people.json. At another port it is another issuer,
 * for which somebody of the same address would not be new.
 */
const peopleAt = (port: number): readonly LocalPerson[] => [
  { id: "alan", name: "Alan Turing", email: `alan.${port}@example.com`, isVerified: true },
  { id: "ada", name: "Ada Lovelace", email: "ada@example.com", isVerified: true },
];

export class LocalLogin {
  /** What there is to say of it. */
  readonly words: string;

  private constructor(
    private readonly provider: LocalProvider,
    appUrl: string,
  ) {
    this.words = `${NAME}, an identity provider on this machine, at ${appUrl}/login`;
  }

  static async open({ config }: Run): Promise<LocalLogin> {
    const { port, appUrl } = config;
    const clients = [{ ...CLIENT, redirectUri: `${appUrl}/oauth-callback` }];
    const near = port + PORT_OFFSET <= PORT_MAXIMUM ? port + PORT_OFFSET : port - PORT_OFFSET;
    const listen = (port: number) => LocalProvider.listen(port, { people: peopleAt(port), clients });
    return new LocalLogin(await listen(near).catch(() => listen(0)), appUrl);
  }

  /** The environment with this provider, unless it has another one. */
  addTo(environment: Environment): Environment {
    if (environment.OIDC_ISSUER !== undefined) return environment;
    return {
      ...environment,
      OIDC_ISSUER: this.provider.issuer,
      OIDC_CLIENT_ID: CLIENT.clientId,
      OIDC_CLIENT_SECRET: CLIENT.clientSecret,
      OIDC_NAME: NAME,
    };
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.provider[Symbol.asyncDispose]();
  }
}
