/** What a person does with an account, as they do it: on pages, with the mails of the inbox. */
import type { Page } from "@playwright/test";
import { TOTP } from "otpauth";
import { systemClock } from "../../src/lib/clock";
import { expect, test } from "./quiet";

// What a browser says of the refusals that these flows meet on their way, and of a mail that runs nothing.
test.use({ provoked: /responded with a status of 40[139]|^error: Blocked script execution in 'about:srcdoc'/ });

const somebody = () => {
  const unique = crypto.randomUUID();
  return { name: "Grace Hopper", email: `grace-${unique}@example.com`, password: `a compiler for everybody ${unique}` };
};
type Somebody = ReturnType<typeof somebody>;

const formOf = (page: Page, name: string) => page.getByRole("form", { name, exact: true });
const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

async function register(page: Page, { name, email, password }: Somebody) {
  const form = formOf(page, "Register");
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("E-mail").fill(email);
  await form.getByLabel("Password").fill(password);
  await form.getByRole("button", { name: "Register" }).click();
}

async function logIn(page: Page, { email, password }: Somebody) {
  const form = formOf(page, "Log in");
  await form.getByLabel("E-mail").fill(email);
  await form.getByLabel("Password").fill(password);
  await form.getByRole("button", { name: "Log in", exact: true }).click();
}

/** Opens the newest mail to somebody that is of this subject, and follows its link on the same page. */
async function followMail(page: Page, to: string, subject: RegExp) {
  await expect(async () => {
    await page.goto("/dev/inbox");
    const mail = page.getByRole("listitem").filter({ hasText: to }).getByRole("link", { name: subject }).first();
    await expect(mail).toBeVisible({ timeout: 500 });
    await mail.click();
  }).toPass({ timeout: 20_000 });
  const link = page.locator("pre a").last();
  await page.goto((await link.getAttribute("href")) ?? "");
}

/** Somebody who has registered, verified their address from the inbox, and is logged in. */
async function newcomer(page: Page): Promise<Somebody> {
  const person = somebody();
  await page.goto("/dev/app/login");
  await register(page, person);
  await expect(page.getByRole("status")).toContainText("Look into the inbox");
  await followMail(page, person.email, /Welcome/);
  await logIn(page, person);
  await expect(page.getByText(`You are logged in as ${person.email}.`)).toBeVisible();
  await page.getByRole("button", { name: "Verify", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("The address is verified");
  await expect(part(page, "Profile")).toContainText(`${person.email}, verified`);
  return person;
}

const logOut = async (page: Page) => {
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(formOf(page, "Log in")).toBeVisible();
};

/** The six digits of now, and those of the next step where these were used. */
const codeOf = (secret: string, later = 0) =>
  new TOTP({ secret }).generate({ timestamp: systemClock.now().getTime() + later * 30_000 });

test("somebody new verifies their address from the inbox", async ({ page }) => {
  await newcomer(page);
});

test("a new password by a link in a mail", async ({ page }) => {
  const person = await newcomer(page);
  await logOut(page);
  const forgotten = formOf(page, "Forgotten password");
  await forgotten.getByLabel("E-mail").fill(person.email);
  await forgotten.getByRole("button").click();
  await expect(page.getByRole("status")).toContainText("a mail is in the inbox");
  await followMail(page, person.email, /Choose a new password/);
  const password = "something entirely different";
  await page.getByRole("textbox", { name: "New password" }).fill(password);
  await page.getByRole("button", { name: "Set it" }).click();
  await expect(page.getByRole("status")).toContainText("Log in with the new password");
  await logIn(page, person);
  await expect(page.getByRole("status")).toHaveClass("refusal");
  await logIn(page, { ...person, password });
  await expect(part(page, "Profile")).toContainText(person.email);
});

test("one-time codes, from the QR code to the login, and a recovery code", async ({ page }) => {
  const person = await newcomer(page);
  await page.getByRole("button", { name: "Set up one-time codes" }).click();
  await expect(page.getByAltText("QR code")).toBeVisible();
  const secret = (await part(page, "One-time codes").locator("code").textContent()) ?? "";
  await page.getByRole("textbox", { name: "Code" }).fill(codeOf(secret));
  await page.getByRole("button", { name: "Turn on" }).click();
  const codes = page.locator("pre.codes");
  await expect(codes).toHaveText(/^(\w{5}-\w{5}\s*){10}$/);
  const [recoveryCode = ""] = ((await codes.textContent()) ?? "").split("\n");
  await logOut(page);

  await logIn(page, person);
  const oneTimeCode = formOf(page, "One-time code");
  await oneTimeCode.getByLabel("Code").fill(codeOf(secret, 1));
  await oneTimeCode.getByRole("button").click();
  await expect(part(page, "One-time codes")).toContainText("They are on; 10 recovery codes are left.");
  await logOut(page);

  await logIn(page, person);
  await formOf(page, "Recovery code").getByLabel("Code").fill(recoveryCode.toUpperCase());
  await formOf(page, "Recovery code").getByRole("button").click();
  await expect(part(page, "One-time codes")).toContainText("They are on; 9 recovery codes are left.");
});

test("a passkey, added and used to log in and as the second factor", async ({ page }) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const person = await newcomer(page);
  page.once("dialog", async (dialog) => {
    expect(dialog.message()).toMatch(/^Recovery codes:\n(\w{5}-\w{5}\s*){10}$/);
    await dialog.accept();
  });
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByRole("status")).toContainText("The passkey is added");
  await logOut(page);

  await page.getByRole("button", { name: "Log in with a passkey" }).click();
  await expect(part(page, "Profile")).toContainText(person.email);
  await logOut(page);

  await logIn(page, person);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(part(page, "Passkeys").getByRole("button", { name: "Remove" })).toBeVisible();
});

test("an invitation by mail, accepted by somebody who had no account", async ({ page, browser, baseURL }) => {
  await newcomer(page);
  await formOf(page, "Found one").getByLabel("Name").fill("Compilers");
  await formOf(page, "Found one").getByRole("button").click();
  const guest = somebody();
  const invite = formOf(page, "Invite to Compilers");
  await invite.getByLabel("E-mail").fill(guest.email);
  await invite.getByRole("button").click();
  await expect(page.getByRole("status")).toContainText("The invitation is in the inbox");

  const context = await browser.newContext({ baseURL });
  const theirs = await context.newPage();
  await followMail(theirs, guest.email, /Invitation to Compilers/);
  await register(theirs, guest);
  await expect(theirs.getByText(`You are logged in as ${guest.email}.`)).toBeVisible();
  await theirs.getByRole("button", { name: "Accept" }).click();
  await expect(theirs.getByRole("status")).toContainText("You belong to Compilers");
  await expect(part(theirs, "Organizations")).toContainText("Compilers: member");
  await expect(part(theirs, "Profile")).toContainText(`${guest.email}, verified`);
  await context.close();
});
