import type { Context } from "#context";
import type { PageKey } from "#contract/context";
import type { Sql } from "#db/client";
import { streamOf } from "#lib/chunks";
import { type AccountRow, presentAccount } from "../accounts/accounts";
import * as queries from "./queries";

/** What is read by one statement and sent as one chunk, all that an export holds at a time. */
const ROWS_PER_CHUNK = 500;

type List = (sql: Sql, userId: string, stretch: queries.Stretch) => Promise<readonly { readonly id: string }[]>;

/** What a line is, with the rows that become such lines. */
const LISTS: readonly (readonly [type: string, list: List])[] = [
  ["session", queries.listExportedSessions],
  ["device", queries.listExportedDevices],
  ["passkey", queries.listExportedPasskeys],
  ["identity", queries.listExportedIdentities],
  ["link", queries.listExportedLinks],
  ["membership", queries.listExportedMemberships],
  ["invitation", queries.listExportedInvitations],
  ["sent_invitation", queries.listExportedSentInvitations],
  ["api_key", queries.listExportedKeys],
];

/**
 * Everything that is stored about a person, one JSON object in each line. It is read as fast as the caller takes it, and so
 * not at one moment: what changes meanwhile is there as it was before or as it is after.
 */
export const exportAccount = ({ sql }: Pick<Context, "sql">, account: AccountRow): ReadableStream<Uint8Array> =>
  streamOf(chunksOf(sql, account));

async function* chunksOf(sql: Sql, account: AccountRow) {
  const { id: userId } = account;
  yield lines("profile", [{ ...presentAccount(account), password: account.passwordHash !== null }]);
  yield lines("second_factors", [await queries.selectExportedFactors(sql, userId)]);
  for (const [type, list] of LISTS) {
    const stretches = pagesOf((after: string | null, limit) => list(sql, userId, { after, limit }), idOf);
    for await (const rows of stretches) yield lines(type, rows);
  }
  for await (const chainId of chainsOf(sql, userId)) {
    const stretches = pagesOf(
      (after: PageKey | null, limit) => queries.listExportedEvents(sql, { chainId, userId }, { after, limit }),
      ({ occurredAt, id }) => ({ at: occurredAt, id }),
    );
    for await (const rows of stretches) yield lines("event", rows);
  }
}

/** Where what a person does is recorded: in their own chain, and in those of the organizations that they belong to. */
async function* chainsOf(sql: Sql, userId: string) {
  yield userId;
  const stretches = pagesOf(
    (after: string | null, limit) => queries.listExportedMemberships(sql, userId, { after, limit }),
    idOf,
  );
  for await (const rows of stretches) for (const { id } of rows) yield id;
}

/** Stretches of a list that are not empty, one after the other. */
async function* pagesOf<Row, Key>(
  list: (after: Key | null, limit: number) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
) {
  for (let after: Key | null = null, rows: readonly Row[] = []; ; after = keyOf(rows[rows.length - 1]!)) {
    rows = await list(after, ROWS_PER_CHUNK);
    if (rows.length > 0) yield rows;
    if (rows.length < ROWS_PER_CHUNK) return;
  }
}

const idOf = ({ id }: { readonly id: string }): string => id;

const encoder = new TextEncoder();

const lines = (type: string, rows: readonly object[]): Uint8Array =>
  encoder.encode(rows.map((row) => `${JSON.stringify({ type, ...row })}\n`).join(""));
