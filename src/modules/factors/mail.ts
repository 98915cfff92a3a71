import { letter, type Mail, type Recipient } from "#lib/letter";

const IF_NOT_YOU = "If this was not you, choose a new password and log out all other sessions.";

export const totpActivatedMail = ({ to, name }: Recipient): Mail =>
  letter({
    template: "totp-activated",
    to,
    name,
    subject: "One-time codes are on",
    preheader: "From now on a login asks for a code of your app.",
    paragraphs: [
      "One-time codes were turned on for your account. From now on a login with your password asks for a code of your authenticator app as well.",
    ],
    closing: IF_NOT_YOU,
  });

export const totpRemovedMail = ({ to, name }: Recipient): Mail =>
  letter({
    template: "totp-removed",
    to,
    name,
    subject: "One-time codes are off",
    preheader: "A login no longer asks for a code of your app.",
    paragraphs: ["One-time codes were turned off for your account. A login no longer asks for a code of your app."],
    closing: IF_NOT_YOU,
  });

export const recoveryCodesCreatedMail = ({ to, name }: Recipient): Mail =>
  letter({
    template: "recovery-codes-created",
    to,
    name,
    subject: "New recovery codes",
    preheader: "The codes that you had before no longer work.",
    paragraphs: ["New recovery codes were made for your account. Those that you had before no longer work."],
    closing: IF_NOT_YOU,
  });

export const recoveryCodeUsedMail = ({ to, name }: Recipient, left: number): Mail =>
  letter({
    template: "recovery-code-used",
    to,
    name,
    subject: "A recovery code was used",
    preheader: leftOver(left),
    paragraphs: [`A recovery code of your account was used to log in. ${leftOver(left)}`],
    closing: IF_NOT_YOU,
  });

function leftOver(left: number): string {
  if (left === 0) return "None is left: make new ones before you need them.";
  return left === 1 ? "One is left: make new ones before you need them." : `${left} are left.`;
}

const ADA: Recipient = { to: "ada@example.com", name: "Ada Lovelace" };

/** For the previews. */
export const samples: readonly Mail[] = [
  totpActivatedMail(ADA),
  totpRemovedMail(ADA),
  recoveryCodesCreatedMail(ADA),
  recoveryCodeUsedMail(ADA, 9),
];
