import { defineScheduledJob, purge } from "../jobs/job";
import * as queries from "./queries";

/** Each may have thousands of members, keys and invitations, which go in the same statement. */
const ORGANIZATIONS_PER_STATEMENT = 10;

/** Erases organizations whose thirty days are over, with all that belongs to them. Their audit logs stay. */
export const eraseOrganizations = defineScheduledJob({
  name: "organizations.erase",
  cron: "41 * * * *",
  run: (ctx) =>
    purge(ctx, (limit) => queries.deleteOrganizations(ctx.sql, ctx.clock.now(), limit), ORGANIZATIONS_PER_STATEMENT),
});
