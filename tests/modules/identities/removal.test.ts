/** What goes: all of an account that somebody else may have linked identities to, and requests that came to nothing. */
import { expect, test } from "bun:test";
import type { Problem } from "#generated/types";
import { removeAllIdentities } from "../../../src/modules/identities/identities";
import { purgeAuthorizationRequests } from "../../../src/modules/identities/jobs";
import { testApp } from "../../support/app";
import { beginLink, beginLogin, oidcProvider } from "../../support/oidc-provider";
import { inTransaction } from "../../support/second-factors";

const provider = await oidcProvider();
const app = await testApp({ identityProviders: [provider.settings(), provider.settings("again")] });

test("what was linked logs in to the account no more, and what was begun links nothing; others keep theirs", async () => {
  const [ada, grace] = await Promise.all([app.person(), app.person()]);
  const [adas, graces] = [provider.person({ email: ada.email }), provider.person()];
  const link = async (account: typeof ada, person: typeof adas) => provider.visit(await beginLink(account), person);
  const logIn = async (person: typeof adas) => {
    const body = await provider.visit(await beginLogin(app.anonymous), person);
    return app.anonymous.call<Problem>("createFederatedSession", { body });
  };
  expect(await ada.call("completeIdentityLink", { body: await link(ada, adas) })).toMatchObject({ status: 200 });
  expect(await grace.call("completeIdentityLink", { body: await link(grace, graces) })).toMatchObject({ status: 200 });
  const begun = await provider.visit(await beginLink(ada, "again"), provider.person());

  await inTransaction(app, (sql) => removeAllIdentities(sql, ada.userId));

  expect((await logIn(adas)).body.code).toBe("link_needed");
  expect((await logIn(graces)).status).toBe(201);
  const late = await ada.call<Problem>("completeIdentityLink", { body: begun });
  expect(late.body.code).toBe("authorization_not_valid");
});

test("requests from which nobody came back in time are purged, and no other", async () => {
  const MINUTE_MS = 60_000;
  await app.sql`delete from authorization_requests`;
  await beginLogin(app.anonymous);
  app.clock.advance(5 * MINUTE_MS);
  const open = await beginLogin(app.anonymous);
  app.clock.advance(5 * MINUTE_MS);
  await app.services.jobs.add(app.sql, purgeAuthorizationRequests, {});
  await app.drain();
  const [count] = await app.sql`select count(*)::int as requests from authorization_requests`;
  expect(count?.requests).toBe(1);
  const body = await provider.visit(open, provider.person());
  expect((await app.anonymous.call("createFederatedSession", { body })).status).toBe(201);
});
