import { letter, type Mail, type Recipient } from "#lib/letter";

const IF_NOT_YOU = "If this was not you, choose a new password, log out all other sessions and look at your passkeys.";

export const passkeyAddedMail = ({ to, name }: Recipient, passkeyName: string): Mail =>
  letter({
    template: "passkey-added",
    to,
    name,
    subject: "A passkey was added",
    preheader: "Whoever has it can log in to your account.",
    paragraphs: [`The passkey "${passkeyName}" was added to your account. Whoever has it can log in.`],
    closing: IF_NOT_YOU,
  });

export const passkeyRemovedMail = ({ to, name }: Recipient, passkeyName: string): Mail =>
  letter({
    template: "passkey-removed",
    to,
    name,
    subject: "A passkey was removed",
    preheader: "It no longer logs anybody in to your account.",
    paragraphs: [`The passkey "${passkeyName}" was removed from your account and no longer works.`],
    closing: IF_NOT_YOU,
  });

const ADA: Recipient = { to: "ada@example.com", name: "Ada Lovelace" };

/** For the previews. */
export const samples: readonly Mail[] = [passkeyAddedMail(ADA, "Phone"), passkeyRemovedMail(ADA, "Phone")];
