import type { Handlers } from "../fixture/generated/handlers";

export const listBooks: Handlers["listBooks"] = (ctx) => {
  // refused: Property 'client' does not exist on type 'Kept<
  const nextCursor = ctx.client.address;
  return { status: 200, body: { items: [], nextCursor } };
};
