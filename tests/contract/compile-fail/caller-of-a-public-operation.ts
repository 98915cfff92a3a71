import type { Handlers } from "../fixture/generated/handlers";

export const showCard: Handlers["showCard"] = (ctx) => {
  // refused: 'ctx.caller' is possibly 'null'
  return { status: 201, headers: { "Set-Cookie": [] }, actor: ctx.caller.subject };
};
