import { letter, type Mail, type Recipient } from "#lib/letter";

/** The frontend's page on which a person takes the deletion of their account back, once they are logged in. */
export const restorationLink = (appUrl: string): string => `${appUrl}/restore-account`;

export const accountDeletionMail = ({
  to,
  name,
  deletesAt,
  link,
}: Recipient & { deletesAt: Date; link: string }): Mail =>
  letter({
    template: "account-deletion",
    to,
    name,
    subject: "Your account will be deleted",
    preheader: "You can take it back for thirty days.",
    paragraphs: [
      `You deleted your account. It will be gone on ${day(deletesAt)}, with everything that is yours alone.`,
      "Until then you can log in and keep it after all.",
    ],
    action: { label: "Keep my account", link },
    closing: "If it was not you, log in, keep the account and change your password.",
  });

export const accountRestorationMail = ({ to, name }: Recipient): Mail =>
  letter({
    template: "account-restoration",
    to,
    name,
    subject: "Your account stays",
    preheader: "Its deletion was taken back.",
    paragraphs: ["The deletion of your account was taken back. Nothing is deleted."],
    closing: "If it was not you, change your password.",
  });

/** `organizations` names them in one sentence. */
export const accountDeletionPostponedMail = ({
  to,
  name,
  ...rest
}: Recipient & { deletesAt: Date; organizations: string }): Mail =>
  letter({
    template: "account-deletion-postponed",
    to,
    name,
    subject: "Your account could not be deleted yet",
    preheader: "Organizations would be without an owner.",
    paragraphs: [
      `The time of your account is over, and by now you are the only owner of ${rest.organizations}.`,
      `Make somebody else an owner of each, or delete it. The account is deleted on ${day(rest.deletesAt)} then.`,
    ],
  });

const day = (instant: Date): string => instant.toISOString().slice(0, 10);

const SAMPLE = { to: "ada@example.com", name: "Ada Lovelace", deletesAt: new Date("2026-12-24T09:00:00.000Z") };

/** For the previews. */
export const samples: readonly Mail[] = [
  accountDeletionMail({ ...SAMPLE, link: restorationLink("https://app.example.com") }),
  accountRestorationMail(SAMPLE),
  accountDeletionPostponedMail({ ...SAMPLE, organizations: "Analytical Engines and Difference Engines" }),
];
