import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { makeAdministrator } from "../../src/dev/administrator";
import { happenedTo } from "../support/accounts";
import { registration, testApp } from "../support/app";

const app = await testApp();
const { url } = app.database;
const ROOT = join(import.meta.dir, "../..");

/** The command as the Makefile runs it. Answers with its exit code and what it says. */
async function command(...words: string[]): Promise<[number, string]> {
  const child = Bun.spawn([process.execPath, join(ROOT, "src/dev/administrator.ts"), ...words], {
    env: { DATABASE_URL: url },
    stdout: "pipe",
    stderr: "pipe",
  });
  const [said, complained] = await Promise.all([child.stdout.text(), child.stderr.text()]);
  return [await child.exited, said + complained];
}

describe("making somebody an administrator", () => {
  test("counts within five seconds, the address is found whatever its case, and the person's log has it", async () => {
    const ada = await app.person();
    expect(await ada.call("listUsers")).toMatchObject({ status: 403 });
    expect(await command(ada.email.toUpperCase())).toEqual([
      0,
      `${ada.email.toUpperCase()} is an administrator now.\n`,
    ]);
    app.clock.advance(5_000);
    expect(await ada.call("listUsers")).toMatchObject({ status: 200 });
    expect(await happenedTo(app, ada, "administrator.appointed")).toHaveLength(1);
    expect(await ada.call("listMyEvents")).toMatchObject({ status: 200 });
    expect(await command(ada.email)).toEqual([0, `${ada.email} is an administrator already.\n`]);
    expect(await happenedTo(app, ada, "administrator.appointed")).toHaveLength(1);
  });

  test("is taken back, and counts within five seconds", async () => {
    const grace = await app.administrator();
    expect(await command(grace.email, "revoke")).toEqual([0, `${grace.email} is no administrator any more.\n`]);
    app.clock.advance(5_000);
    expect(await grace.call("listUsers")).toMatchObject({ status: 403 });
    expect(await happenedTo(app, grace, "administrator.dismissed")).toHaveLength(1);
    expect(await command(grace.email, "revoke")).toEqual([0, `${grace.email} is no administrator.\n`]);
  });

  test("an address without an account, one that nobody proved, an account that is suspended or to be deleted: refused", async () => {
    const unproved = registration();
    await app.anonymous.call("createUser", { body: unproved });
    const [suspended, leaving] = [await app.person(), await app.person()];
    await app.sql`update users set suspended_at = now(), suspension_reason = 'spam' where id = ${suspended.userId}`;
    await leaving.call("deleteMe");
    const refused: [string, RegExp][] = [
      ["nobody@example.com", /^No account has the address nobody@example\.com\.$/],
      [unproved.email, /^Nobody has proved yet that/],
      [suspended.email, /is suspended: restore it first\.$/],
      [leaving.email, /is to be deleted: keep it first\.$/],
    ];
    for (const [email, sentence] of refused) {
      const outcome = await makeAdministrator(url, email);
      expect({ email, ...outcome }).toEqual({ email, done: false, sentence: expect.stringMatching(sentence) });
    }
    expect(await command("nobody@example.com")).toEqual([1, "No account has the address nobody@example.com.\n"]);
    expect((await makeAdministrator(url, "nobody@example.com", { revoke: true })).done).toBeFalse();
    const administrators = await app.sql`
      select id from users where platform_role is not null and email in ${app.sql(refused.map(([email]) => email))}`;
    expect(administrators).toHaveLength(0);
  });

  test("without an address the command says how it is used", async () => {
    expect(await command("")).toEqual([2, expect.stringContaining("make administrator EMAIL=")]);
    expect(await command("ada@example.com", "gently")).toEqual([2, expect.stringContaining("usage")]);
  });

  test("the server's own role may not do it", async () => {
    const { userId } = await app.person();
    await expect(
      app.sql`update users set platform_role = 'administrator' where id = ${userId}`.execute(),
    ).rejects.toThrow("permission denied");
  });
});
