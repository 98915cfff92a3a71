import type { Identity, Provider } from "#generated/types";
import type { IdentityProvider } from "./provider";
import type { IdentityRow } from "./queries";

export const presentProvider = ({ id, name }: IdentityProvider): Provider => ({ id, name });

export const presentIdentity = ({ id, provider, email, createdAt, lastUsedAt }: IdentityRow): Identity => ({
  id,
  provider,
  email,
  createdAt,
  lastUsedAt,
});
