/** Everybody as whom the matrix calls an operation, with what the contract lets them do. */
import { isUuid } from "#contract/formats";
import type { WalkedOperation } from "#contract/walk";
import { contract } from "#generated/operations";
import { walk } from "#generated/walk";
import type { Person } from "../support/app";
import { type AnonymousClient, type ApiKeyClient, BearerClient } from "../support/client";
import { policyOf } from "./expected";
import type { Input } from "./inputs";
import type { Organization } from "./organizations";
import type { People } from "./people";

/** Where a call is made: `organization` is the one that it is about, where it is about one. */
export interface Scene {
  readonly people: People;
  readonly operation: WalkedOperation;
  readonly organization: Organization;
}

/** A caller in a scene. */
export interface Acting {
  readonly client: AnonymousClient;
  /** Whose sessions and invitations the call is about. */
  readonly person: Person;
  /** What they make of an input, before they send it. */
  readonly alters?: (input: Input) => Input;
}

export interface Caller {
  readonly name: string;
  /** The security scheme of the credential; null for who sends none. */
  readonly scheme: string | null;
  /** Whether the credential works where its scheme is taken. True unless said. */
  readonly works?: boolean;
  /** What they may do in the organization; null for who does not belong to it. */
  readonly holds: (operation: WalkedOperation) => ReadonlySet<string> | null;
  /** What they may do with what is theirs: what every person may, unless said. */
  readonly holdsOfTheirOwn?: ReadonlySet<string>;
  /** Whether the login is too old for what needs a fresh one. */
  readonly isAged?: boolean;
  /** Whether a page of another site makes the browser call. */
  readonly isOnAnotherSite?: boolean;
  /** Whether the call has to succeed, and may not end in a problem of the operation's own. */
  readonly succeeds?: boolean;
  /** Every operation unless given. */
  readonly appliesTo?: (operation: WalkedOperation) => boolean;
  readonly act: (scene: Scene) => Promise<Acting>;
}

/** What persons may do with what is theirs or everybody's; the other roles are organizations', and `everyone` a part of each. */
const OF_PERSONS = new Set(["unverified", "self", "administrator", "impersonated"]);
const ROLES = Object.keys(contract.roles).filter((role) => !OF_PERSONS.has(role) && role !== "everyone");
const scopesOf = (role: string): ReadonlySet<string> => new Set(contract.roles[role]);
const OWNER_SCOPES = scopesOf("owner");
/** What a key can be made with: what some operation asks of keys. */
const KEY_SCOPES = new Set(walk.flatMap(({ security }) => security.flatMap(({ apiKey = [] }) => apiKey)));
const owns = () => OWNER_SCOPES;
const IMPERSONATED_SCOPES = scopesOf("impersonated");
const belongsNowhere = () => null;

/** What an operation asks of callers by a scheme, or of any where it does not take that one. */
function needed({ security }: WalkedOperation, scheme: string): readonly string[] {
  return Object.values(security.find((way) => scheme in way) ?? security[0] ?? {}).flat();
}

/** The needed scopes, as far as they can be granted here; every one that can where none of them is. */
function exactly(operation: WalkedOperation, scheme: string, grantable: ReadonlySet<string>): string[] {
  const some = needed(operation, scheme).filter((scope) => grantable.has(scope));
  return some.length > 0 ? some : [...grantable];
}

function without(operation: WalkedOperation, scheme: string, grantable: ReadonlySet<string>): string[] {
  const left = new Set(needed(operation, scheme));
  return [...grantable].filter((scope) => !left.has(scope));
}

/** What a person calls for themselves may end the session that calls, or change how they log in. */
const isPersonal = ({ organizationScoped }: WalkedOperation) => !organizationScoped;
const isSecuredAndPersonal = ({ security, organizationScoped }: WalkedOperation) =>
  security.length > 0 && !organizationScoped;
const isOfOrganization = ({ organizationScoped }: WalkedOperation) => organizationScoped;

/** Each call for oneself is of somebody new, whatever they are in organizations. */
const inPlaceOf = async ({ people, operation }: Scene, somebody: Person): Promise<Person> =>
  isPersonal(operation) ? people.newcomer() : somebody;

async function inSession(scene: Scene, somebody: Person): Promise<Acting> {
  const person = await inPlaceOf(scene, somebody);
  return { client: person, person };
}

async function inBrowser(scene: Scene): Promise<Acting> {
  const { people, operation } = scene;
  const person = await inPlaceOf(scene, people.owner);
  const client = isPersonal(operation) ? await people.browserOf(person) : await people.browser();
  return { client, person };
}

const fromAnotherSite = (input: Input): Input => ({
  ...input,
  headers: { ...input.headers, "sec-fetch-site": "cross-site", origin: "https://elsewhere.example" },
});

/** Of a UUID both are the same (RFC 9562, section 4). */
const inUpperCase = (input: Input): Input => ({
  ...input,
  path: Object.fromEntries(
    Object.entries(input.path).map(([name, value]) => [name, isUuid(value) ? value.toUpperCase() : value]),
  ),
});

const withRole = (role: string): Caller => ({
  name: `a person with the role ${role}`,
  scheme: "session",
  holds: () => scopesOf(role),
  // What they may do for themselves is the same with each.
  appliesTo: (operation) => role === "owner" || isOfOrganization(operation),
  async act(scene) {
    const person = await scene.people.somebody(role);
    await scene.organization.admit(person, role);
    return inSession(scene, person);
  },
});

const withOwnRole = (name: string, role: string, scopes: typeof exactly): Caller => ({
  name,
  scheme: "session",
  holds: (operation) => scopesOf("everyone").union(new Set(scopes(operation, "session", OWNER_SCOPES))),
  appliesTo: isOfOrganization,
  async act(scene) {
    const person = await scene.people.somebody(role);
    await scene.organization.role(role, scopes(scene.operation, "session", OWNER_SCOPES));
    await scene.organization.admit(person, role);
    return inSession(scene, person);
  },
});

type MakesKey = (scene: Scene, scopes: string[]) => Promise<ApiKeyClient>;

const withKey = (name: string, makes: MakesKey, scopes = exactly): Caller => ({
  name,
  scheme: "apiKey",
  holds: (operation) => new Set(scopes(operation, "apiKey", KEY_SCOPES)),
  async act(scene) {
    const client = await makes(scene, scopes(scene.operation, "apiKey", KEY_SCOPES));
    return { client, person: await inPlaceOf(scene, scene.people.owner) };
  },
});

const keyOf: MakesKey = ({ organization }, scopes) => organization.key(scopes);
const keyElsewhere: MakesKey = ({ people }, scopes) => people.elsewhere.key(scopes);

/** As the owner, by a credential that does not work. */
const refusedAs = (
  name: string,
  scheme: string,
  client: (scene: Scene) => AnonymousClient | Promise<AnonymousClient>,
): Caller => ({
  name,
  scheme,
  works: false,
  holds: owns,
  act: async (scene) => ({ client: await client(scene), person: await inPlaceOf(scene, scene.people.owner) }),
});

const callers: readonly Caller[] = [
  {
    name: "nobody",
    scheme: null,
    holds: belongsNowhere,
    act: async (scene) => ({ client: scene.people.app.anonymous, person: await inPlaceOf(scene, scene.people.owner) }),
  },
  ...ROLES.map((role) => ({ ...withRole(role), succeeds: role === "owner" })),
  withOwnRole("a person whose role has the needed scopes only", "enough", exactly),
  withOwnRole("a person whose role has all but the needed scopes", "too-little", without),
  {
    name: "a person of another organization",
    scheme: "session",
    holds: belongsNowhere,
    act: (scene) => inSession(scene, scene.people.stranger),
  },
  {
    name: "a person whose session may do nothing for them",
    scheme: "session",
    holds: owns,
    holdsOfTheirOwn: new Set(),
    appliesTo: isSecuredAndPersonal,
    act: async ({ people }) => ({ client: people.bound, person: people.owner }),
  },
  {
    name: "a person who has not verified their address",
    scheme: "session",
    holds: belongsNowhere,
    holdsOfTheirOwn: scopesOf("unverified"),
    appliesTo: isSecuredAndPersonal,
    async act({ people }) {
      const person = await people.newcomer({ isVerified: false });
      return { client: person, person };
    },
  },
  {
    name: "an administrator",
    scheme: "session",
    succeeds: true,
    holds: belongsNowhere,
    holdsOfTheirOwn: new Set([...scopesOf("self"), ...scopesOf("administrator")]),
    appliesTo: isSecuredAndPersonal,
    async act({ people }) {
      const person = await people.newcomer({ isAdministrator: true });
      return { client: person, person };
    },
  },
  {
    name: "an administrator who acts as the owner",
    scheme: "session",
    isAged: true,
    holds: () => OWNER_SCOPES.intersection(IMPERSONATED_SCOPES),
    holdsOfTheirOwn: IMPERSONATED_SCOPES,
    appliesTo: ({ security }) => security.length > 0,
    act: async ({ people, operation }) => ({
      client: await (isPersonal(operation) ? people.newImpersonator() : people.impersonator()),
      person: people.owner,
    }),
  },
  {
    name: "the owner who logged in too long ago",
    scheme: "session",
    isAged: true,
    holds: owns,
    appliesTo: ({ id }) => policyOf(id).freshMs !== null,
    act: async ({ people }) => ({ client: people.aged, person: people.owner }),
  },
  {
    name: "the owner, who writes ids in upper case",
    scheme: "session",
    succeeds: true,
    holds: owns,
    appliesTo: ({ parameters }) => parameters.some((each) => each.in === "path" && each.kind === "uuid"),
    act: async (scene) => ({ ...(await inSession(scene, scene.people.owner)), alters: inUpperCase }),
  },
  {
    name: "the owner's browser",
    scheme: "sessionCookie",
    succeeds: true,
    holds: owns,
    act: inBrowser,
  },
  {
    name: "a page of another site in the owner's browser",
    scheme: "sessionCookie",
    isOnAnotherSite: true,
    holds: owns,
    act: async (scene) => ({ ...(await inBrowser(scene)), alters: fromAnotherSite }),
  },
  refusedAs("the owner with an expired session", "session", ({ people }) => people.expired),
  refusedAs("the owner with a session that has ended", "session", ({ people }) => people.revoked),
  refusedAs("the owner whose access token is sent as a key", "apiKey", ({ people }) => {
    return people.app.withKey(people.owner.accessToken, "");
  }),
  withKey("a key with the needed scopes only", keyOf),
  { ...withKey("a key with all but the needed scopes", keyOf, without), appliesTo: isOfOrganization },
  { ...withKey("a key of another organization", keyElsewhere), holds: belongsNowhere, appliesTo: isOfOrganization },
  {
    ...withKey("a key that has expired", ({ organization }, scopes) => organization.expiredKey(scopes)),
    works: false,
    appliesTo: isOfOrganization,
  },
  {
    ...withKey("a key that was revoked", ({ organization }, scopes) => organization.revokedKey(scopes)),
    works: false,
    appliesTo: isOfOrganization,
  },
  refusedAs("a key that is sent as an access token", "session", async ({ people, organization }) => {
    return new BearerClient(people.app.send, (await organization.key([...KEY_SCOPES])).key);
  }),
];

export const callersOf = (operation: WalkedOperation): readonly Caller[] =>
  callers.filter(({ appliesTo }) => appliesTo?.(operation) ?? true);
