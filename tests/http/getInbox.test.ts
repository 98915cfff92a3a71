import { describe, expect, test } from "bun:test";
import { testApp } from "../support/app";
import { newAddress } from "../support/invitations";
import { opened, statusesElsewhere } from "../support/pages";

const app = await testApp({ development: true });

const inviting = async () => {
  const owner = await app.person();
  return { owner, organizationId: await app.organization(owner, "Difference <i>Engines</i>") };
};

describe("200", () => {
  test("it says that there is none", async () => {
    const { html } = await opened(app, "/dev/inbox");
    expect(html).toContain("There is none yet.");
  });

  test("it has every mail as soon as it is committed, the newest first, those that were sent too", async () => {
    const { owner, organizationId } = await inviting();
    const [first, second] = [newAddress(), newAddress()];
    for (const email of [first, second]) {
      await app.mails();
      app.clock.advance(1_000);
      await owner.call("createInvitation", { path: { organizationId }, body: { email, role: "member" } });
    }
    const { status, headers, html } = await opened(app, "/dev/inbox");
    expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(
      [...html.matchAll(/<br>to ([^,]+), .*?<\/li>/g)].map(([item, to]) => [to, item.includes("waiting")]),
    ).toEqual([
      [second, true],
      [first, false],
    ]);
  });

  test("what people have typed is text on it", async () => {
    const { owner, organizationId } = await inviting();
    await owner.call("createInvitation", { path: { organizationId }, body: { email: newAddress(), role: "member" } });
    const { html } = await opened(app, "/dev/inbox");
    expect(html).toContain("Invitation to Difference &lt;i&gt;Engines&lt;/i&gt;");
    expect(html).not.toContain("<i>");
  });

  test("no cache keeps it, and it runs no script and loads nothing", async () => {
    const { headers } = await opened(app, "/dev/inbox");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
  });
});

describe("404", () => {
  test("where nobody develops", async () => {
    expect(await statusesElsewhere("/dev/inbox")).toEqual([404, 404, 404]);
  });
});
