/** What people, browsers and strangers may come back with from an honest provider, and what becomes of it. */
import { describe, expect, test } from "bun:test";
import type { BearerGrant, Problem } from "#generated/types";
import { testApp } from "../../support/app";
import type { AnonymousClient } from "../../support/client";
import { type Answer, beginLink, beginLogin, oidcProvider } from "../../support/oidc-provider";

const [honest, second] = [await oidcProvider(), await oidcProvider()];
const app = await testApp({
  identityProviders: [honest.settings(), honest.otherClient("another"), second.settings("second")],
});
const MINUTE_MS = 60_000;

const logIn = (body: Answer) => app.anonymous.call<BearerGrant & Problem>("createFederatedSession", { body });
const link = (client: AnonymousClient, body: Answer) => client.call<Problem>("completeIdentityLink", { body });

const come = async (id = "oidc", provider = honest, person = provider.person()) =>
  provider.visit(await beginLogin(app.anonymous, id), person);

async function expectRefused(answer: Promise<{ status: number; body: Problem }>): Promise<void> {
  const { status, body } = await answer;
  expect([status, body.code]).toEqual([403, "authorization_not_valid"]);
}

describe("the state", () => {
  test("of another request of the same client is refused", async () => {
    const [mine, other] = await Promise.all([come(), come()]);
    await expectRefused(logIn({ ...mine, state: other.state }));
  });

  test("that an attacker put in a link, with a code of theirs, logs nobody in: the browser has no token for it", async () => {
    const [victims, attackers] = await Promise.all([come(), come()]);
    await expectRefused(logIn({ ...attackers, authorization: victims.authorization }));
  });
});

describe("the code", () => {
  test("works once, at the provider too", async () => {
    const grace = honest.person();
    const first = await come("oidc", honest, grace);
    expect((await logIn(first)).status).toBe(201);
    const begun = await beginLogin(app.anonymous);
    const state = new URL(begun.url).searchParams.get("state")!;
    await expectRefused(logIn({ ...first, authorization: begun.authorization, state }));
  });

  test("that was stolen on its way is worth nothing in the thief's own login: the verifier is another (RFC 7636)", async () => {
    const stolen = await come();
    const begun = await beginLogin(app.anonymous);
    const state = new URL(begun.url).searchParams.get("state")!;
    await expectRefused(logIn({ ...stolen, authorization: begun.authorization, state }));
  });

  test("of another application at the same provider is refused", async () => {
    const theirs = await come("another");
    const begun = await beginLogin(app.anonymous);
    const state = new URL(begun.url).searchParams.get("state")!;
    await expectRefused(logIn({ ...theirs, authorization: begun.authorization, state }));
  });

  test("that is made up is refused", async () => {
    await expectRefused(logIn({ ...(await come()), code: "made-up" }));
  });
});

describe("the issuer (RFC 9207)", () => {
  test("is not the one that the person was sent to: mixed up, and no code is sent to anybody", async () => {
    const answer = await come();
    await expectRefused(logIn({ ...answer, iss: second.issuer }));
  });

  test("is missing where the provider says that it names itself", async () => {
    const { iss: _, ...answer } = await come();
    await expectRefused(logIn(answer));
  });

  test("of an answer from another provider of ours is refused", async () => {
    const answer = await come("second", second);
    const begun = await beginLogin(app.anonymous, "oidc");
    const state = new URL(begun.url).searchParams.get("state")!;
    await expectRefused(logIn({ ...answer, authorization: begun.authorization, state }));
  });
});

describe("the token of the request", () => {
  test("works once, after a success", async () => {
    const answer = await come();
    expect((await logIn(answer)).status).toBe(201);
    await expectRefused(logIn(answer));
  });

  test("works once, after a refusal: the right answer comes too late", async () => {
    const answer = await come();
    await expectRefused(logIn({ ...answer, state: "wrong" }));
    await expectRefused(logIn(answer));
  });

  test("works for one of ten who send it at once", async () => {
    const answer = await come();
    const answers = await Promise.all(Array.from({ length: 10 }, () => logIn(answer)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(403)]);
  });

  test("works for ten minutes", async () => {
    const [inTime, late] = await Promise.all([come(), come()]);
    app.clock.advance(10 * MINUTE_MS - 1);
    expect((await logIn(inTime)).status).toBe(201);
    app.clock.advance(1);
    await expectRefused(logIn(late));
  });

  test("of a link logs nobody in, and is gone then", async () => {
    const ada = await app.person();
    const answer = await honest.visit(await beginLink(ada), honest.person());
    await expectRefused(logIn(answer));
    await expectRefused(link(ada, answer));
  });

  test("of a login links nothing", async () => {
    await expectRefused(link(await app.person(), await come()));
  });

  test("of somebody else's link links nothing", async () => {
    const [ada, mallory] = await Promise.all([app.person(), app.person()]);
    const answer = await honest.visit(await beginLink(mallory), honest.person());
    await expectRefused(link(ada, answer));
  });

  test("that nobody was given is refused", async () => {
    const authorization = `gwo_${"A".repeat(43)}`;
    await expectRefused(logIn({ authorization, state: "state", code: "code", iss: honest.issuer }));
  });
});

describe("the person", () => {
  test("says no: the provider sends an error, and nothing that could be sent on", async () => {
    const { authorization, url } = await beginLogin(app.anonymous);
    const parameters = Object.fromEntries(await honest.return(url, "cancel"));
    expect(parameters).toMatchObject({ error: "access_denied", state: new URL(url).searchParams.get("state")! });
    const answer = await app.anonymous.call("createFederatedSession", { body: { authorization, ...parameters } });
    expect(answer.status).toBe(422);
  });
});

describe("a refusal", () => {
  test("is on record, and its reason is in the log without a word of what was sent", async () => {
    const answer = await come();
    const before = await app.audited("session.refused", null);
    await logIn({ ...answer, state: "a-wrong-state" });
    expect(await app.audited("session.refused", null)).toHaveLength(before.length + 1);
    expect(app.logged()).toContain('unexpected \\"state\\" response parameter value');
    for (const secret of Object.values(answer))
      if (secret !== honest.issuer) expect(app.logged()).not.toContain(secret);
    expect(app.logged()).not.toContain("a-wrong-state");
  });
});
