import type { Account, User } from "#generated/types";
import type { AccountRow } from "./queries";

/** As the person sees it. `impersonatedBy` is the administrator who acts as them in this session. */
export const presentUser = (row: AccountRow, impersonatedBy: string | null): User => ({
  id: row.id,
  email: row.email,
  emailVerifiedAt: row.emailVerifiedAt,
  name: row.name,
  administrator: row.platformRole !== null,
  impersonatedBy,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  deletesAt: row.deletesAt,
});

/** As those who run the product see it. */
export const presentAccount = (row: Omit<AccountRow, "passwordHash" | "version">): Account => ({
  id: row.id,
  email: row.email,
  emailVerifiedAt: row.emailVerifiedAt,
  name: row.name,
  administrator: row.platformRole !== null,
  suspendedAt: row.suspendedAt,
  suspensionReason: row.suspensionReason,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  deletesAt: row.deletesAt,
});
