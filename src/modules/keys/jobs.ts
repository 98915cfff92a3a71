import { defineScheduledJob } from "../jobs/job";

/** Replaces the signing key when it is thirty days old. Until somebody does, the old one goes on signing. */
export const rotateSigningKeys = defineScheduledJob({
  name: "keys.rotate",
  cron: "3 * * * *",
  run: (ctx) => ctx.keys.rotateIfDue(),
});
