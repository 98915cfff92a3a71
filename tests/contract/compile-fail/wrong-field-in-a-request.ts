import { createClient } from "../fixture/generated/client";

const client = createClient({ origin: "https://library.example" });

// refused: Type 'number' is not assignable to type 'string'
export const lent = client.POST("/loans", { body: { bookId: 1, payment: { type: "card", number: "123456789012" } } });
