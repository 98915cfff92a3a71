import { expect, test } from "bun:test";
import { purgeLinks } from "../../src/modules/credentials/jobs";
import { testApp } from "../support/app";
import { HOUR, newcomer, resetToken } from "../support/links";

const app = await testApp();

const purposes = async (userId: string) =>
  (await app.sql<{ purpose: string }[]>`select purpose from account_links where user_id = ${userId}`).map(
    ({ purpose }) => purpose,
  );

test("links whose time is over are deleted, and no others", async () => {
  const ada = await newcomer(app);
  await resetToken(app, ada.email);
  app.clock.advance(HOUR - 1);
  await app.services.jobs.add(app.sql, purgeLinks, {});
  await app.mails();
  expect((await purposes(ada.userId)).sort()).toEqual(["reset_password", "verify_email"]);
  app.clock.advance(1);
  await app.services.jobs.add(app.sql, purgeLinks, {});
  await app.mails();
  expect(await purposes(ada.userId)).toEqual(["verify_email"]);
});
