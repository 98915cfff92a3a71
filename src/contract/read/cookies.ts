/** More than any browser sends to one host. */
const MAX_COOKIES = 200;

/** The pairs of a Cookie header (RFC 6265, section 5.4), every value of a name that comes more than once. */
export function readCookies(header: string | null): ReadonlyMap<string, readonly string[]> {
  const cookies = new Map<string, string[]>();
  if (header === null) return cookies;
  for (const pair of header.split(";", MAX_COOKIES)) {
    const equals = pair.indexOf("=");
    if (equals === -1) continue;
    const name = pair.slice(0, equals).trim();
    const value = unquoted(pair.slice(equals + 1).trim());
    const known = cookies.get(name);
    if (known) known.push(value);
    else cookies.set(name, [value]);
  }
  return cookies;
}

const unquoted = (value: string): string =>
  value.length > 1 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
