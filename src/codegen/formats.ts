/** The formats of the profile. docs/contract.md shows this table; a test compares them. */

export const STRING_FORMATS: Readonly<Record<string, string>> = {
  uuid: "a UUID in its usual form of 36 characters (RFC 9562)",
  "date-time": "an instant with its offset (RFC 3339)",
  date: "a calendar day (RFC 3339, full-date)",
  time: "a time of day with its offset (RFC 3339, full-time)",
  duration: "a length of time (ISO 8601, RFC 3339 appendix A)",
  email: "an e-mail address (RFC 5321)",
  hostname: "a host name (RFC 1123)",
  ipv4: "an IPv4 address in dotted decimal",
  ipv6: "an IPv6 address (RFC 4291)",
  uri: "an absolute URI (RFC 3986)",
  "uri-reference": "a URI or a relative reference (RFC 3986)",
  byte: "base64 with padding (RFC 4648, section 4)",
  password: "any text; tools hide it, and no audit row may carry it",
};

export const INTEGER_FORMATS: Readonly<Record<string, string>> = {
  int32: "a whole number that fits 32 bits with a sign",
  int64:
    "a whole number; minimum and maximum must keep it within ±9007199254740991, the range that JSON numbers carry exactly",
};

export const NUMBER_FORMATS: Readonly<Record<string, string>> = {
  float: "a number; a hint for clients that generate code",
  double: "a number; a hint for clients that generate code",
};
