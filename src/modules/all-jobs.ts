import { purgeApiKeys } from "./api-keys/jobs";
import { eraseAccounts } from "./closures/jobs";
import { purgeLinks, sendPasswordReset, welcome } from "./credentials/jobs";
import { purgeDevices, purgeThrottles } from "./devices/jobs";
import { purgeTotpSetups } from "./factors/jobs";
import { purgeAuthorizationRequests } from "./identities/jobs";
import { purgeInvitations } from "./invitations/jobs";
import type { Job } from "./jobs/job";
import { purgeCacheChanges, purgeCompletedJobs, purgeIdempotentAnswers } from "./jobs/jobs";
import { rotateSigningKeys } from "./keys/jobs";
import { purgeMails, sendMail } from "./mail/jobs";
import { eraseOrganizations } from "./organizations/jobs";
import { purgeCeremonies } from "./passkeys/jobs";
import { tellOfChanges } from "./purging/jobs";
import { purgeChallenges, purgeSessions } from "./sessions/jobs";

/** What workers run, in the modules' order. A job that is not in it cannot be added. */
export const jobs: readonly Job[] = [
  purgeCompletedJobs,
  purgeIdempotentAnswers,
  purgeCacheChanges,
  tellOfChanges,
  rotateSigningKeys,
  sendMail,
  purgeMails,
  eraseOrganizations,
  purgeApiKeys,
  purgeDevices,
  purgeThrottles,
  purgeTotpSetups,
  purgeCeremonies,
  purgeChallenges,
  purgeSessions,
  purgeAuthorizationRequests,
  welcome,
  sendPasswordReset,
  purgeLinks,
  purgeInvitations,
  eraseAccounts,
];
