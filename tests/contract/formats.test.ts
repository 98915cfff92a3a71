/** The corners of each format, by its standard. What lies between them, validators.test.ts compares with Ajv. */
import { describe, expect, test } from "bun:test";
import { formats } from "#contract/formats";

const ID = "0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d";
const CORNERS: Readonly<Record<string, { yes: string[]; no: string[] }>> = {
  uuid: {
    yes: [ID, ID.toUpperCase(), "00000000-0000-0000-0000-000000000000"],
    no: [`urn:uuid:${ID}`, ID.replaceAll("-", ""), `${ID}0`, ID.replace("0", "g"), `${ID}\n`],
  },
  date: {
    yes: ["2024-02-29", "2000-02-29", "2026-12-31"],
    no: ["2026-02-29", "1900-02-29", "2026-04-31", "2026-1-1", "26-01-01"],
  },
  time: {
    yes: ["23:59:60Z", "00:59:60+01:00", "18:29:60.5-05:30", "09:00:00.123456789z"],
    no: [
      "12:00:60Z",
      "23:59:60+01:00",
      "23:59:61Z",
      "24:00:00Z",
      "09:00:00",
      "09:00:00.Z",
      "09:00:00+01",
      "09:00:00+0100",
    ],
  },
  "date-time": {
    yes: ["2026-11-24T09:00:00Z", "2026-11-30t09:00:00.5-23:59", "2016-12-31T23:59:60Z"],
    no: ["2026-11-24 09:00:00Z", "2026-11-31T09:00:00Z", "2026-11-24T09:00:00", "2026-11-24", "2026-11-24T09:00Z"],
  },
  duration: { yes: ["P1D", "PT0S", "P1Y2M3DT4H5M6S", "P3W"], no: ["P", "PT", "P1", "1D", "P1W2D", "P1S", "-P1D"] },
  email: {
    yes: ["a@b.c", "ada+tag@example.com", "o'hara@a-b.example", "a.b@1.2"],
    no: [
      "a@b",
      "@b.c",
      "a@",
      ".a@b.c",
      "a.@b.c",
      "a..b@c.d",
      "a@-b.c",
      "a@b-.c",
      "a@b..c",
      "a b@c.d",
      "é@b.c",
      "a@b.c\n",
    ],
  },
  hostname: {
    yes: ["localhost", "a.b.", "a--b.example", "x".repeat(63), `${"a.".repeat(126)}a`],
    no: ["", ".", "-a.b", "a-.b", "a..b", "x".repeat(64), `${"a.".repeat(127)}a`, "a_b"],
  },
  ipv4: { yes: ["0.0.0.0", "255.255.255.255"], no: ["256.0.0.0", "1.2.3", "1.2.3.4.", "01.2.3.4", "1.2.3.4.5"] },
  ipv6: {
    yes: ["::", "::1", "1::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::", "::ffff:1.2.3.4", "1:2:3:4:5:6:1.2.3.4"],
    no: [
      "1:2:3:4:5:6:7",
      "1:2:3:4:5:6:7:8::",
      "1::2::3",
      ":::",
      "1:",
      ":1",
      "1.2.3.4::",
      "1.2.3.4",
      "12345::",
      "1:2:3:4:5:6:7:1.2.3.4",
    ],
  },
  uri: {
    yes: ["https://u:p@example.com:8080/a%20b?c=d#e", "urn:isbn:1", "mailto:a@b.c", "http://[::1]/", "a:"],
    no: [
      "//example.com",
      "/a",
      "a b:c",
      "http://a:b/",
      "http://[::1",
      "http://a/%4",
      "http://a/<b>",
      "1a:b",
      "http://a#b#c",
    ],
  },
  "uri-reference": { yes: ["", "/a", "//a/b", "?q", "#f", "a/b:c", "./a:b"], no: ["1:b", " ", "/a[b]", '"', "a\\b"] },
  byte: { yes: ["", "YQ==", "YWI=", "YWJj"], no: ["YQ", "YQ=", "YQ===", "Y-_=", "YQ==\n", "===="] },
  password: { yes: ["", "anything"], no: [] },
};

for (const [format, { yes, no }] of Object.entries(CORNERS)) {
  describe(format, () => {
    test("takes what its standard allows", () => expect(yes.filter((text) => !formats[format]!(text))).toEqual([]));
    test("takes nothing else", () => expect(no.filter((text) => formats[format]!(text))).toEqual([]));
  });
}

test("every format of the server is here", () =>
  expect(Object.keys(CORNERS).sort()).toEqual(Object.keys(formats).sort()));
