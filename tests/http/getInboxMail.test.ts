import { describe, expect, test } from "bun:test";
import { type TestApp, testApp } from "../support/app";
import { newAddress, tokenSentTo } from "../support/invitations";
import { opened, statusesElsewhere } from "../support/pages";

const app = await testApp({ development: true });
const owner = await app.person();

/** Invites somebody by mail. Answers with the mail's id and the address. */
async function mailed(organizationName: string, at: TestApp = app) {
  const organizationId = await app.organization(owner, organizationName);
  const email = newAddress();
  await at.as(owner).call("createInvitation", { path: { organizationId }, body: { email, role: "member" } });
  const [row] = await app.sql<{ id: string }[]>`select id from outbox_mails order by id desc limit 1`;
  return { id: row!.id, email };
}

describe("200", () => {
  test("it has the headers, the text with its link, and whether the mail was sent", async () => {
    const { id, email } = await mailed("Analytical Engines");
    const { status, html } = await opened(app, `/dev/inbox/${id}`);
    expect(status).toBe(200);
    for (const value of [
      "Groundwork &lt;groundwork@example.com&gt;",
      email,
      `&lt;${id}@example.com&gt;`,
      "invitation",
      "waiting",
    ])
      expect(html).toContain(`<dd>${value}</dd>`);
    const token = await tokenSentTo(app, email);
    const link = `http://localhost/invitation#token=${token}`;
    expect(html).toContain(`<a href="${link}" target="_blank">${link}</a></pre>`);
    expect((await opened(app, `/dev/inbox/${id}`)).html).toContain("<dd>sent 2026-");
  });

  test("its HTML is in a frame in which no script runs, and whose links open elsewhere", async () => {
    const { id } = await mailed(`"><script>alert(1)</script>`);
    const { html, headers } = await opened(app, `/dev/inbox/${id}`);
    expect(html).not.toContain("<script");
    expect(html).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="&lt;!doctype html&gt;');
    expect(html).toContain("&lt;base target=&quot;_blank&quot;&gt;");
    const policy = headers.get("content-security-policy")!;
    expect(policy).toStartWith("default-src 'none'; style-src 'sha256-");
    expect(policy).toContain("; style-src-attr 'unsafe-inline'; ");
    expect(policy).not.toContain("script-src");
  });
});

describe("404", () => {
  test("a mail that is not there, and one whose content was erased once it was sent", async () => {
    expect(await opened(app, `/dev/inbox/${app.options.ids.next()}`)).toMatchObject({ status: 404 });
    const forgetting = await app.another();
    const { id } = await mailed("Analytical Engines", forgetting);
    await forgetting.mails();
    expect(await opened(app, `/dev/inbox/${id}`)).toMatchObject({ status: 404 });
  });

  test("where nobody develops", async () => {
    expect(await statusesElsewhere(`/dev/inbox/${(await mailed("Analytical Engines")).id}`)).toEqual([404, 404, 404]);
  });
});
