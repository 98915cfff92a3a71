import type { PageKey } from "#contract/context";
import type { ApiKey, ApiKeyGrant, KeyScope } from "#generated/types";
import type { Grant } from "./api-keys";
import type { ListedKeyRow } from "./queries";
import { endingOf } from "./secrets";

export const presentKey = (row: ListedKeyRow): ApiKey => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes as KeyScope[],
  ending: row.ending,
  createdBy: row.createdBy,
  createdAt: row.createdAt,
  expiresAt: row.expiresAt,
  lastUsedAt: row.lastUsedAt,
});

export const presentGrant = ({ row, secret }: Grant): ApiKeyGrant => ({
  apiKey: presentKey({ ...row, ending: endingOf(secret) }),
  key: secret,
});

/** Where a key stands in the list, which is in the order of (created_at, id). */
export const placeOf = ({ createdAt, id }: ListedKeyRow): PageKey => ({ at: createdAt, id });
