/** How an organization seems to have grown: evenly over two years, by people who came one after another. */
import { uuidv7At } from "#lib/ids";

export const GROWTH_MS = 730 * 24 * 3_600_000;
export const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;

export interface Size {
  readonly auditEvents: number;
  readonly members: number;
}

export interface Person {
  readonly id: string;
  /** Of the one that everybody gets. */
  readonly ownOrganizationId: string;
  readonly email: string;
  readonly name: string;
  readonly registeredMs: number;
  readonly joinedMs: number;
  /** In the organization. */
  readonly role: string;
}

export interface Grown {
  readonly organizationId: string;
  readonly name: string;
  readonly atMs: number;
  readonly size: Size;
  readonly owner: Person;
  /** In the order in which they joined; the owner is the first. */
  readonly people: readonly Person[];
  readonly keyIds: readonly string[];
}

export const ROLES = ["auditor", "billing", "contractor", "design", "finance", "support"];
const FIRST_NAMES = [
  "Ada",
  "Alan",
  "Barbara",
  "Donald",
  "Edsger",
  "Frances",
  "Grace",
  "Hedy",
  "Ida",
  "Joan",
  "Ken",
  "Lynn",
];
const LAST_NAMES = [
  "Allen",
  "Clarke",
  "Conway",
  "Dijkstra",
  "Hopper",
  "Knuth",
  "Lamarr",
  "Liskov",
  "Rhodes",
  "Thompson",
];

/** The slug names the organization and is in every address: large@example.com owns the large one. */
export function grow(slug: string, size: Size, keys: number, atMs: number): Grown {
  const foundedMs = atMs - GROWTH_MS;
  const people = Array.from({ length: size.members }, (_, n) => personOf(slug, n, foundedMs, size.members));
  const keyIds = Array.from({ length: keys }, (_, n) => uuidv7At(foundedMs + HOUR_MS + (n * GROWTH_MS) / (keys + 1)));
  const name = `${slug[0]?.toUpperCase()}${slug.slice(1)} Engines`;
  return { organizationId: uuidv7At(foundedMs), name, atMs, size, owner: people[0]!, people, keyIds };
}

function personOf(slug: string, n: number, foundedMs: number, members: number): Person {
  const joinedMs = foundedMs + Math.floor((n * GROWTH_MS) / members);
  const registeredMs = joinedMs - HOUR_MS;
  const [first, last] = [FIRST_NAMES[n % FIRST_NAMES.length]!, LAST_NAMES[(n * 7) % LAST_NAMES.length]!];
  return {
    id: uuidv7At(registeredMs),
    ownOrganizationId: uuidv7At(registeredMs),
    email: n === 0 ? `${slug}@example.com` : `${first}.${last}.${n}@${slug}.example.com`.toLowerCase(),
    name: `${first} ${last}`,
    registeredMs,
    joinedMs,
    role: roleOf(n),
  };
}

function roleOf(n: number): string {
  if (n % 2_000 === 0) return "owner";
  if (n % 100 === 1) return "admin";
  if (n % 10 === 2) return ROLES[((n / 10) % ROLES.length) | 0]!;
  return n % 10 === 3 ? "viewer" : "member";
}

/** A number that looks drawn and is the same each time, from 0 up to the end and without it. */
export const drawn = (n: number, end: number): number => (Math.imul(n, 2_654_435_761) >>> 8) % end;
