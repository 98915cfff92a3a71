import type { Handlers } from "../fixture/generated/handlers";

// refused: Property 'headers' is missing in type '{ status: 303; }'
export const lendBook: Handlers["lendBook"] = () => {
  return { status: 303 };
};
