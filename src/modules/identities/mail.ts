import { letter, type Mail, type Recipient } from "#lib/letter";

interface Told extends Recipient {
  /** What people know the other service by. */
  readonly providerName: string;
  /** The address that the person has there. */
  readonly providerEmail: string;
}

const IF_IT_WAS_SOMEBODY_ELSE =
  "If it was not you, somebody else can get into your account: choose a new password, and end your sessions.";

export const identityLinkedMail = ({ to, name, providerName, providerEmail }: Told): Mail =>
  letter({
    template: "identity-linked",
    to,
    name,
    subject: `${providerName} was linked to your account`,
    preheader: "It can be logged in to with it from now on.",
    paragraphs: [`Your account can be logged in to with ${providerName} (${providerEmail}) from now on.`],
    closing: IF_IT_WAS_SOMEBODY_ELSE,
  });

export const identityUnlinkedMail = ({ to, name, providerName, providerEmail }: Told): Mail =>
  letter({
    template: "identity-unlinked",
    to,
    name,
    subject: `${providerName} was unlinked from your account`,
    preheader: "It can no longer be logged in to with it.",
    paragraphs: [`Your account can no longer be logged in to with ${providerName} (${providerEmail}).`],
    closing: IF_IT_WAS_SOMEBODY_ELSE,
  });

const ADA = { to: "ada@example.com", name: "Ada Lovelace", providerName: "Google", providerEmail: "ada@example.com" };

/** For the previews. */
export const samples: readonly Mail[] = [identityLinkedMail(ADA), identityUnlinkedMail(ADA)];
