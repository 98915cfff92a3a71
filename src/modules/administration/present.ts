import type { PageKey } from "#contract/context";
import type { ListedAccountRow } from "./queries";

/** Where an account stands in the list, which is in the order of (created_at, id). */
export const placeOf = ({ createdAt, id }: ListedAccountRow): PageKey => ({ at: createdAt, id });
