/**
 * The string formats of the contract, each a function that reads its text once. The ones that lists are full of (uuid,
 * date-time, email) look at characters instead of running a regular expression.
 */

const isDigit = (code: number) => code >= 48 && code <= 57;
const isHex = (code: number) => isDigit(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

const HYPHEN = 45;

/** RFC 9562, section 4: 36 characters, in upper or lower case. */
export function isUuid(text: string): boolean {
  if (text.length !== 36) return false;
  for (let i = 0; i < 36; i++) {
    const code = text.charCodeAt(i);
    if (i === 8 || i === 13 || i === 18 || i === 23) {
      if (code !== HYPHEN) return false;
    } else if (!isHex(code)) return false;
  }
  return true;
}

/** RFC 3339, full-date: the day exists in its month. */
export const isDate = (text: string): boolean => text.length === 10 && isDateAt(text);

/** RFC 3339, full-time: with its offset. A leap second stands where UTC has one, at 23:59:60. */
export const isTime = (text: string): boolean => isTimeFrom(text, 0);

/** RFC 3339, date-time. */
export function isDateTime(text: string): boolean {
  const separator = text.charCodeAt(10);
  return (separator === 84 || separator === 116) && isDateAt(text) && isTimeFrom(text, 11);
}

function isDateAt(text: string): boolean {
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return false;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

const DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysIn = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : DAYS[month]!;

/** The number that two characters stand for; below any that counts where they are not digits. */
function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : Number.NEGATIVE_INFINITY;
}

const COLON = 58;

function isTimeFrom(text: string, start: number): boolean {
  if (text.charCodeAt(start + 2) !== COLON || text.charCodeAt(start + 5) !== COLON) return false;
  const hour = twoDigits(text, start);
  const minute = twoDigits(text, start + 3);
  const second = twoDigits(text, start + 6);
  if (!(hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 60)) return false;
  const offset = offsetMinutes(text, endOfFraction(text, start + 8));
  if (offset === undefined) return false;
  return second < 60 || (hour * 60 + minute - offset + 2 * 1440) % 1440 === 1439;
}

/** A dot needs a digit after it; without one the dot itself is where the offset should be, and fails. */
function endOfFraction(text: string, at: number): number {
  if (text.charCodeAt(at) !== 46 || !isDigit(text.charCodeAt(at + 1))) return at;
  let end = at + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

function offsetMinutes(text: string, at: number): number | undefined {
  const code = text.charCodeAt(at);
  if (code === 90 || code === 122) return text.length === at + 1 ? 0 : undefined;
  if ((code !== 43 && code !== HYPHEN) || text.length !== at + 6 || text.charCodeAt(at + 3) !== COLON) return undefined;
  const hour = twoDigits(text, at + 1);
  const minute = twoDigits(text, at + 4);
  if (!(hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59)) return undefined;
  return (code === 43 ? 1 : -1) * (hour * 60 + minute);
}

/** ISO 8601 as in RFC 3339, appendix A. */
export const isDuration = (text: string): boolean =>
  /^P(?!$)(?:(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?|\d+W)$/.test(text);

const isAtom = (code: number) =>
  isLetter(code) || isDigit(code) || (code < 128 && "!#$%&'*+/=?^_`{|}~-".includes(String.fromCharCode(code)));

/** RFC 5321, section 4.1.2, without quoted local parts and address literals; the domain has at least two labels. */
export function isEmail(text: string): boolean {
  const at = text.indexOf("@");
  if (at < 1) return false;
  let previous = 46;
  for (let i = 0; i < at; i++) {
    const code = text.charCodeAt(i);
    if (code === 46 ? previous === 46 : !isAtom(code)) return false;
    previous = code;
  }
  const domain = text.slice(at + 1);
  return previous !== 46 && domain.includes(".") && hasLabels(domain, Number.POSITIVE_INFINITY);
}

/** RFC 1123, section 2.1: labels of at most 63 characters, 253 in all; a final dot is allowed. */
export function isHostname(text: string): boolean {
  const name = text.endsWith(".") ? text.slice(0, -1) : text;
  return name.length <= 253 && hasLabels(name, 63);
}

/** Letters, digits and inner hyphens, with dots between. */
function hasLabels(text: string, maxLength: number): boolean {
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i === text.length ? 46 : text.charCodeAt(i);
    if (code === 46) {
      if (i === start || i - start > maxLength || text.charCodeAt(i - 1) === HYPHEN) return false;
      start = i + 1;
    } else if (code === HYPHEN ? i === start : !isLetter(code) && !isDigit(code)) return false;
  }
  return true;
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
