import type { PageKey } from "#contract/context";
import type { Member, Role } from "#generated/types";
import type { MemberRow, RoleRow } from "./queries";
import { BUILT_IN_ROLES, type BuiltInRole, listed, scopesOf } from "./scopes";

const DESCRIPTIONS: Readonly<Record<BuiltInRole, string>> = {
  owner: "Does everything, and alone may delete the organization",
  admin: "Runs the organization: its members, roles, invitations, keys and audit log",
  member: "Works in the organization, and sees who else does",
  viewer: "Sees who belongs to the organization",
};

export const presentMember = ({ userId, email, name, role, joinedAt }: MemberRow): Member => ({
  userId,
  email,
  name,
  role,
  joinedAt,
});

/** Where a member stands in the list, which is in the order of (joined_at, user_id). */
export const placeOf = ({ joinedAt, userId }: MemberRow): PageKey => ({ at: joinedAt, id: userId });

export const builtInRoles: readonly Role[] = BUILT_IN_ROLES.map((name) => ({
  name,
  description: DESCRIPTIONS[name],
  builtIn: true,
  scopes: listed(scopesOf(name, null)),
}));

export const presentRole = ({ name, description, scopes }: RoleRow): Role => ({
  name,
  description,
  builtIn: false,
  scopes: listed(scopesOf(name, scopes)),
});
