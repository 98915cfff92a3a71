/** A file of swagger-ui-dist as it lies in node_modules. */
export async function readAsset<Type extends string>(name: string, contentType: Type) {
  const body = await Bun.file(new URL(import.meta.resolve(`swagger-ui-dist/${name}`))).bytes();
  return Object.freeze({ status: 200 as const, contentType, body });
}
