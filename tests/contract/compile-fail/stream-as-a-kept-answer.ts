import type { Handlers } from "../fixture/generated/handlers";

// refused: Type 'ReadableStream<Uint8Array<ArrayBuffer>>' is not assignable to type 'Blob | Uint8Array<ArrayBufferLike>'
export const readCover: Handlers["readCover"] = () => ({
  status: 200,
  contentType: "image/png",
  body: new Blob([]).stream(),
});
