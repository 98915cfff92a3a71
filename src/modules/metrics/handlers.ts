import type { Handlers } from "#generated/handlers";

export const getMetrics: Handlers["getMetrics"] = async (ctx) => ({ status: 200, body: await ctx.metrics.text() });
