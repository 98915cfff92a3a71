import type { Handlers } from "../fixture/generated/handlers";

export const readReader: Handlers["readReader"] = (ctx, { path }) => {
  // refused: Property 'subject' does not exist on type '{ readonly scopes: ReadonlySet<string>; }'
  const id = Number(ctx.caller.subject);
  return { status: 200, body: { ...path, id, email: "ada@example.com" } };
};
