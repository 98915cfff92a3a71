import type { Sql } from "#db/client";
import type { Clock } from "#lib/clock";
import { Remembered } from "#lib/remembered";
import * as queries from "./queries";

/** How long a session that ended on another server may still work on this one. */
const RECHECK_AFTER_MS = 5_000;
const REMEMBERED_SESSIONS_MAXIMUM = 20_000;

/**
 * Knows which sessions are alive, by their ids, without asking the database on every request: undefined for one that is
 * unknown, has ended or has expired. `forget` makes an end known at once on this process; every other process asks again
 * after five seconds.
 */
export type SessionLiveness = Remembered<queries.LiveSessionRow | undefined>;

export const sessionLiveness = ({ sql, clock }: { sql: Sql; clock: Clock }): SessionLiveness =>
  new Remembered({
    find: (id, nowMs) => queries.selectLiveSession(sql, id, new Date(nowMs)),
    clock,
    recheckAfterMs: RECHECK_AFTER_MS,
    maximum: REMEMBERED_SESSIONS_MAXIMUM,
  });
