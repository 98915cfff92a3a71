import type { Handlers } from "#generated/handlers";
import * as accounts from "./accounts/handlers";
import * as apiKeys from "./api-keys/handlers";
import * as audit from "./audit/handlers";
import * as invitations from "./invitations/handlers";
import * as keys from "./keys/handlers";
import * as members from "./members/handlers";
import * as metrics from "./metrics/handlers";
import * as organizations from "./organizations/handlers";
import * as reference from "./reference/handlers";
import * as service from "./service/handlers";
import * as sessions from "./sessions/handlers";

/** In the modules' declared order: each may use those above it, and none below. */
export const handlers = {
  ...service,
  ...reference,
  ...keys,
  ...members,
  ...organizations,
  ...accounts,
  ...sessions,
  ...invitations,
  ...apiKeys,
  ...audit,
  ...metrics,
} satisfies Handlers;
