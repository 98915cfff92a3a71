/**
 * Which hosts are answered. The whole Host header must be one of them, and the address that Bun made of it must start
 * with the same host, because the router looks for the path in that address.
 */
export type HostCheck = (host: string | null, url: string) => boolean;

/** Elysia looks for the path from this place in the address on, so no host may end before it. */
const ROUTER_OFFSET = 11;
/** Pairs of Host and address that were found good, so that they are compared once. */
const MAX_KNOWN = 64;
const ENTRY = /^[a-z0-9.-]+(?::(?:\d{1,5}|\*))?$|^\[[0-9a-f:]+\](?::(?:\d{1,5}|\*))?$/;

/** A request that came over no socket has no Host header and stands on its address alone; on the wire its address is not absolute then. */
export function hostCheck(allowed: readonly string[]): HostCheck {
  const exact = new Set<string>();
  const anyPort = new Set<string>();
  for (const entry of allowed.map((host) => host.toLowerCase())) {
    if (!ENTRY.test(entry) || `http://${entry}`.length < ROUTER_OFFSET)
      throw new Error(`An allowed host is a name of at least four characters with an optional port, not "${entry}".`);
    if (entry.endsWith(":*")) anyPort.add(entry.slice(0, -2));
    else exact.add(entry);
  }
  const isAllowed = (host: string) => exact.has(host) || anyPort.has(host.replace(/:\d{1,5}$/, ""));
  const known = new Set<string>();
  return (host, url) => {
    const authority = url.slice(url.indexOf("//") + 2, pathStart(url));
    const key = host === null ? authority : `${host} ${authority}`;
    if (known.has(key)) return true;
    const fits =
      url.startsWith("http") && isAllowed((host ?? authority).toLowerCase()) && sameHost(host ?? authority, authority);
    if (fits && known.size < MAX_KNOWN) known.add(key);
    return fits;
  };
}

/** Where the path starts in an absolute address. */
export const pathStart = (url: string): number => url.indexOf("/", 8);

/** The address leaves out the port that its scheme has anyway. */
const sameHost = (host: string, authority: string): boolean =>
  withoutDefaultPort(host.toLowerCase()) === withoutDefaultPort(authority);

const withoutDefaultPort = (host: string): string => host.replace(/:(?:80|443)$/, "");
