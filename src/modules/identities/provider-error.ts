import { AuthorizationResponseError, ClientError, ResponseBodyError } from "openid-client";

/** Why nobody came of it, as the contract calls it. */
export type ProviderFailure = "authorization_not_valid" | "provider_unavailable";

export class ProviderError extends Error {
  override readonly name = "ProviderError";
  /** The message is for the log: it says what is wrong and repeats nothing of what was sent. */
  constructor(
    readonly failure: ProviderFailure,
    message: string,
  ) {
    super(message);
  }
}

/** Of what came back: it is not an answer to our request, not from this provider, not for us, or not of this time. */
const NOT_VALID = new Set([
  "OAUTH_INVALID_RESPONSE",
  "OAUTH_JWT_CLAIM_COMPARISON_FAILED",
  "OAUTH_JWT_TIMESTAMP_CHECK_FAILED",
  "OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED",
  "OAUTH_KEY_SELECTION_FAILED",
  "OAUTH_UNSUPPORTED_OPERATION",
]);

/** The code does not work: it is made up, was used, has expired, or is another client's (RFC 6749, section 5.2; GitHub's). */
const CODE_REFUSED = new Set(["invalid_grant", "bad_verification_code"]);

/** What the library threw when it asked for a provider's metadata, or could not use it. */
export const unusable = (error: unknown): ProviderError => new ProviderError("provider_unavailable", described(error));

/** What the library threw when an answer was checked and its code exchanged. */
export function judged(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  return new ProviderError(isNotValid(error) ? "authorization_not_valid" : "provider_unavailable", described(error));
}

function isNotValid(error: unknown): boolean {
  if (error instanceof AuthorizationResponseError) return true;
  if (error instanceof ResponseBodyError) return CODE_REFUSED.has(error.error);
  return error instanceof ClientError && error.code !== undefined && NOT_VALID.has(error.code);
}

/** The library's own words, from the outermost to the innermost. What it carries besides may hold tokens. */
function described(error: unknown): string {
  const words: string[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    words.push(cause instanceof ResponseBodyError ? `${cause.message}: ${cause.error}` : cause.message);
  return words.join(": ") || String(error);
}
