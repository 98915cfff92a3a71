import type { Mail } from "#lib/letter";
import * as administration from "./administration/mail";
import * as closures from "./closures/mail";
import * as credentials from "./credentials/mail";
import * as factors from "./factors/mail";
import * as identities from "./identities/mail";
import * as invitations from "./invitations/mail";
import * as passkeys from "./passkeys/mail";
import * as sessions from "./sessions/mail";

/** One of each kind of mail, with made-up words: what the previews of development show. */
export const mailSamples: readonly Mail[] = [
  ...factors.samples,
  ...passkeys.samples,
  ...sessions.samples,
  ...identities.samples,
  ...credentials.samples,
  ...invitations.samples,
  ...closures.samples,
  ...administration.samples,
];
