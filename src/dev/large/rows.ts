/** The rows of people, their organizations, and what belongs to an organization. */
import { createHash } from "node:crypto";
import { uuidv7At } from "#lib/ids";
import type { Sql } from "../../db/client";
import { type Cell, copyRows, type Table } from "./copy";
import { DAY_MS, drawn, type Grown, type Person, ROLES } from "./growth";

/** One in so many accounts is suspended, or to be deleted. */
const SUSPENDED_EACH = 400;
const DELETED_EACH = 700;
/** Below what the product lets an organization have, so that there is room for more. */
const OPEN_INVITATIONS_MAXIMUM = 900;
const INVITATION_DAYS = 7;
const OWNER_SESSIONS = { open: 200, ended: 800 };
const SESSION_DAYS = 30;

type Rows = Iterable<readonly Cell[]>;

/** In the order in which they refer to each other. */
export async function insertOrganization(sql: Sql, grown: Grown, passwordHash: string): Promise<void> {
  const copy = (name: string, columns: string, rows: Rows) => copyRows(sql, tableOf(name, columns), rows);
  await copy(
    "users",
    "id email email_verified_at name password_hash suspended_at suspension_reason deletes_at created_at updated_at",
    users(grown, passwordHash),
  );
  await copy("organizations", "id name personal_to created_at updated_at", organizations(grown));
  await copy("custom_roles", "organization_id name description scopes created_at updated_at", customRoles(grown));
  await copy("members", "organization_id user_id role joined_at", members(grown));
  await copy(
    "invitations",
    "id organization_id email role token_hash invited_by created_at sent_at expires_at settled_at settled_as",
    invitations(grown),
  );
  await copy("api_keys", "id organization_id name scopes created_by created_at", keys(grown));
  await copy("api_key_secrets", "secret_hash api_key_id ending created_at", secrets(grown));
  await copy(
    "sessions",
    "id user_id organization_id user_agent address created_at last_used_at authenticated_at expires_at ended_at ended_reason",
    sessions(grown),
  );
}

const tableOf = (name: string, columns: string): Table => ({ name, columns: columns.split(" ") });
const time = (ms: number) => new Date(ms).toISOString();
/** Of a secret that nobody has. */
const hashOf = (id: string) => createHash("sha256").update(id).digest();

function* users({ people, atMs }: Grown, passwordHash: string): Rows {
  for (const [n, { id, email, name, registeredMs }] of people.entries()) {
    const at = time(registeredMs);
    const isSuspended = n % SUSPENDED_EACH === SUSPENDED_EACH - 1;
    const suspension = isSuspended ? [time(atMs), "Sent what nobody asked for"] : [null, null];
    const deletesAt = n % DELETED_EACH === DELETED_EACH - 1 ? time(atMs + SESSION_DAYS * DAY_MS) : null;
    yield [id, email, at, name, passwordHash, ...suspension, deletesAt, at, at];
  }
}

function* organizations({ organizationId, name, owner, people }: Grown): Rows {
  for (const person of people) {
    const at = time(person.registeredMs);
    yield [person.ownOrganizationId, person.name, person.id, at, at];
  }
  yield [organizationId, name, null, time(owner.joinedMs), time(owner.joinedMs)];
}

function* customRoles({ organizationId, owner }: Grown): Rows {
  const at = time(owner.joinedMs);
  for (const name of ROLES) yield [organizationId, name, `Those of ${name}`, "{member:read,audit:read}", at, at];
}

function* members({ organizationId, people }: Grown): Rows {
  for (const { id, ownOrganizationId, role, registeredMs, joinedMs } of people) {
    yield [ownOrganizationId, id, "owner", time(registeredMs)];
    yield [organizationId, id, role, time(joinedMs)];
  }
}

function* invitations({ organizationId, owner, people, atMs }: Grown): Rows {
  const invitation = (
    n: number,
    email: string,
    createdMs: number,
    settled: readonly [string, string] | null,
  ): Cell[] => {
    const id = uuidv7At(createdMs);
    const [role, at] = [n % 5 === 0 ? "viewer" : "member", time(createdMs)];
    const expiresAt = time(createdMs + INVITATION_DAYS * DAY_MS);
    return [id, organizationId, email, role, hashOf(id), owner.id, at, at, expiresAt, ...(settled ?? [null, null])];
  };
  const open = Math.min(OPEN_INVITATIONS_MAXIMUM, Math.ceil(people.length / 10));
  for (let n = 0; n < open; n++)
    yield invitation(n, `guest${n}@example.net`, atMs - ((n + 1) / open) * (INVITATION_DAYS - 1) * DAY_MS, null);
  for (const [n, { email, joinedMs }] of people.entries())
    if (n % 5 === 1) yield invitation(n, email, joinedMs - DAY_MS / 2, [time(joinedMs), "accepted"]);
}

/** Everybody has one in the organization of their own, too. */
function* keys({ organizationId, owner, people, keyIds }: Grown): Rows {
  const key = (id: string, organization: string, maker: Person, createdMs: number): Cell[] => [
    id,
    organization,
    "A program",
    "{audit:read,member:read}",
    maker.id,
    time(createdMs),
  ];
  for (const id of keyIds) yield key(id, organizationId, owner, madeMs(id));
  for (const person of people) yield key(person.id, person.ownOrganizationId, person, person.registeredMs);
}

function* secrets({ people, keyIds }: Grown): Rows {
  for (const id of keyIds) yield [hashOf(id), id, id.slice(-4), time(madeMs(id))];
  for (const { id, registeredMs } of people) yield [hashOf(id), id, id.slice(-4), time(registeredMs)];
}

/** What a UUIDv7 says of its time. */
const madeMs = (id: string) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

function* sessions({ organizationId, owner, people, atMs }: Grown): Rows {
  const session = (n: number, userId: string, daysAgo: number, ended: boolean): Cell[] => {
    const createdMs = atMs - daysAgo * DAY_MS;
    const [id, at, expiresAt] = [uuidv7At(createdMs), time(createdMs), time(createdMs + SESSION_DAYS * DAY_MS)];
    const end = ended ? [time(createdMs + DAY_MS), "logged_out"] : [null, null];
    return [id, userId, organizationId, "A browser", `198.51.100.${drawn(n, 250)}`, at, at, at, expiresAt, ...end];
  };
  const { open, ended } = OWNER_SESSIONS;
  for (let n = 0; n < open; n++) yield session(n, owner.id, ((n + 1) / (open + 1)) * 20, false);
  for (let n = 0; n < ended; n++) yield session(n, owner.id, 2 + ((n + 1) / (ended + 1)) * 18, true);
  for (const [n, { id }] of people.entries()) yield session(n, id, 1 + drawn(n, 20), false);
}
