/** What is the same in each authorization code flow (RFC 6749, section 4.1) of ours. */
import * as oauth from "openid-client";
import type { Binding, Callback, ClientRegistration } from "./provider";

export const newBinding = (): Binding => ({
  state: oauth.randomState(),
  nonce: oauth.randomNonce(),
  verifier: oauth.randomPKCECodeVerifier(),
});

export const authorizationParameters = async ({ redirectUri }: ClientRegistration, { state, verifier }: Binding) => ({
  redirect_uri: redirectUri,
  state,
  code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
  code_challenge_method: "S256",
});

/** The address that the person came back to, as the library takes it. */
export function callbackUrl({ redirectUri }: ClientRegistration, { code, state, iss }: Callback): URL {
  const url = new URL(redirectUri);
  url.search = new URLSearchParams({ code, state, ...(iss !== undefined && { iss }) }).toString();
  return url;
}
