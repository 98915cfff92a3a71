import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from "@simplewebauthn/browser";
import type { PublicKeyCredential, User } from "#generated/types";
import { api, Refusal, take } from "./api";
import type { Shell } from "./app";
import { action, form, h, list, section } from "./dom";
import { askPasskey, leaveFor } from "./login";

/** Everything that a person can do with their account. */
export async function accountPage(shell: Shell): Promise<HTMLElement[]> {
  const user = await take(api.GET("/me"));
  return [
    h("h1", {}, user.name),
    profile(shell, user),
    await secondFactors(shell),
    await passkeys(shell),
    await identities(shell),
    credentials(shell),
    await sessions(shell),
    await organizations(shell),
    await events(),
    closing(shell, user),
  ];
}

/** Runs it, and draws the page anew. */
const fresh = (shell: Shell, run: () => Promise<unknown>, done?: string) => () =>
  shell.attempt(async () => {
    await proved(run);
    await shell.open();
    if (done) shell.tell(done);
  });

/** Runs it, and once more after the person has proved again who they are, where that is what it takes. */
async function proved(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem.code !== "reauthentication_required") throw error;
    await reauthenticate();
    await run();
  }
}

async function reauthenticate(): Promise<void> {
  const password = prompt("Your password, or nothing to use a passkey") ?? "";
  if (password !== "") {
    const code = prompt("A one-time code, if you have set them up") || undefined;
    await take(api.POST("/session/authentication", { body: { method: "password", password, code } }));
    return;
  }
  const { ceremony, options } = await take(api.POST("/session/authentication/passkey-ceremonies"));
  const response = await askPasskey(options);
  await take(api.POST("/session/authentication", { body: { method: "passkey", ceremony, response } }));
}

function profile(shell: Shell, { email, emailVerifiedAt, administrator }: User): HTMLElement {
  const resend = () =>
    shell.attempt(async () => {
      await take(api.POST("/me/email/verification"));
      shell.tell("A mail is in the inbox.");
    });
  return section(
    "Profile",
    h(
      "p",
      {},
      `${email}, ${emailVerifiedAt ? "verified" : "not verified yet"}${administrator ? ", administrator" : ""}`,
    ),
    emailVerifiedAt === null && action("Send another link", resend),
    action("Log out", () =>
      shell.attempt(async () => {
        await take(api.DELETE("/session"));
        await shell.open("login");
      }),
    ),
  );
}

async function secondFactors(shell: Shell): Promise<HTMLElement> {
  const { totp, recoveryCodes } = await take(api.GET("/me/security"));
  const place = h("div");
  const setUp = async () => {
    const { qrCode, secret } = await take(api.POST("/me/totp"));
    place.replaceChildren(
      h("img", { alt: "QR code", src: `data:image/svg+xml,${encodeURIComponent(qrCode)}` }),
      h("p", {}, h("code", {}, secret)),
      form("Confirm", [{ name: "code", label: "Code", autocomplete: "one-time-code" }], "Turn on", ({ code = "" }) =>
        shell.attempt(async () => showCodes(place, await take(api.PUT("/me/totp", { body: { code } })))),
      ),
    );
  };
  return section(
    "One-time codes",
    h("p", {}, totp ? `They are on; ${recoveryCodes} recovery codes are left.` : "They are off."),
    totp
      ? action(
          "Turn off",
          fresh(shell, () => take(api.DELETE("/me/totp"))),
        )
      : action("Set up one-time codes", () => shell.attempt(() => proved(setUp))),
    place,
  );
}

const showCodes = (place: HTMLElement, { recoveryCodes }: { readonly recoveryCodes: readonly string[] }) =>
  place.replaceChildren(
    h("p", {}, "Done. Keep the recovery codes, where there are some, in a safe place:"),
    h("pre", { class: "codes" }, recoveryCodes.join("\n")),
  );

async function passkeys(shell: Shell): Promise<HTMLElement> {
  const { items } = await take(api.GET("/me/passkeys"));
  const add = async () => {
    const { ceremony, options } = await take(api.POST("/me/passkey-ceremonies"));
    const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
    const response = (await startRegistration({ optionsJSON })) as unknown as PublicKeyCredential;
    const added = await take(api.POST("/me/passkeys", { body: { ceremony, name: "This device", response } }));
    if (added.recoveryCodes.length > 0) alert(`Recovery codes:\n${added.recoveryCodes.join("\n")}`);
  };
  const remove = (passkeyId: string) => () =>
    take(api.DELETE("/me/passkeys/{passkeyId}", { params: { path: { passkeyId } } }));
  return section(
    "Passkeys",
    list(
      items.map(({ id, name }) => h("span", {}, name, action("Remove", fresh(shell, remove(id))))),
      "There is none.",
    ),
    action("Add a passkey", fresh(shell, add, "The passkey is added.")),
  );
}

async function identities(shell: Shell): Promise<HTMLElement> {
  const [{ items }, { items: providers }] = await Promise.all([
    take(api.GET("/me/identities")),
    take(api.GET("/identity-providers")),
  ]);
  const unlink = (identityId: string) => () =>
    take(api.DELETE("/me/identities/{identityId}", { params: { path: { identityId } } }));
  const open = providers.filter(({ id }) => items.every(({ provider }) => provider !== id));
  return section(
    "Other services",
    list(
      items.map(({ id, provider, email }) =>
        h("span", {}, `${provider}: ${email}`, action("Unlink", fresh(shell, unlink(id)))),
      ),
      "None is linked.",
    ),
    ...open.map(({ id, name }) =>
      action(
        `Link ${name}`,
        fresh(shell, () => leaveFor(id, "link")),
      ),
    ),
  );
}

const credentials = (shell: Shell): HTMLElement =>
  h(
    "div",
    {},
    form(
      "Another password",
      [{ name: "password", label: "New password", type: "password", autocomplete: "new-password" }],
      "Change it",
      ({ password = "" }) =>
        fresh(shell, () => take(api.PUT("/me/password", { body: { password } })), "The password is the new one.")(),
    ),
    form("Another address", [{ name: "email", label: "New e-mail", type: "email" }], "Ask for it", ({ email = "" }) =>
      fresh(shell, () => take(api.POST("/me/email/change", { body: { email } })), "A mail is in the inbox.")(),
    ),
  );

async function sessions(shell: Shell): Promise<HTMLElement> {
  const { items } = await take(api.GET("/sessions", { params: { query: { limit: 100 } } }));
  const end = (sessionId: string) => () =>
    take(api.DELETE("/sessions/{sessionId}", { params: { path: { sessionId } } }));
  return section(
    "Where I am logged in",
    list(
      items.map(({ id, userAgent, address, current, lastUsedAt }) =>
        h(
          "span",
          {},
          `${userAgent ?? "A program"}, ${address ?? "somewhere"}, ${current ? "this one" : new Date(lastUsedAt).toLocaleString()}`,
          !current && action("End it", fresh(shell, end(id))),
        ),
      ),
      "Nowhere.",
    ),
    action(
      "End the others",
      fresh(shell, () => take(api.DELETE("/sessions", { params: { query: { which: "others" } } }))),
    ),
  );
}

async function organizations(shell: Shell): Promise<HTMLElement> {
  const { items } = await take(api.GET("/organizations"));
  const invite =
    (organizationId: string) =>
    async ({ email = "" }) =>
      shell.attempt(async () => {
        const body = { email, role: "member" };
        await take(
          api.POST("/organizations/{organizationId}/invitations", { params: { path: { organizationId } }, body }),
        );
        shell.tell("The invitation is in the inbox.");
      });
  const mine = items.filter(({ personal, role }) => !personal && role === "owner");
  return section(
    "Organizations",
    list(
      items.map(({ name, role }) => `${name}: ${role}`),
      "There is none.",
    ),
    form("Found one", [{ name: "name", label: "Name" }], "Found it", ({ name = "" }) =>
      fresh(shell, () => take(api.POST("/organizations", { body: { name } })))(),
    ),
    ...mine.map(({ organizationId, name }) =>
      form(`Invite to ${name}`, [{ name: "email", label: "E-mail", type: "email" }], "Invite", invite(organizationId)),
    ),
  );
}

async function events(): Promise<HTMLElement> {
  const { items } = await take(api.GET("/me/events", { params: { query: { limit: 20 } } }));
  return section(
    "What happened",
    list(
      items.map(
        ({ event, occurredAt, address }) => `${new Date(occurredAt).toLocaleString()} ${event} from ${address}`,
      ),
      "Nothing yet.",
    ),
  );
}

const closing = (shell: Shell, { deletesAt }: User): HTMLElement =>
  section(
    "Leave",
    deletesAt && h("p", {}, `The account will be gone on ${new Date(deletesAt).toLocaleDateString()}.`),
    deletesAt
      ? action(
          "Keep the account",
          fresh(shell, () => take(api.POST("/me/restoration"))),
        )
      : action(
          "Delete the account",
          fresh(shell, () => take(api.DELETE("/me"))),
        ),
  );
