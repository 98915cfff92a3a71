import type { Handlers } from "../fixture/generated/handlers";

// refused: Type '"text/html"' is not assignable to type '"text/plain"'
export const readBook: Handlers["readBook"] = () => {
  return { status: 200, contentType: "text/html", body: "", etag: 1 };
};
