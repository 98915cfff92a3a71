import type { Handlers } from "../fixture/generated/handlers";
import { problem } from "../fixture/generated/problems";

// refused: Type '"closed"' is not assignable to type
export const readReader: Handlers["readReader"] = () => problem("closed");
