import { letter, type Mail, minute, type Recipient } from "#lib/letter";

export const accountSuspensionMail = ({ to, name, reason }: Recipient & { reason: string }): Mail =>
  letter({
    template: "account-suspension",
    to,
    name,
    subject: "Your account is suspended",
    preheader: "Nobody can log in to it.",
    paragraphs: [
      "Those who run the product have suspended your account. You are logged out everywhere, and nobody can log in to it.",
      `Reason: ${reason}`,
      "Write to the support if you think that this is a mistake.",
    ],
  });

export const accountUnsuspensionMail = ({ to, name }: Recipient): Mail =>
  letter({
    template: "account-unsuspension",
    to,
    name,
    subject: "Your account works again",
    preheader: "It is no longer suspended.",
    paragraphs: ["Your account is no longer suspended. You can log in again."],
  });

export const accountImpersonationMail = ({ to, name, at, reason }: Recipient & { at: Date; reason: string }): Mail =>
  letter({
    template: "account-impersonation",
    to,
    name,
    subject: "Somebody of the support looked at your account",
    preheader: "For fifteen minutes at most, and without changing anything.",
    paragraphs: [
      "An administrator has opened your account, to help or to find a fault.",
      `When: ${minute(at)}`,
      `Reason: ${reason}`,
      "They see what you see, for fifteen minutes at most, and can change nothing. The session is in the list of your sessions, and you can end it there.",
    ],
    closing: "If you did not ask for help and want to know why, write to the support.",
  });

const SAMPLE = { to: "ada@example.com", name: "Ada Lovelace", reason: "Ticket 4711" };

/** For the previews. */
export const samples: readonly Mail[] = [
  accountSuspensionMail({ ...SAMPLE, reason: "Sends spam" }),
  accountUnsuspensionMail(SAMPLE),
  accountImpersonationMail({ ...SAMPLE, at: new Date("2026-11-24T09:00:00.000Z") }),
];
