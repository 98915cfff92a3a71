/**
 * The string formats of the contract. Bun's engine runs a short regular expression about twice as fast as a loop over
 * characters, so the formats that lists are full of have one that takes what is common; what is rare is read with care.
 * No expression has two ways to match the same text, so none takes longer than its text is long.
 */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** RFC 9562, section 4: 36 characters, in upper or lower case. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** On a day that every month has, in a second that every minute has. */
const COMMON_INSTANT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])[Tt](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** RFC 3339, date-time. */
export const isDateTime = (text: string): boolean =>
  COMMON_INSTANT.test(text) || (/^[Tt]$/.test(text.charAt(10)) && isDate(text.slice(0, 10)) && isTime(text.slice(11)));

const EMAIL =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-z0-9]+(?:-+[a-z0-9]+)*(?:\.[a-z0-9]+(?:-+[a-z0-9]+)*)+$/i;

/** RFC 5321, section 4.1.2, without quoted local parts and address literals; the domain has at least two labels. */
export const isEmail = (text: string): boolean => EMAIL.test(text);

const DATE = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** RFC 3339, full-date: the day exists in its month. */
export function isDate(text: string): boolean {
  const parts = DATE.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return day <= daysIn(year, month);
}

const DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysIn = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : DAYS[month]!;

const TIME = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.\d+)?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;
const DAY_MINUTES = 24 * 60;

/** RFC 3339, full-time: with its offset. A leap second stands where UTC has one, at 23:59:60. */
export function isTime(text: string): boolean {
  const parts = TIME.exec(text);
  if (!parts) return false;
  const [, hour, minute, second, sign, offsetHour = "0", offsetMinute = "0"] = parts;
  if (second !== "60") return true;
  const offset = (sign === "-" ? -1 : 1) * (Number(offsetHour) * 60 + Number(offsetMinute));
  const utc = Number(hour) * 60 + Number(minute) - offset;
  return (utc + DAY_MINUTES) % DAY_MINUTES === DAY_MINUTES - 1;
}

/** ISO 8601 as in RFC 3339, appendix A. */
export const isDuration = (text: string): boolean =>
  /^P(?!$)(?:(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?|\d+W)$/.test(text);

const HOSTNAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;

/** RFC 1123, section 2.1: labels of at most 63 characters, 253 in all; a final dot is allowed. */
export function isHostname(text: string): boolean {
  const name = text.endsWith(".") ? text.slice(0, -1) : text;
  return name.length <= 253 && HOSTNAME.test(name);
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** Dotted decimal, without leading zeros. */
export const isIpv4 = (text: string): boolean => IPV4.test(text);

/** RFC 4291, section 2.2: eight groups, one run of which may be left out; the last two may be dotted decimal. */
export function isIpv6(text: string): boolean {
  if (text.length > 45 || text.includes(":::")) return false;
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const dotted = groups.at(-1)?.includes(".") ?? false;
  if (dotted && (!isIpv4(groups.pop()!) || halves.at(-1) === "")) return false;
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  const count = groups.length + (dotted ? 2 : 0);
  return halves.length === 2 ? count <= 7 : count === 8;
}

/** Every character, or percent-encoded byte, that RFC 3986 knows. */
const URI_TEXT = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9a-fA-F]{2})*$/;
/** RFC 3986, appendix B: scheme, authority, path, query, fragment. */
const URI_PARTS = /^(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

/** RFC 3986, section 3: with a scheme. */
export const isUri = (text: string): boolean => isUriOrReference(text, true);

/** RFC 3986, section 4.1: a URI, or relative to one. */
export const isUriReference = (text: string): boolean => isUriOrReference(text, false);

function isUriOrReference(text: string, absolute: boolean): boolean {
  if (!URI_TEXT.test(text)) return false;
  const [, scheme, authority, path = "", query = "", fragment = ""] = URI_PARTS.exec(text)!;
  if (absolute && scheme === undefined) return false;
  // A relative path whose first segment has a colon would read as a scheme (section 4.2).
  if (scheme === undefined && authority === undefined && /^[^/]*:/.test(path)) return false;
  if (authority === undefined && path.startsWith("//")) return false;
  return !/[[\]#]/.test(path + query + fragment) && (authority === undefined || isAuthority(authority));
}

function isAuthority(authority: string): boolean {
  const [, host] = /^(?:[^@[\]]*@)?(\[[^\]@]*\]|[^:@[\]]*)(?::\d*)?$/.exec(authority) ?? [];
  if (host === undefined) return false;
  if (!host.startsWith("[")) return true;
  const address = host.slice(1, -1);
  return isIpv6(address) || /^v[0-9a-fA-F]+\.[\w\-.~!$&'()*+,;=:]+$/i.test(address);
}

/** Base64 with its padding (RFC 4648, section 4). */
export const isByte = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);

/** Any text; tools hide it. */
export const isPassword = (_text: string): boolean => true;

/** By the word in the contract. */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  uuid: isUuid,
  "date-time": isDateTime,
  date: isDate,
  time: isTime,
  duration: isDuration,
  email: isEmail,
  hostname: isHostname,
  ipv4: isIpv4,
  ipv6: isIpv6,
  uri: isUri,
  "uri-reference": isUriReference,
  byte: isByte,
  password: isPassword,
};
