import type { User } from "#generated/types";
import type { UserRow } from "./queries";

export const presentUser = ({ id, email, name, createdAt, updatedAt }: UserRow): User => ({
  id,
  email,
  name,
  createdAt,
  updatedAt,
});
