import type { Handlers } from "#generated/handlers";
import * as accounts from "./accounts/handlers";
import * as administration from "./administration/handlers";
import * as apiKeys from "./api-keys/handlers";
import * as audit from "./audit/handlers";
import * as closures from "./closures/handlers";
import * as credentials from "./credentials/handlers";
import * as development from "./development/handlers";
import * as devices from "./devices/handlers";
import * as factors from "./factors/handlers";
import * as identities from "./identities/handlers";
import * as invitations from "./invitations/handlers";
import * as jobs from "./jobs/handlers";
import * as keys from "./keys/handlers";
import * as mail from "./mail/handlers";
import * as members from "./members/handlers";
import * as metrics from "./metrics/handlers";
import * as organizations from "./organizations/handlers";
import * as passkeys from "./passkeys/handlers";
import * as reference from "./reference/handlers";
import * as service from "./service/handlers";
import * as sessions from "./sessions/handlers";

/** In the modules' declared order: each may use those above it, and none below. One without operations is a comment. */
export const handlers = {
  ...service,
  ...reference,
  ...jobs,
  // purging
  ...keys,
  ...mail,
  ...members,
  ...organizations,
  ...apiKeys,
  ...accounts,
  ...devices,
  ...factors,
  ...passkeys,
  ...sessions,
  ...identities,
  ...credentials,
  ...invitations,
  ...audit,
  ...closures,
  ...administration,
  ...metrics,
  ...development,
} satisfies Handlers;
