import type { Call, Stage } from "#contract/call";
import type { Caller } from "#contract/context";
import type { SecurityAlternative, SecurityScheme } from "#contract/operation";
import type { Authenticator } from "#contract/pipeline";
import { crossSite, sameSite } from "#contract/policy/csrf";
import { type Problem, pipelineProblem } from "#contract/problem";
import { readCookies } from "#contract/read/cookies";

/** One scheme of one alternative: where its credential stands, and who knows what it is worth. */
interface Lock {
  readonly scheme: SecurityScheme;
  readonly authenticate: Authenticator;
}

/** Who may call an operation. */
export interface SecurityPlan {
  readonly alternatives: readonly (readonly Lock[])[];
  /** What callers of a scheme must be granted, one list for each alternative that begins with it. */
  readonly scopes: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** For 401: the schemes that the operation takes (RFC 9110, section 11.6.1). */
  readonly challenge: string;
  /** Made once, so that a flood of them costs little: for who sent no credential, and for who sent one that does not work. */
  readonly anonymous: Problem;
  readonly invalid: Problem;
}

export function securityPlan(
  security: readonly SecurityAlternative[],
  schemes: Readonly<Record<string, SecurityScheme>>,
  authenticators: Readonly<Record<string, Authenticator>>,
): SecurityPlan {
  const lock = (name: string): Lock => {
    const scheme = schemes[name];
    const authenticate = authenticators[name];
    if (!scheme || !authenticate) throw new Error(`The security scheme ${name} has no authenticator.`);
    return { scheme, authenticate };
  };
  const alternatives = security.map((alternative) => Object.keys(alternative).map(lock));
  // A header's bearer comes before a cookie that the browser adds by itself: the caller chose the one and not the other.
  alternatives.sort((a, b) => ambient(a) - ambient(b));
  const byScheme = Map.groupBy(security, (alternative) => Object.keys(alternative)[0] ?? "");
  const challenge = challengeOf(alternatives.flat().map(({ scheme }) => scheme));
  return {
    alternatives,
    scopes: new Map([...byScheme].map(([scheme, some]) => [scheme, some.map((all) => Object.values(all).flat())])),
    challenge,
    anonymous: unauthenticated(challenge, null),
    invalid: unauthenticated(challenge, "invalid_token"),
  };
}

/**
 * Finds out who calls, by the first alternative whose credentials were all sent. A credential that fails is not followed
 * by a guess at another. Where an authenticator remembers the answer, there is nothing to wait for.
 */
export const authenticate: Stage = (call) => {
  const { alternatives, anonymous } = call.route.security;
  for (const locks of alternatives) {
    const credentials = locks.map(({ scheme }) => credentialOf(call, scheme));
    const refused = credentials.find((credential) => typeof credential === "object" && credential !== null);
    if (refused) return refused as Problem;
    if (credentials.includes(null)) continue;
    const [lock, ...others] = locks;
    if (!lock) continue;
    const ask = ({ authenticate }: Lock, place: number) => authenticate(credentials[place] as string, call.client);
    const first = ask(lock, 0);
    if (others.length === 0 && !(first instanceof Promise)) return admit(call, locks, [first]);
    return Promise.all([first, ...others.map((other, place) => ask(other, place + 1))]).then((callers) =>
      admit(call, locks, callers),
    );
  }
  return anonymous;
};

function admit(call: Call, locks: readonly Lock[], callers: readonly (Caller | undefined)[]): Problem | undefined {
  if (callers.includes(undefined)) return call.route.security.invalid;
  if (ambient(locks) === 1 && !sameSite(call)) return crossSite();
  call.caller = callers[0] as Caller;
  return;
}

/** RFC 6750, section 3: no error code where no credential was sent. */
function unauthenticated(challenge: string, error: "invalid_token" | null): Problem {
  const value = error && challenge.startsWith("Bearer") ? `${challenge}, error="${error}"` : challenge;
  return pipelineProblem("unauthenticated", { headers: { "WWW-Authenticate": value } });
}

/** Null where none was sent; a problem where it cannot be read. */
function credentialOf(call: Call, scheme: SecurityScheme): string | null | Problem {
  if (scheme.type === "http") return bearerOf(call.source.field("authorization"));
  if (scheme.in === "header") return call.source.field(scheme.name) || null;
  const cookies = readCookies(call.source.field("cookie"));
  const values = cookies.get(scheme.name);
  if (values && values.length > 1)
    return pipelineProblem("bad_request", { detail: `The cookie ${scheme.name} was sent more than once.` });
  return values?.[0] || null;
}

/** RFC 6750, section 2.1; the scheme's name has no case (RFC 9110, section 11.1). */
function bearerOf(authorization: string | null): string | null {
  if (authorization === null || authorization.length < 8) return null;
  if (authorization.slice(0, 7).toLowerCase() !== "bearer ") return null;
  return authorization.slice(7).trim() || null;
}

/** 1 where a browser sends the credential by itself. */
const ambient = (locks: readonly Lock[]): number =>
  locks.some(({ scheme }) => scheme.type === "apiKey" && scheme.in === "cookie") ? 1 : 0;

/** Cookies and keys have no registered scheme of their own; a 401 must name one all the same. */
export const challengeOf = (schemes: readonly SecurityScheme[]): string =>
  schemes.length === 0 || schemes.some(({ type }) => type === "http") ? 'Bearer realm="api"' : 'ApiKey realm="api"';
