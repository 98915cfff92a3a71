import type { Handlers } from "../fixture/generated/handlers";

export const listBooks: Handlers["listBooks"] = (ctx) => {
  // refused: Property 'clock' does not exist on type 'Kept<
  const nextCursor = ctx.clock.now().toISOString();
  return { status: 200, body: { items: [], nextCursor } };
};
