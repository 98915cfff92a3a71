/** Whose request it is, behind proxies that say for whom they ask. */
import { isIP } from "node:net";
import { membership, type Network } from "#lib/networks";

/** More proxies than stand in any row. */
const MAX_HOPS = 32;

/**
 * From the socket's other end and X-Forwarded-For to the address of whoever asked. The field counts only from a trusted
 * proxy, and is read from its end: each proxy adds whom it talked to, and what stands before the first address that is
 * not a proxy's was written by that stranger.
 */
export function forwardedAddress(trusted: readonly Network[]): (peer: string, forwardedFor: string | null) => string {
  const isProxy = membership(trusted);
  return (peer, forwardedFor) => {
    if (forwardedFor === null || !isProxy(peer)) return peer;
    let nearest = peer;
    for (const hop of forwardedFor.split(",").slice(-MAX_HOPS).reverse()) {
      const address = addressIn(hop.trim());
      if (address === null) return nearest;
      nearest = address;
      if (!isProxy(address)) return address;
    }
    return nearest;
  };
}

/** An IPv4 address that came over an IPv6 socket is still that IPv4 address. */
const MAPPED = "::ffff:";

export const unmapped = (address: string): string =>
  address.startsWith(MAPPED) ? address.slice(MAPPED.length) : address;

/**
 * Some proxies add the port: "192.0.2.1:443", "[2001:db8::1]:443". A zone, "fe80::1%eth0", means something to the proxy
 * alone (RFC 4007, section 6), and is as long as its sender likes.
 */
function addressIn(hop: string): string | null {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^([\d.]+):\d+$/.exec(hop)?.[1] ?? hop;
  const address = unmapped(bare.replace(/%.*/, ""));
  return isIP(address) === 0 ? null : address;
}
