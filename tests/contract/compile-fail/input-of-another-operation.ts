import type { Handlers } from "../fixture/generated/handlers";

// refused: Property 'ifMatch' does not exist on type 'ReadBookInput'
export const readBook: Handlers["readBook"] = (_ctx, { ifMatch }) => {
  throw new Error(String(ifMatch));
};
