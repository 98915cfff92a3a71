/** Logging in with another service: the provider that make dev brings, with the two people whom it knows. */
import type { Page } from "@playwright/test";
import { expect, test } from "./quiet";

// The pages of the provider, which is elsewhere, and what a browser says of a refusal.
test.use({
  provoked: /^asked elsewhere: http:\/\/localhost:\d+\/(?:auth|interaction)|responded with a status of 40[19]/,
});

const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

async function logInAs(page: Page, name: string): Promise<void> {
  await page.goto("/dev/app/login");
  await page.getByRole("button", { name: "Log in with Local" }).click();
  await page.getByRole("link", { name: new RegExp(`^${name}`) }).click();
}

const logOut = async (page: Page) => {
  await page.getByRole("button", { name: "Log out" }).click();
  await expect(page.getByRole("form", { name: "Log in", exact: true })).toBeVisible();
};

test("somebody new has an account with a verified address, and the same one the next time", async ({ page }) => {
  for (const _ of ["first", "next"]) {
    await logInAs(page, "Alan Turing");
    await expect(part(page, "Profile")).toContainText(/alan\.\d+@example\.com, verified/);
    await expect(part(page, "Other services")).toContainText(/oidc: alan\.\d+@example\.com/);
    await logOut(page);
  }
});

test("whose address has an account logs in to it first and links the identity, which then logs in", async ({
  page,
}) => {
  await logInAs(page, "Ada Lovelace");
  await expect(page.getByRole("status")).toContainText("Log in to it another way, then link the identity to it");
  await page.goto("/dev/app/login");
  const form = page.getByRole("form", { name: "Log in", exact: true });
  await form.getByLabel("E-mail").fill("ada@example.com");
  await form.getByLabel("Password").fill("correct horse battery staple");
  await form.getByRole("button", { name: "Log in", exact: true }).click();

  const services = part(page, "Other services");
  await services.getByRole("button", { name: "Link Local" }).click();
  await page.getByRole("link", { name: /^Ada Lovelace/ }).click();
  await expect(services).toContainText("oidc: ada@example.com");
  await logOut(page);

  await logInAs(page, "Ada Lovelace");
  await expect(part(page, "Profile")).toContainText("ada@example.com");
  await services.getByRole("button", { name: "Unlink" }).click();
  await expect(services).toContainText("None is linked.");
});

test("who says no at the provider is told so", async ({ page }) => {
  await logInAs(page, "Cancel");
  await expect(page.getByRole("status")).toContainText("access_denied");
});
