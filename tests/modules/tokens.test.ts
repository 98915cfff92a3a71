import { describe, expect, test } from "bun:test";
import { AccessTokens } from "../../src/modules/sessions/tokens";
import { testApp } from "../support/app";

describe("access tokens", () => {
  test("a token that was verified is remembered until it expires, and no longer", async () => {
    const app = await testApp();
    const { keys } = app.services;
    const { clock, ids, publicOrigin: origin } = app.options;
    let verifications = 0;
    const counted = {
      verifier: (id: string) => {
        verifications++;
        return keys.verifier(id);
      },
    };
    const tokens = new AccessTokens({ keys: counted, clock, ids, issuer: origin, audience: origin });
    const person = { userId: ids.next(), sessionId: ids.next() };
    const token = await tokens.issue({ ...person, authenticatedAt: clock.now(), expiresIn: 900 }, await keys.signer());

    for (let i = 0; i < 3; i++) expect(await tokens.verify(token)).toMatchObject(person);
    expect(verifications).toBe(1);
    app.clock.advance(900_000);
    expect(await tokens.verify(token)).toBeUndefined();
    expect(await tokens.verify(token)).toBeUndefined();
    expect(verifications).toBe(2);
  });
});
