import type { Owner } from "../fixture/generated/types";

// refused: 'code' does not exist in type
export const owner: Owner = { name: "Ada", code: "1234" };
