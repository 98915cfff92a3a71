import type { Handlers } from "../fixture/generated/handlers";

// refused: The types of 'body.id' are incompatible between these types. Type 'string' is not assignable to type 'number'
export const readReader: Handlers["readReader"] = async (_ctx, { path }) => {
  return { status: 200, body: { id: "1", organizationId: path.organizationId, email: "ada@example.com" } };
};
