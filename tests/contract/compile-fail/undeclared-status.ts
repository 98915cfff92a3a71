import type { Handlers } from "../fixture/generated/handlers";

export const readReader: Handlers["readReader"] = () => ({
  // refused: Type '418' is not assignable to type '200'
  status: 418,
  body: { id: 1, organizationId: "", email: "" },
});
