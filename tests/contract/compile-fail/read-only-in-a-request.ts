import { createClient } from "../fixture/generated/client";
import type { BookRequest } from "../fixture/generated/types";

const book: BookRequest = {
  kind: "paper",
  title: "Emma",
  isbn: "9780141439587",
  owner: { name: "Ada", code: "1234" },
  // refused: 'createdAt' does not exist in type
  createdAt: "2026-11-24T09:00:00Z",
};

export const added = createClient({ origin: "https://library.example" }).POST("/books", { body: book });
