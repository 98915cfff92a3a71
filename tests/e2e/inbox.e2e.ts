import type { APIRequestContext, Page } from "@playwright/test";
import { expect, test } from "./quiet";

// Looking into the frame is a script too, and the browser says that it does not let it be one of the mail's.
test.use({ provoked: /^error: Blocked script execution in 'about:srcdoc'/ });

/** Ada invites somebody into her organization. Answers with the address. */
async function invite(request: APIRequestContext): Promise<string> {
  const known = { email: "ada@example.com", password: "correct horse battery staple" };
  const { accessToken } = await (await request.post("/sessions", { data: known })).json();
  const headers = { authorization: `Bearer ${accessToken}` };
  const { items } = await (await request.get("/organizations", { headers })).json();
  const organization = items.find(({ personal }: { personal: boolean }) => !personal);
  const email = `charles-${crypto.randomUUID()}@example.com`;
  const data = { email, role: "member" };
  const answer = await request.post(`/organizations/${organization.organizationId}/invitations`, { headers, data });
  expect(answer.status()).toBe(201);
  return email;
}

/** The address of the page that a click opens beside this one. */
async function openedBy(page: Page, click: () => Promise<void>): Promise<string> {
  const [popup] = await Promise.all([page.waitForEvent("popup"), click()]);
  await popup.waitForURL(/#token=/);
  const url = popup.url();
  await popup.close();
  return url;
}

test("a person reads a mail in the inbox and follows its link, from the text and from the button", async ({
  page,
  request,
  baseURL,
}) => {
  const email = await invite(request);
  await page.goto("/dev/inbox");
  await page.getByRole("listitem").filter({ hasText: email }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Invitation to Analytical Engines");
  await expect(page.locator("dl")).toContainText(email);
  await expect(async () => {
    await page.reload();
    await expect(page.locator("dl")).toContainText("sent", { timeout: 100 });
  }).toPass();

  const link = page.locator("pre a");
  const address = (await link.textContent())!;
  expect(address).toMatch(new RegExp(`^${baseURL}/dev/app/invitation#token=gwi_[\\w-]{43}$`));
  expect(await openedBy(page, () => link.click())).toBe(address);
  const button = page.frameLocator("iframe").getByRole("link", { name: "Accept or decline" });
  await expect(button).toHaveCSS("background-color", "rgb(5, 80, 174)");
  expect(await openedBy(page, () => button.click())).toBe(address);
});

test("a script in a mail would not run", async ({ page }) => {
  await page.goto("/dev/mails");
  await page.getByRole("link", { name: "invitation" }).click();
  await expect(page.frameLocator("iframe").getByText("You are invited to join Analytical Engines.")).toBeVisible();
  expect(await page.locator("iframe").getAttribute("sandbox")).not.toContain("allow-scripts");
});

test("in the dark, a mail is dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/dev/mails/invitation");
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(15, 19, 24)");
  const button = page.frameLocator("iframe").getByRole("link", { name: "Accept or decline" });
  await expect(button).toHaveCSS("background-color", "rgb(121, 184, 255)");
});
