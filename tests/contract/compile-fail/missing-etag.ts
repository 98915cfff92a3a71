import type { Handlers } from "../fixture/generated/handlers";

declare const book: import("../fixture/generated/types").Book;

// refused: Property 'etag' is missing in type
export const replaceBook: Handlers["replaceBook"] = () => ({ status: 200, body: book });
