import { letter, type Mail, type Recipient } from "#lib/letter";

/**
 * What goes to an address that nobody may have proved. It greets nobody by name: whoever registers a stranger's would have
 * us send them any words that fit into one.
 */
interface Linked {
  readonly to: string;
  readonly link: string;
}

const NOT_YOU = "If it was not you, you need not do anything.";

/** Once somebody has registered. */
export const welcomeMail = ({ to, link }: Linked): Mail =>
  letter({
    template: "welcome",
    to,
    subject: "Welcome: confirm your address",
    preheader: "One thing is left to do.",
    paragraphs: [
      "You have an account now. Log in with the password that you chose, then confirm that this address is yours.",
      "The link works for three days.",
    ],
    action: { label: "Confirm my address", link },
    closing:
      "If you did not register, you need not do anything: whoever did cannot confirm that the address is theirs.",
  });

export const verifyEmailMail = ({ to, link }: Linked): Mail =>
  letter({
    template: "verify-email",
    to,
    subject: "Confirm your address",
    preheader: "The link works for three days.",
    paragraphs: [
      "Confirm that this address is yours. The link works for three days; the one before it no longer does.",
    ],
    action: { label: "Confirm my address", link },
    closing: "If you did not ask for this, you need not do anything.",
  });

/** Once the address of an account was registered again. */
export const accountExistsMail = ({ to, link }: Linked): Mail =>
  letter({
    template: "account-exists",
    to,
    subject: "You have an account already",
    preheader: "Log in as before, or choose a new password.",
    paragraphs: [
      `Somebody has just tried to register with the address ${to}, which has an account. Nothing about it has changed.`,
      "If it was you, log in with the password that you have. If you do not remember it, the link lets you choose a new one within an hour.",
    ],
    action: { label: "Choose a new password", link },
    closing: NOT_YOU,
  });

/** The same, while nobody has proved that the address is theirs. */
export const accountClaimMail = ({ to, link }: Linked): Mail =>
  letter({
    template: "account-claim",
    to,
    subject: "There is an account with your address",
    preheader: "Choose a new password to make it yours.",
    paragraphs: [
      `Somebody has just tried to register with the address ${to}. It was registered before, and nobody has confirmed that it is theirs.`,
      "If it was you, choose a new password within an hour. The account is then yours alone: whoever else registered with your address can no longer use it.",
    ],
    action: { label: "Choose a new password", link },
    closing: NOT_YOU,
  });

export const resetPasswordMail = ({ to, link }: Linked): Mail =>
  letter({
    template: "reset-password",
    to,
    subject: "Choose a new password",
    preheader: "The link works once, for an hour.",
    paragraphs: [
      "Somebody has asked for a new password for your account. The link lets you choose it; it works once, for an hour.",
      "You will be logged out everywhere.",
    ],
    action: { label: "Choose a new password", link },
    closing: `${NOT_YOU} Your password stays as it is.`,
  });

export const passwordChangedMail = (recipient: Recipient): Mail =>
  letter({
    ...recipient,
    template: "password-changed",
    subject: "Your password was changed",
    preheader: "Other devices were logged out.",
    paragraphs: [
      "The password of your account is a new one. Whoever was logged in with the old one elsewhere no longer is.",
      "If it was not you, ask for a link to choose a new password where you log in, then look at what your account has: its devices, passkeys and one-time codes.",
    ],
  });

/** To the new address. Nobody has proved it. */
export const confirmEmailMail = ({ to, link }: Linked): Mail =>
  letter({
    template: "confirm-email",
    to,
    subject: "Confirm your new address",
    preheader: "The link works for a day.",
    paragraphs: [
      `Somebody wants to use the address ${to} for their account. If it was you, log in and open the link, which works for a day.`,
    ],
    action: { label: "Use this address", link },
    closing: NOT_YOU,
  });

/** To the present address. It does not name the new one. */
export const emailChangeRequestedMail = (recipient: Recipient): Mail =>
  letter({
    ...recipient,
    template: "email-change-requested",
    subject: "Your account is to have another address",
    preheader: "If it was not you, choose a new password now.",
    paragraphs: [
      "Somebody who is logged in to your account has asked for another e-mail address. It changes once they open the link that was sent there.",
      "If it was not you, ask for a link to choose a new password where you log in: that logs out everybody and stops the change.",
    ],
  });

/** To both addresses, the one before and the new one. */
export const emailChangedMail = (recipient: Recipient): Mail =>
  letter({
    ...recipient,
    template: "email-changed",
    subject: "The address of your account was changed",
    preheader: "If it was not you, write to the support at once.",
    paragraphs: [
      "Your account has another e-mail address now. Log in with the new one; mails go there from now on.",
      "If it was not you, write to the support at once.",
    ],
  });

const PERSON = { to: "ada@example.com", name: "Ada Lovelace" };
const sampleLink = (page: string) =>
  `https://app.example.com/${page}#token=gwl_3Jq8mX0p5VfYw1rT7nKzB2cDhLsEuAoG9iQx4vNyMtk`;

/** For the previews. */
export const samples: readonly Mail[] = [
  welcomeMail({ to: PERSON.to, link: sampleLink("verify-email") }),
  verifyEmailMail({ to: PERSON.to, link: sampleLink("verify-email") }),
  accountExistsMail({ to: PERSON.to, link: sampleLink("reset-password") }),
  accountClaimMail({ to: PERSON.to, link: sampleLink("reset-password") }),
  resetPasswordMail({ to: PERSON.to, link: sampleLink("reset-password") }),
  passwordChangedMail(PERSON),
  confirmEmailMail({ to: "ada.king@example.com", link: sampleLink("confirm-email") }),
  emailChangeRequestedMail(PERSON),
  emailChangedMail(PERSON),
];
