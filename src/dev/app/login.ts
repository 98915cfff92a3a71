import {
  type AuthenticationResponseJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from "@simplewebauthn/browser";
import type { PublicKeyCredential, SecondFactor, SecondFactorChallenge } from "#generated/types";
import { api, take } from "./api";
import type { Shell } from "./app";
import { action, form, h, section } from "./dom";

/** Asks the person's passkey what the server wants to know. */
export async function askPasskey(options: Record<string, unknown>): Promise<PublicKeyCredential> {
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  const answer: AuthenticationResponseJSON = await startAuthentication({ optionsJSON });
  return answer as unknown as PublicKeyCredential;
}

export async function loginPage(shell: Shell): Promise<HTMLElement[]> {
  const { items: providers } = await take(api.GET("/identity-providers"));
  return [
    loginForm(shell, () => shell.open("account")),
    section(
      "Other ways",
      action("Log in with a passkey", () => shell.attempt(() => logInWithPasskey(shell))),
      ...providers.map(({ id, name }) =>
        action(`Log in with ${name}`, () => shell.attempt(() => leaveFor(id, "login"))),
      ),
    ),
    form(
      "Register",
      [{ name: "name", label: "Name" }, ...CREDENTIALS],
      "Register",
      ({ name = "", email = "", password = "" }) =>
        shell.attempt(async () => {
          await take(api.POST("/users", { body: { name, email, password } }));
          shell.tell("Look into the inbox, and log in.");
        }),
    ),
    form("Forgotten password", [{ name: "email", label: "E-mail", type: "email" }], "Send a link", ({ email = "" }) =>
      shell.attempt(async () => {
        await take(api.POST("/password-resets", { body: { email } }));
        shell.tell("If there is an account, a mail is in the inbox.");
      }),
    ),
  ];
}

/** Asks for the second factor where the account has one; `then` goes on once the person is logged in. */
export const loginForm = (shell: Shell, then: () => Promise<unknown>): HTMLElement =>
  form("Log in", CREDENTIALS, "Log in", ({ email = "", password = "" }) =>
    shell.attempt(async () =>
      proceed(shell, await take(api.POST("/sessions", { body: { email, password, transport: "cookie" } })), then),
    ),
  );

export const CREDENTIALS = [
  { name: "email", label: "E-mail", type: "email", autocomplete: "username webauthn" },
  { name: "password", label: "Password", type: "password", autocomplete: "current-password" },
] as const;

/** Logged in, or the second factor is due. */
async function proceed(shell: Shell, answer: object, then: () => Promise<unknown>): Promise<void> {
  if (!("challenge" in answer)) return void (await then());
  document.querySelector("#app")!.replaceChildren(...secondFactorPage(shell, answer as SecondFactorChallenge, then));
}

function secondFactorPage(
  shell: Shell,
  { challenge, methods }: SecondFactorChallenge,
  then: () => Promise<unknown>,
): HTMLElement[] {
  const completeWith = async (body: SecondFactor) =>
    proceed(shell, await take(api.POST("/sessions/second-factor", { body })), then);
  const complete = (body: SecondFactor) => shell.attempt(() => completeWith(body));
  const code = [{ name: "code", label: "Code", autocomplete: "one-time-code" }];
  return [
    h("h1", {}, "Second factor"),
    ...methods.map((method) => {
      if (method === "totp")
        return form("One-time code", code, "Continue", ({ code = "" }) => complete({ method, challenge, code }));
      if (method === "recovery_code")
        return form("Recovery code", code, "Use it up", ({ code = "" }) => complete({ method, challenge, code }));
      return section(
        "Passkey",
        action("Use a passkey", () =>
          shell.attempt(async () => {
            const begun = await take(api.POST("/sessions/second-factor/passkey-ceremonies", { body: { challenge } }));
            const response = await askPasskey(begun.options);
            await completeWith({ method, challenge, ceremony: begun.ceremony, response });
          }),
        ),
      );
    }),
  ];
}

async function logInWithPasskey(shell: Shell): Promise<void> {
  const { ceremony, options } = await take(api.POST("/sessions/passkey-ceremonies"));
  const response = await askPasskey(options);
  await proceed(
    shell,
    await take(api.POST("/sessions/passkey", { body: { ceremony, response, transport: "cookie" } })),
    () => shell.open("account"),
  );
}

/** What is kept while the person is at the identity provider. */
const KEPT = "authorization";

export async function leaveFor(provider: string, purpose: "login" | "link"): Promise<void> {
  const path = purpose === "login" ? "/identity-providers/authorizations" : "/me/identities";
  const { authorization, url } = await take(api.POST(path, { body: { provider } }));
  sessionStorage.setItem(KEPT, JSON.stringify({ authorization, purpose }));
  location.assign(url);
}

/** The page that the identity provider sends the person back to. */
export async function callbackPage(shell: Shell, parameters: URLSearchParams): Promise<HTMLElement[]> {
  const { authorization, purpose } = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
  sessionStorage.removeItem(KEPT);
  const [state, code, iss] = ["state", "code", "iss"].map((name) => parameters.get(name) ?? undefined);
  if (!authorization || !state || !code) {
    shell.tell(`The other service did not log you in: ${parameters.get("error") ?? "nothing came back"}`);
    return [h("a", { href: "/dev/app/login" }, "Back")];
  }
  const answer = { authorization, state, code, ...(iss !== undefined && { iss }) };
  if (purpose === "link") {
    await take(api.PUT("/me/identities", { body: answer }));
    await shell.open("account");
  } else {
    const body = { ...answer, transport: "cookie" } as const;
    const outcome = await take(api.POST("/sessions/federated", { body }));
    await proceed(shell, outcome, () => shell.open("account"));
  }
  return [...document.querySelector("#app")!.children] as HTMLElement[];
}
