import type { SecurityAlternative } from "#contract/operation";
import { didYouMean, listed } from "./faults.ts";
import { isObject, type Reading } from "./reading.ts";
import { child, items, members, type Place } from "./source.ts";
import type { SchemeTable } from "./tables.ts";

/** Who may call: the alternatives as written, and with the cookie that x-cookie allows in a scheme's place. */
export function readSecurity(
  reading: Reading,
  table: SchemeTable,
  operation: Place,
  id: string,
): SecurityAlternative[] {
  const security = child(operation, "security");
  if (!security || !Array.isArray(security.value)) {
    const instead = "write `security: [{ scheme: [scope] }]`, or `security: []` where anybody may call";
    if (security) reading.faults.at(security, `\`security\` must be a list: ${instead}.`);
    else reading.faults.atKey(operation, `\`${id}\` does not say who may call it: ${instead}.`);
    return [];
  }
  const written = items(security).map((place) => readAlternative(reading, table, place));
  return written.flatMap((alternative) => withCookies(alternative, table.cookies));
}

/** The schemes that a caller can come from. A cookie is another transport of the scheme that names it. */
export const callersOf = (security: readonly SecurityAlternative[], { cookies }: SchemeTable): string[] => {
  const transports = new Set(Object.values(cookies));
  return [...new Set(security.flatMap(Object.keys))].filter((scheme) => !transports.has(scheme));
};

/** The alternative itself, then the same with cookies. The published contract lists them in this order. */
export function withCookies(
  alternative: SecurityAlternative,
  cookies: Readonly<Record<string, string>>,
): SecurityAlternative[] {
  if (!Object.keys(alternative).some((scheme) => cookies[scheme])) return [alternative];
  const other = Object.entries(alternative).map(([scheme, scopes]) => [cookies[scheme] ?? scheme, scopes]);
  return [alternative, Object.fromEntries(other)];
}

function readAlternative(reading: Reading, table: SchemeTable, place: Place): SecurityAlternative {
  if (!isObject(reading, place, "An alternative of `security`")) return {};
  if (members(place).length === 0) {
    reading.faults.at(
      place,
      "An empty alternative makes credentials optional: write `security: []` where anybody may call, or leave it out.",
    );
  }
  const result: Record<string, string[]> = {};
  for (const [scheme, scopes] of members(place)) {
    checkScheme(reading, table, scheme, scopes);
    if (!Array.isArray(scopes.value))
      reading.faults.at(scopes, "The scopes must be a list, empty where the credential alone is enough.");
    result[scheme] = items(scopes).flatMap((scope) => (checkScope(reading, scope) ? [String(scope.value)] : []));
  }
  return result;
}

function checkScheme(reading: Reading, { schemes, cookies }: SchemeTable, scheme: string, place: Place): void {
  if (!Object.hasOwn(schemes, scheme)) {
    const near =
      didYouMean(scheme, Object.keys(schemes)) || ` There are ${listed(Object.keys(schemes), "and") || "none"}.`;
    reading.faults.atKey(place, `\`${scheme}\` is not one of components/securitySchemes.${near}`);
    return;
  }
  const owner = Object.keys(cookies).find((name) => cookies[name] === scheme);
  if (owner) reading.faults.atKey(place, `\`${scheme}\` is taken wherever \`${owner}\` is: write \`${owner}\`.`);
}

function checkScope(reading: Reading, scope: Place): boolean {
  const { roles } = reading.tables;
  const scopes = new Set(Object.values(roles).flat());
  const word = String(scope.value);
  if (scopes.has(word)) return true;
  if (Object.hasOwn(roles, word)) {
    const granted = listed(roles[word]!.slice(0, 3), "or");
    reading.faults.at(
      scope,
      `\`${word}\` is a role, not a scope: write what the operation needs of it, such as ${granted}.`,
    );
  } else {
    const near = didYouMean(word, scopes) || " Add it to a role there, or name one that is.";
    reading.faults.at(scope, `No role of x-roles has the scope \`${word}\`.${near}`);
  }
  return false;
}
