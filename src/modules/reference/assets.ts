import { createHash } from "node:crypto";

/** Hexadecimal digits of a hash that a version, which is a number, holds exactly. */
const VERSION_DIGITS = 12;

/** A file of swagger-ui-dist as it lies in node_modules. Its version is of its content, hashed once and not for every answer. */
export async function readAsset<Type extends string>(name: string, contentType: Type) {
  const body = await Bun.file(new URL(import.meta.resolve(`swagger-ui-dist/${name}`))).bytes();
  const etag = Number.parseInt(createHash("sha256").update(body).digest("hex").slice(0, VERSION_DIGITS), 16);
  return Object.freeze({ status: 200 as const, contentType, body, etag });
}
