import type { Handlers } from "../fixture/generated/handlers";

export const readReader: Handlers["readReader"] = (ctx, { path }) => {
  // refused: Property 'client' does not exist on type 'Shared<
  const email = `ada@${ctx.client.address}`;
  return { status: 200, body: { ...path, id: path.readerId, email } };
};
