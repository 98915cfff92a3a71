/** A provider of OpenID Connect that does whatever a test wants: what an honest one never would. */
import { afterAll } from "bun:test";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import type { Authorization } from "#generated/types";
import { systemClock } from "#lib/clock";
import type { ProviderSettings } from "../../src/modules/identities/identity-providers";
import type { Answer } from "./oidc-provider";

const CLIENT_ID = "groundwork";
const KEY_ID = "key-1";

/** What it answers otherwise than it should, until a test says something else. */
export interface Misbehaviour {
  /** Of the ID token, instead of the right ones; undefined leaves a claim out. */
  claims?: JWTPayload;
  /** Makes the ID token of the claims. */
  sign?: (claims: JWTPayload, provider: HostileProvider) => string | Promise<string>;
  /** Done before the tokens are given. */
  meanwhile?: () => Promise<unknown>;
  /** Of the discovery document. */
  metadata?: Record<string, unknown>;
  /** The whole answer at a path. */
  answers?: Record<string, () => Response | Promise<Response>>;
}

export class HostileProvider {
  misbehaviour: Misbehaviour = {};
  /** How often each path was asked for. */
  readonly asked = new Map<string, number>();
  #nonce = "";

  private constructor(
    readonly issuer: string,
    readonly key: CryptoKey,
    private readonly publicKey: CryptoKey,
  ) {}

  /** Closed when the test or the file that asked for it ends. */
  static async start(): Promise<HostileProvider> {
    const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
    const answer = (request: Request) => provider.#answer(new URL(request.url).pathname);
    const server = Bun.serve({ hostname: "127.0.0.1", port: 0, idleTimeout: 60, fetch: answer });
    afterAll(() => server.stop(true));
    const provider = new HostileProvider(`http://localhost:${server.port}`, privateKey, publicKey);
    return provider;
  }

  get settings(): ProviderSettings {
    const client = { clientId: CLIENT_ID, clientSecret: "the secret of groundwork at this provider" };
    return { kind: "openid", id: "hostile", name: "Hostile provider", issuer: this.issuer, ...client };
  }

  /** What the person comes back with who was sent here. */
  comeBack({ authorization, url }: Authorization, misbehaviour: Misbehaviour = {}): Answer {
    const { state = "", nonce = "" } = Object.fromEntries(new URL(url).searchParams);
    this.misbehaviour = misbehaviour;
    this.#nonce = nonce;
    return { authorization, state, code: "a-code", iss: this.issuer };
  }

  /** An ID token as it should be, with these claims instead. */
  sign(claims: JWTPayload, key: CryptoKey = this.key, header = {}): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ alg: "ES256", kid: KEY_ID, ...header }).sign(key);
  }

  async #answer(path: string): Promise<Response> {
    this.asked.set(path, (this.asked.get(path) ?? 0) + 1);
    const { answers = {}, metadata = {} } = this.misbehaviour;
    const otherwise = answers[path];
    if (otherwise) return otherwise();
    if (path === "/.well-known/openid-configuration") return Response.json({ ...this.#metadata(), ...metadata });
    if (path === "/jwks") return Response.json({ keys: [await this.#publicJwk()] });
    if (path === "/token") return Response.json(await this.#tokens());
    return Response.json({ error: "not_found" }, { status: 404 });
  }

  #metadata() {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/auth`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/jwks`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["ES256"],
      authorization_response_iss_parameter_supported: true,
    };
  }

  async #publicJwk() {
    return { ...(await exportJWK(this.publicKey)), kid: KEY_ID, alg: "ES256", use: "sig" };
  }

  async #tokens() {
    const { claims = {}, sign = (all) => this.sign(all), meanwhile } = this.misbehaviour;
    await meanwhile?.();
    const nowSeconds = Math.floor(systemClock.now().getTime() / 1000);
    const right = {
      iss: this.issuer,
      aud: CLIENT_ID,
      sub: "mallory",
      nonce: this.#nonce,
      iat: nowSeconds,
      exp: nowSeconds + 600,
      email: "mallory@hostile.example",
      email_verified: true,
      name: "Mallory",
    };
    const idToken = await sign({ ...right, ...claims }, this);
    return { access_token: "an-access-token", token_type: "Bearer", expires_in: 600, id_token: idToken };
  }
}
