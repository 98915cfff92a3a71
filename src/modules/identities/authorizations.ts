/** From the moment that a person is sent to an identity provider until they are back. */
import type { Context } from "#context";
import { problem } from "#generated/problems";
import type { Authorization, AuthorizationAnswer } from "#generated/types";
import { hashToken, randomToken } from "#lib/opaque-tokens";
import { newBinding } from "./authorization-code";
import type { FederatedPerson, IdentityProvider } from "./provider";
import { ProviderError, type ProviderFailure } from "./provider-error";
import * as queries from "./queries";

const TOKEN_PREFIX = "gwo_";
/** As long as somebody may take to log in elsewhere. */
const LIFETIME_MS = 10 * 60_000;

type Asking = Pick<Context, "sql" | "transaction" | "clock" | "log" | "identityProviders">;

/** Who came back, and from where. */
export interface Returned extends FederatedPerson {
  readonly provider: IdentityProvider;
}

/**
 * Where to send a person who wants to log in, or to link an identity to the account with this id. The token goes to the
 * client that begins and the state to the browser: what comes back counts only where both are the same client's.
 */
export async function begin(ctx: Asking, providerId: string, userId: string | null) {
  const provider = ctx.identityProviders.find(providerId);
  if (!provider) return problem("unknown_provider");
  const binding = newBinding();
  const url = await provider.authorizationUrl(binding).catch((error) => void failureOf(ctx, provider, error));
  if (!url) return problem("provider_unavailable");
  const token = randomToken(TOKEN_PREFIX);
  const tokenHash = hashToken(token);
  const sealed = ctx.identityProviders.seal(tokenHash, binding);
  const createdAt = ctx.clock.now();
  const expiresAt = new Date(createdAt.getTime() + LIFETIME_MS);
  const request = { tokenHash, provider: providerId, userId, sealed, createdAt, expiresAt };
  const body: Authorization = { authorization: token, url: url.href };
  return ctx.transaction(async (sql) => {
    await queries.insertAuthorizationRequest(sql, request);
    return { status: 201, body } as const;
  });
}

/**
 * Who came back. Whatever comes of it, the request is gone: it was deleted before anything of the answer was looked at.
 * `userId` is for whom it must have been made, null for a login.
 */
export async function finish(ctx: Asking, answer: AuthorizationAnswer, userId: string | null) {
  const tokenHash = hashToken(answer.authorization);
  const request = await queries.deleteAuthorizationRequest(ctx.sql, tokenHash);
  if (!request || new Date(request.expiresAt) <= ctx.clock.now() || request.userId !== userId)
    return problem("authorization_not_valid");
  const provider = ctx.identityProviders.find(request.provider);
  if (!provider) return problem("authorization_not_valid");
  const binding = ctx.identityProviders.open(tokenHash, request.sealed);
  try {
    const person = await provider.identify(answer, binding);
    return { provider, ...person } satisfies Returned;
  } catch (error) {
    return problem(failureOf(ctx, provider, error));
  }
}

/** Why nothing came of asking a provider, which the log says in more words. */
function failureOf({ log }: Pick<Context, "log">, { id }: IdentityProvider, error: unknown): ProviderFailure {
  if (!(error instanceof ProviderError)) throw error;
  log.warn({ provider: id, reason: error.message }, "identity provider");
  return error.failure;
}
