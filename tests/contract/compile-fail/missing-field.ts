import type { Handlers } from "../fixture/generated/handlers";

// refused: Property 'email' is missing in type '{ id: number; organizationId: string; }'
export const readReader: Handlers["readReader"] = async (_ctx, { path }) => {
  return { status: 200, body: { id: path.readerId, organizationId: path.organizationId } };
};
