import type { Context } from "#context";
import type { Sql } from "#db/client";
import type { AuditFault, AuditVerification } from "#generated/types";
import * as queries from "./queries";

/** Events of one statement: some fifty milliseconds of the database's time, and a few megabytes of its memory. */
const EVENTS_PER_STATEMENT = 5_000;
const BEGINNING: queries.ChainPlace = { sequence: 0, hash: Buffer.alloc(0) };

/**
 * Walks an organization's chain from its first event to the first place that is not as it was written, or to its end.
 * Statements see the log at different times, and each sees the chain's end at the same time as the events.
 */
export async function verifyChain({ sql }: Context, organizationId: string): Promise<AuditVerification> {
  for (let place = BEGINNING; ; ) {
    const row = await queries.checkAuditEvents(sql, organizationId, place, EVENTS_PER_STATEMENT);
    if (row.faultSequence !== null && row.faultPrevious !== null) {
      const [sequence, hash] = [Number(row.faultSequence), row.faultPrevious];
      const kind = await kindOf(sql, organizationId, { sequence, previous: hash, standingHash: row.standingHash });
      return verification({ sequence: sequence - 1, hash }, { sequence, kind, eventId: row.standingId });
    }
    const checked = Number(row.checked);
    place = { sequence: place.sequence + checked, hash: row.lastHash ?? place.hash };
    if (checked < EVENTS_PER_STATEMENT) return verification(place, cutOff(place, Number(row.chainLength)));
  }
}

const cutOff = ({ sequence }: queries.ChainPlace, length: number): AuditFault | null =>
  sequence < length ? { sequence: sequence + 1, kind: "removed", eventId: null } : null;

/** Everything before the fault is where it was written, so what was written there can only stand after it. */
async function kindOf(sql: Sql, organizationId: string, fault: queries.ChainFault): Promise<AuditFault["kind"]> {
  for (let after: string | null = String(fault.sequence); after !== null; ) {
    const stretch = { after, limit: EVENTS_PER_STATEMENT };
    const { lastSequence, found } = await queries.findMisplacedEvent(sql, organizationId, fault, stretch);
    if (found !== "0") return "reordered";
    after = lastSequence;
  }
  return fault.standingHash === null ? "removed" : "changed";
}

const verification = ({ sequence, hash }: queries.ChainPlace, fault: AuditFault | null): AuditVerification => ({
  valid: fault === null,
  events: sequence,
  hash: sequence === 0 ? null : Buffer.from(hash).toString("hex"),
  fault,
});
