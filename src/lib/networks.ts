import { BlockList, isIP } from "node:net";

/** An address, or a network such as "10.0.0.0/8" or "fd00::/8". */
export type Network = string;

export function isNetwork(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** Whether an address is in one of the networks. Throws for what is not a network. */
export function membership(networks: readonly Network[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    if (!isNetwork(network)) throw new Error(`An address or a network is expected, not "${network}".`);
    const [address = "", bits] = network.split("/");
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return (address) => list.check(address, familyOf(address));
}

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether the host of a URL is this machine, so that nobody on the way reads what is sent there. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.has(hostname);
