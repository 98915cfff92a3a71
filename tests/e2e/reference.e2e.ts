import type { Page } from "@playwright/test";
import { expect, test } from "./quiet";

interface Contract {
  paths: Record<string, Record<string, { operationId?: string }>>;
}

const operation = (page: Page, id: string) => page.locator(`.opblock[id$="-${id}"]`);

/** Opens an operation, sends the request that the page proposes, and answers with the status and the body on the page. */
async function send(page: Page, id: string) {
  const block = operation(page, id);
  await block.locator(".opblock-summary-control").first().click();
  await block.getByRole("button", { name: "Execute" }).click();
  const answer = block.locator(".live-responses-table");
  const status = answer.locator(".response .response-col_status").first();
  const body = answer.locator(".highlight-code code").first();
  return { status: (await status.textContent())?.trim(), body: JSON.parse((await body.textContent()) ?? "") };
}

test("the reference shows every operation of the published contract", async ({ page, request }) => {
  const contract: Contract = await (await request.get("/openapi.json")).json();
  const ids = Object.values(contract.paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ operationId }) => operationId ?? []),
  );
  await page.goto("/docs");
  await expect(page.locator(".opblock")).toHaveCount(ids.length);
  for (const id of ids) await expect(operation(page, id)).toBeVisible();
});

test("a person logs in from the page, authorizes it, and reads their profile", async ({ page }) => {
  await page.goto("/docs");
  const session = await send(page, "createSession");
  expect(session).toMatchObject({ status: "201", body: { transport: "bearer", expiresIn: 900 } });

  await page.getByRole("button", { name: "Authorize" }).first().click();
  const dialog = page.locator(".dialog-ux");
  await dialog.getByLabel("Value").first().fill(session.body.accessToken);
  await dialog.getByRole("button", { name: "Apply credentials" }).first().click();
  await dialog.getByRole("button", { name: "Close" }).last().click();

  expect(await send(page, "getMe")).toMatchObject({
    status: "200",
    body: { email: "ada@example.com", name: "Ada Lovelace" },
  });
});

test("a problem's type opens its explanation, which leads back to the operation", async ({ page, request }) => {
  const { type, title } = await (await request.get("/me")).json();
  await page.goto(type);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.locator("body")).toHaveCSS("font-family", /system-ui/);
  await page.getByRole("link", { name: "GET /me", exact: true }).click();
  await expect(operation(page, "getMe").getByRole("button", { name: "Execute" })).toBeVisible();
});

test("in the dark, pages are dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/docs");
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(34, 34, 34)");
  await page.goto("/problems/not_found");
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(15, 19, 24)");
});

/** Each would leave its mark on the window. */
const INTRUDERS = {
  "a script element": `
    const script = document.createElement("script");
    script.textContent = "window.intruder = true";
    document.head.append(script);`,
  "a handler in an attribute": `
    document.body.insertAdjacentHTML("beforeend", '<b id="bait" onclick="window.intruder = true">x</b>');
    document.querySelector("#bait").click();`,
  "text that is evaluated": `
    try { eval("window.intruder = true"); } catch {}`,
};

test.describe("what finds its way into a page", () => {
  test.use({ provoked: /Content Security Policy|'script-src'/ });

  for (const path of ["/docs", "/problems/not_found"])
    test(`does not run: ${path}`, async ({ page }) => {
      await page.goto(path);
      for (const [name, script] of Object.entries(INTRUDERS)) {
        // Not at once: what a test evaluates itself may do what a page may not.
        const refused = await page.evaluate<string>(`new Promise((resolve) => {
          const options = { once: true };
          addEventListener("securitypolicyviolation", (violation) => resolve(violation.effectiveDirective), options);
          requestAnimationFrame(() => { ${script} if (window.intruder) resolve("nothing"); });
        })`);
        expect(refused, name).toMatch(/^script-src/);
      }
    });
});
