import { letter, type Mail } from "#lib/letter";

interface Invited {
  readonly to: string;
  readonly organizationName: string;
  readonly link: string;
}

/**
 * The frontend's page for one invitation. The token is in the fragment, which a browser sends to no server: neither a log
 * of requests nor a Referer holds it.
 */
export const invitationLink = (appUrl: string, token: string): string => `${appUrl}/invitation#token=${token}`;

export const invitationMail = ({ to, organizationName, link }: Invited): Mail =>
  letter({
    template: "invitation",
    to,
    subject: `Invitation to ${organizationName}`,
    preheader: "Accept or decline within seven days.",
    paragraphs: [
      `You are invited to join ${organizationName}.`,
      `Open the link to accept or to decline. You need an account with the address ${to}; register with it if you have none yet.`,
      "The link works for seven days.",
    ],
    action: { label: "Accept or decline", link },
    closing: "If you did not expect this mail, you need not do anything.",
  });

/** For the previews. */
export const samples: readonly Mail[] = [
  invitationMail({
    to: "charles@example.com",
    organizationName: "Analytical Engines",
    link: invitationLink("https://app.example.com", "gwi_3Jq8mX0p5VfYw1rT7nKzB2cDhLsEuAoG9iQx4vNyMtk"),
  }),
];
