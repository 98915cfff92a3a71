import { pipelineProblem } from "#contract/problem";
import type { Handlers } from "#generated/handlers";
import { inboxPage, keptMailPage, previewPage, templatesPage } from "./pages";

/** As the contract says. */
const INBOX_MAILS = 100;

export const getInbox: Handlers["getInbox"] = async (ctx) => inboxPage(await ctx.outbox.listKept(ctx.sql, INBOX_MAILS));

export const getInboxMail: Handlers["getInboxMail"] = async (ctx, { path }) => {
  const mail = await ctx.outbox.readKept(ctx.sql, path.mailId);
  return mail ? keptMailPage(mail) : pipelineProblem("not_found");
};

export const listMailTemplates: Handlers["listMailTemplates"] = (ctx) => templatesPage(ctx.mailSamples);

export const getMailPreview: Handlers["getMailPreview"] = (ctx, { path }) => {
  const mail = ctx.mailSamples.find(({ template }) => template === path.template);
  if (!mail) return pipelineProblem("not_found");
  return previewPage(ctx.outbox.message(ctx.ids.next(), mail, ctx.clock.now()));
};
