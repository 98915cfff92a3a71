// Generated from the contract. Edit openapi.yaml, then run make generate.
import { type ProblemEntry, problemsOf } from "#contract/problem";

/** The contract's own catalogue, x-problems. */
export const problems = {
  invalid_credentials: {
    status: 401,
    title: "Wrong e-mail address or password",
    meaning:
      "No account has this e-mail address with this password. Both are checked together, so the answer does not tell which one is wrong.",
  },
  too_many_attempts: {
    status: 429,
    title: "Too many attempts",
    meaning:
      "There were too many wrong passwords or codes for this account. Wait for the seconds in Retry-After, log in from a device that the account knows, or ask for a link to choose a new password.",
  },
  account_suspended: {
    status: 403,
    title: "The account is suspended",
    meaning: "Those who run the product have suspended it. Write to the support.",
  },
  challenge_not_valid: {
    status: 401,
    title: "The login cannot go on",
    meaning: "What came with the first step is unknown, has expired or was used. Log in from the beginning.",
  },
  wrong_code: {
    status: 403,
    title: "The code is not right",
    meaning: "It is wrong, has expired or was used before. Take the next one.",
  },
  passkey_refused: {
    status: 403,
    title: "The passkey does not fit",
    meaning: "It is unknown, or its answer is not for this question. Begin again.",
  },
  proof_refused: {
    status: 403,
    title: "This does not prove who you are",
    meaning:
      "The password, the code or the passkey is not right, or a second factor is missing. Who has second factors proves with a passkey, or with password and code.",
  },
  authorization_not_valid: {
    status: 403,
    title: "The login at the other service cannot be used",
    meaning: "It is unknown, has expired, was used, is for somebody else, or the service refused it. Begin again.",
  },
  unknown_provider: {
    status: 409,
    title: "There is no such provider",
    meaning:
      "This server is not set up with an identity provider of this name. listIdentityProviders has those that it is.",
  },
  provider_unavailable: {
    status: 502,
    title: "The other service does not answer",
    meaning: "The identity provider did not answer, or not as it should. Try again later or log in another way.",
  },
  address_not_verified: {
    status: 403,
    title: "The other service does not vouch for the address",
    meaning:
      "The identity provider gave no e-mail address, or one that it did not verify. Verify it there, or register here.",
  },
  link_needed: {
    status: 409,
    title: "There is an account already",
    meaning:
      "An account has the e-mail address that the identity provider gave. Log in to it another way, then link the identity to it.",
  },
  identity_taken: {
    status: 409,
    title: "The identity is linked already",
    meaning: "This identity is linked to an account, or the account has another one of the same provider.",
  },
  last_credential: {
    status: 409,
    title: "Nothing would be left to log in with",
    meaning: "The account has neither a password nor another identity nor a passkey. Add one first.",
  },
  link_not_valid: {
    status: 409,
    title: "The link does not work",
    meaning:
      "It is unknown, has expired, was used, was replaced by a newer one, or what it was for has changed. Ask for a new one.",
  },
  email_taken: {
    status: 409,
    title: "The address has an account",
    meaning: "Another account has this e-mail address by now.",
  },
  email_verified: {
    status: 409,
    title: "The address is verified already",
    meaning: "There is nothing left to verify.",
  },
  totp_active: {
    status: 409,
    title: "One-time codes are on already",
    meaning: "Turn them off before you set them up anew.",
  },
  totp_not_started: {
    status: 409,
    title: "There is nothing to confirm",
    meaning: "Begin to set up one-time codes first; what was begun is forgotten after an hour.",
  },
  no_second_factor: {
    status: 409,
    title: "There is no second factor",
    meaning: "Recovery codes stand in for a second factor. Set up one-time codes or add a passkey first.",
  },
  no_passkey: {
    status: 409,
    title: "There is no passkey",
    meaning: "The account has no passkey. Use another second factor.",
  },
  too_many_passkeys: {
    status: 409,
    title: "Too many passkeys",
    meaning: "An account has at most 20 passkeys. Remove those that you do not use.",
  },
  passkey_exists: {
    status: 409,
    title: "The passkey is known already",
    meaning: "This passkey belongs to an account.",
  },
  sole_owner: {
    status: 409,
    title: "Organizations would be without an owner",
    meaning: "You are the only owner of organizations. Make somebody else an owner of each, or delete it first.",
  },
  is_administrator: {
    status: 409,
    title: "An administrator",
    meaning: "Administrators are neither suspended nor impersonated. That they are administrators has to end first.",
  },
  job_not_failed: {
    status: 409,
    title: "The job has not failed",
    meaning: "Only a job that failed for good can be tried again.",
  },
  job_waits: {
    status: 409,
    title: "Such a job waits already",
    meaning: "Scheduled work is there once. A job of this name waits or runs, and does what the failed one did not.",
  },
  invalid_refresh_token: {
    status: 401,
    title: "The refresh token does not work",
    meaning: "It is missing, unknown or expired, or its session has ended. Log in again.",
  },
  refresh_token_reused: {
    status: 401,
    title: "The refresh token was used before",
    meaning:
      "A token that was already exchanged came back too late to be a repeat. It may have been stolen, so the session has ended. Log in again.",
  },
  scopes_not_held: {
    status: 403,
    title: "Nobody grants what they do not hold",
    meaning:
      "The role or the key has scopes that the caller lacks, or belongs to somebody who has scopes that the caller lacks.",
  },
  last_owner: {
    status: 409,
    title: "An organization needs an owner",
    meaning: "This is the only owner. Make somebody else an owner first.",
  },
  personal_organization: {
    status: 409,
    title: "The organization is a person's own",
    meaning: "Nobody joins, leaves or deletes the organization that a person got when they registered.",
  },
  unknown_role: {
    status: 409,
    title: "There is no such role",
    meaning: "The organization has neither a built-in role nor one of its own with this name.",
  },
  role_exists: {
    status: 409,
    title: "The role exists already",
    meaning: "The organization has a role of this name. Choose another name, or change that role.",
  },
  role_in_use: {
    status: 409,
    title: "Somebody has this role",
    meaning:
      "Members have the role, or invitations that were neither answered nor revoked. Give the members another one, and revoke the invitations.",
  },
  too_many_roles: { status: 409, title: "Too many roles", meaning: "An organization has at most 50 roles of its own." },
  already_a_member: {
    status: 409,
    title: "A member already",
    meaning: "Somebody with this e-mail address is a member of the organization.",
  },
  already_invited: {
    status: 409,
    title: "Invited already",
    meaning: "This e-mail address has an open invitation. Send that one again, or revoke it first.",
  },
  too_many_invitations: {
    status: 409,
    title: "Too many open invitations",
    meaning: "An organization has at most 1,000 open invitations. Revoke those that nobody will accept.",
  },
  invitation_not_open: {
    status: 409,
    title: "The invitation is not open",
    meaning: "It is unknown, has expired, or was accepted, declined or revoked. Ask for a new one.",
  },
  invited_somebody_else: {
    status: 403,
    title: "The invitation is for another address",
    meaning: "Only the person whose account has the e-mail address that was invited can answer it.",
  },
  too_many_keys: {
    status: 409,
    title: "Too many API keys",
    meaning: "An organization has at most 100 keys that are not revoked. Revoke those that nothing uses.",
  },
  not_ready: {
    status: 503,
    title: "The server is not ready",
    meaning:
      "It is starting or stopping, or something that it depends on does not answer. Ask again after the seconds in Retry-After.",
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;

export type ProblemCode = keyof typeof problems;

/** Makes a problem by its code, for a handler to return. The detail is the catalogue's meaning unless given. */
export const problem = problemsOf(problems);
