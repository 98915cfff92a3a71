import { problem } from "../fixture/generated/problems";

// refused: Argument of type '"shut"' is not assignable to parameter of type '"book_is_out" | "closed" | "wrong_card"'
export const shut = problem("shut");
