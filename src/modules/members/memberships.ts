import type { Caller } from "#contract/context";
import type { MaybePromise } from "#contract/pipeline";
import type { Sql } from "#db/client";
import type { Clock } from "#lib/clock";
import { Remembered } from "#lib/remembered";
import * as queries from "./queries";
import { type Scopes, scopesOf } from "./scopes";

/** How long a role that changed on another server, or a membership that ended there, may still count on this one. */
const RECHECK_AFTER_MS = 5_000;
const REMEMBERED_MEMBERSHIPS_MAXIMUM = 50_000;

/**
 * Knows who belongs to which organization with which scopes, without asking the database on every request. What changes
 * on this process is known at once with `forget`; every other process asks again after five seconds.
 */
export class Memberships {
  readonly #scopes: Remembered<Scopes | undefined>;

  constructor({ sql, clock }: { sql: Sql; clock: Clock }) {
    this.#scopes = new Remembered({
      find: async (key, nowMs) => {
        const [organizationId = "", userId = ""] = key.split(" ");
        const member = await queries.selectMembership(sql, { organizationId, userId }, new Date(nowMs));
        return member && scopesOf(member.role, member.scopes);
      },
      clock,
      recheckAfterMs: RECHECK_AFTER_MS,
      maximum: REMEMBERED_MEMBERSHIPS_MAXIMUM,
    });
  }

  get counts() {
    return this.#scopes.counts;
  }

  /** A person as a member of the organization, or undefined where they are none or it does not exist. */
  enter<C extends Caller & { readonly userId: string }>(
    person: C,
    organizationId: string,
  ): MaybePromise<C | undefined> {
    const scopes = this.#scopes.find(keyOf({ organizationId, userId: person.userId }));
    const entered = (found: Scopes | undefined) => found && { ...person, scopes: found };
    return scopes instanceof Promise ? scopes.then(entered) : entered(scopes);
  }

  forget(key: queries.MemberKey): void {
    this.#scopes.forget(keyOf(key));
  }

  /** For what changes everybody's: a role, the organization itself. */
  forgetOrganization(organizationId: string): void {
    this.#scopes.forgetAll(keyOf({ organizationId, userId: "" }));
  }
}

const keyOf = ({ organizationId, userId }: queries.MemberKey): string => `${organizationId} ${userId}`;
