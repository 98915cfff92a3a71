import type { Reader } from "../fixture/generated/types";

export const presentReader = (id: number): Reader => ({
  id,
  organizationId: "",
  email: "",
  // refused: 'passwordHash' does not exist in type
  passwordHash: "",
});
