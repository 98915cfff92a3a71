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
