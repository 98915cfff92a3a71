/** Where the links in mails lead: what they carry stands in the fragment, which no server sees. */
import { api, Refusal, take } from "./api";
import type { Shell } from "./app";
import { action, form, h, section } from "./dom";
import { CREDENTIALS, callbackPage, loginForm } from "./login";

type LinkPage = (shell: Shell, parameters: URLSearchParams) => Promise<HTMLElement[]>;

export const linkPages: Readonly<Record<string, LinkPage>> = {
  "verify-email": async (shell, parameters) => [
    section(
      "Verify your address",
      h("p", {}, "It takes the person whom the mail was sent to: log in first, where you are not."),
      action("Verify", () =>
        shell.attempt(async () => {
          await take(api.PUT("/me/email/verification", { body: { token: tokenOf(parameters) } }));
          await shell.open("account");
          shell.tell("The address is verified.");
        }),
      ),
    ),
    await loginHere(shell),
  ],
  "confirm-email": async (shell, parameters) => [
    section(
      "Take the new address",
      action("Confirm", () =>
        shell.attempt(async () => {
          await take(api.PUT("/me/email/change", { body: { token: tokenOf(parameters) } }));
          await shell.open("account");
          shell.tell("The account has the new address.");
        }),
      ),
    ),
    await loginHere(shell),
  ],
  "reset-password": async (shell, parameters) => [
    form(
      "Choose a new password",
      [{ name: "password", label: "New password", type: "password", autocomplete: "new-password" }],
      "Set it",
      ({ password = "" }) =>
        shell.attempt(async () => {
          await take(api.PUT("/password-resets", { body: { token: tokenOf(parameters), password } }));
          await shell.open("login");
          shell.tell("Log in with the new password.");
        }),
    ),
  ],
  invitation: async (shell, parameters) => {
    const token = tokenOf(parameters);
    const { organizationName, email, role } = await take(api.POST("/invitations/preview", { body: { token } }));
    const answer = (path: "/invitations/acceptance" | "/invitations/refusal", words: string) => () =>
      shell.attempt(async () => {
        await take(api.POST(path, { body: { token } }));
        await shell.open("account");
        shell.tell(words);
      });
    return [
      section(
        `Invitation to ${organizationName}`,
        h("p", {}, `${email} is invited as ${role}. It takes an account with this address: register or log in first.`),
        action("Accept", answer("/invitations/acceptance", `You belong to ${organizationName}.`)),
        action("Decline", answer("/invitations/refusal", "The invitation is declined.")),
      ),
      await loginHere(shell),
    ];
  },
  "oauth-callback": callbackPage,
};

const tokenOf = (parameters: URLSearchParams): string => parameters.get("token") ?? "";

/** Who is logged in, or a form to log in with that stays on the page. */
async function loginHere(shell: Shell): Promise<HTMLElement> {
  try {
    const { email } = await take(api.GET("/me"));
    return h("p", { class: "quiet" }, `You are logged in as ${email}.`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  const register = form("Register", [{ name: "name", label: "Name" }, ...CREDENTIALS], "Register", (values) =>
    shell.attempt(async () => {
      const { name = "", email = "", password = "" } = values;
      await take(api.POST("/users", { body: { name, email, password } }));
      await take(api.POST("/sessions", { body: { email, password, transport: "cookie" } }));
      await shell.open();
    }),
  );
  return h(
    "div",
    {},
    loginForm(shell, () => shell.open()),
    register,
  );
}
