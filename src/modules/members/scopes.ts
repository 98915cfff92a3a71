import { contract } from "#generated/operations";
import { Scope as scope } from "#generated/schemas";
import type { Scope } from "#generated/types";

export type Scopes = ReadonlySet<string>;

/** The roles that every organization has, those that may do most first. */
export const BUILT_IN_ROLES = ["owner", "admin", "member", "viewer"] as const;
export type BuiltInRole = (typeof BUILT_IN_ROLES)[number];

/** What everybody in an organization may do, whatever their role. */
export const EVERYONE: readonly string[] = contract.roles.everyone ?? [];

const SCOPES: readonly Scope[] = scope.anyOf.map((literal) => literal.const);
const builtIn: ReadonlyMap<string, Scopes> = new Map(
  BUILT_IN_ROLES.map((role) => [role, new Set(contract.roles[role])]),
);

export const isBuiltIn = (role: string): role is BuiltInRole => builtIn.has(role);

/** The scopes of a role: `own` are those of a role of the organization's own, null for a built-in one. */
export const scopesOf = (role: string, own: readonly string[] | null): Scopes =>
  builtIn.get(role) ?? new Set([...EVERYONE, ...(own ?? [])]);

/** Scopes as answers list them: in the contract's order, and none that it has no more. */
export const listed = (scopes: Scopes): Scope[] => SCOPES.filter((each) => scopes.has(each));

/** Whether somebody who holds these scopes holds all of those. */
export const holdsAll = (held: Scopes, granted: Iterable<string>): boolean =>
  [...granted].every((each) => held.has(each));

/**
 * Whether somebody who holds these scopes may give a role that has those, or take it away. What everybody in an
 * organization may do is nobody's to give, so a key need not hold it.
 */
export const mayGive = (held: Scopes, granted: Iterable<string>): boolean =>
  holdsAll(new Set([...EVERYONE, ...held]), granted);
