/** The part of GitHub that logs people in, on this machine: its web page's answers and its API's. */
import { afterAll } from "bun:test";
import { createHash } from "node:crypto";
import type { Authorization } from "#generated/types";
import type { ProviderSettings } from "../../src/modules/identities/identity-providers";
import type { Answer } from "./oidc-provider";

const CLIENT = { clientId: "groundwork", clientSecret: "the secret of groundwork at GitHub" };

export interface GitHubAccount {
  id: unknown;
  name?: unknown;
  emails: unknown;
}

interface Issued {
  readonly challenge: string;
  readonly redirectUri: string;
  readonly account: GitHubAccount;
}

export class FakeGitHub {
  readonly #codes = new Map<string, Issued>();
  readonly #tokens = new Map<string, GitHubAccount>();
  #issued = 0;
  /** Of the API, instead of what it has to say. */
  apiStatus = 200;
  /** What a token request is answered, instead of a token. */
  tokenError: string | undefined;

  private constructor(private readonly server: Bun.Server<undefined>) {}

  /** Closed when the test or the file that asked for it ends. */
  static start(): FakeGitHub {
    const server = Bun.serve({ hostname: "127.0.0.1", port: 0, fetch: (request) => github.#answer(request) });
    const github = new FakeGitHub(server);
    afterAll(() => server.stop(true));
    return github;
  }

  get origin(): string {
    return `http://localhost:${this.server.port}`;
  }

  get settings(): ProviderSettings {
    return { kind: "github", webOrigin: this.origin, apiOrigin: this.origin, ...CLIENT };
  }

  /** The person says yes on GitHub's page, and is sent back. */
  approve({ authorization, url }: Authorization, account: GitHubAccount): Answer {
    const {
      state = "",
      code_challenge: challenge = "",
      redirect_uri: redirectUri = "",
    } = Object.fromEntries(new URL(url).searchParams);
    const code = `code-${++this.#issued}`;
    this.#codes.set(code, { challenge, redirectUri, account });
    return { authorization, state, code };
  }

  async #answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === "/login/oauth/access_token") return this.#token(request);
    if (this.apiStatus !== 200) return Response.json({ message: "Bad" }, { status: this.apiStatus });
    const account = this.#tokens.get(request.headers.get("authorization")?.replace("Bearer ", "") ?? "");
    // As GitHub does: no program without a name.
    if (!account || !request.headers.get("user-agent")) return Response.json({ message: "No" }, { status: 401 });
    if (pathname === "/user") return Response.json({ login: "grace", id: account.id, name: account.name });
    if (pathname === "/user/emails") return Response.json(account.emails);
    return Response.json({ message: "Not Found" }, { status: 404 });
  }

  /** Errors have the status 200 there. In a form, unless JSON is asked for. */
  async #token(request: Request): Promise<Response> {
    const form = Object.fromEntries(new URLSearchParams(await request.text()));
    const issued = this.#codes.get(form.code ?? "");
    this.#codes.delete(form.code ?? "");
    const challenge = createHash("sha256")
      .update(form.code_verifier ?? "")
      .digest("base64url");
    const isClient = form.client_id === CLIENT.clientId && form.client_secret === CLIENT.clientSecret;
    if (!request.headers.get("accept")?.includes("application/json")) return new Response("access_token=x");
    if (this.tokenError !== undefined || !isClient)
      return Response.json({ error: this.tokenError ?? "incorrect_client_credentials" });
    if (issued?.challenge !== challenge || issued.redirectUri !== form.redirect_uri)
      return Response.json({ error: "bad_verification_code", error_description: "The code is incorrect or expired." });
    const token = `gho_${this.#tokens.size}`;
    this.#tokens.set(token, issued.account);
    return Response.json({ access_token: token, token_type: "bearer", scope: "user:email" });
  }
}
