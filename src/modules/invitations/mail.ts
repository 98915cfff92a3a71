import type { Mail } from "#lib/mailer";

interface Letter {
  readonly to: string;
  readonly organizationName: string;
  readonly link: string;
}

/**
 * The frontend's page for one invitation. The token is in the fragment, which a browser sends to no server: neither a log
 * of requests nor a Referer holds it.
 */
export const invitationLink = (publicOrigin: string, token: string): string =>
  `${publicOrigin}/invitation#token=${token}`;

/** The link stands last, so that nothing behind it is taken for a part of it. */
export const invitationMail = ({ to, organizationName, link }: Letter): Mail => ({
  to,
  subject: `Invitation to ${organizationName}`,
  text: [
    `You are invited to join ${organizationName}.`,
    `Open the link below to accept or to decline. You need an account with the address ${to}; register with it if you have none yet.`,
    "The link works for seven days. If you did not expect it, you need not do anything.",
    link,
  ].join("\n\n"),
});
