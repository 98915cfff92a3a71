import { letter, type Mail, minute, type Recipient } from "#lib/letter";

interface NewDevice extends Recipient {
  readonly at: Date;
  /** What it calls itself, which may be anything. */
  readonly userAgent: string | null;
  readonly address: string;
}

/** Characters of a User-Agent that are enough to know one's own by. */
const USER_AGENT_LENGTH_MAXIMUM = 120;

/** Without a link: the one mail that frightens people is the one that others like to imitate. */
export const newDeviceMail = ({ to, name, at, userAgent, address }: NewDevice): Mail =>
  letter({
    template: "new-device",
    to,
    name,
    subject: "Login from a new device",
    preheader: "Somebody logged in to your account from a device that it did not know.",
    paragraphs: [
      "Somebody logged in to your account from a device that it did not know.",
      `When: ${minute(at)}`,
      `Device: ${userAgent === null ? "it did not say" : shortened(userAgent)}`,
      `Address: ${address}`,
    ],
    closing:
      "If it was you, you need not do anything. If not, choose a new password: that ends every other session, this one too.",
  });

const shortened = (userAgent: string) => Array.from(userAgent).slice(0, USER_AGENT_LENGTH_MAXIMUM).join("");

/** For the previews. */
export const samples: readonly Mail[] = [
  newDeviceMail({
    to: "ada@example.com",
    name: "Ada Lovelace",
    at: new Date("2026-11-24T09:00:00.000Z"),
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    address: "203.0.113.7",
  }),
];
