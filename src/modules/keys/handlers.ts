import type { Handlers } from "#generated/handlers";

export const getJwks: Handlers["getJwks"] = async (ctx) => ({
  status: 200,
  body: { keys: await ctx.keys.published() },
});
