/** Files of openapi-typescript that its package exports and gives no types for. */
declare module "openapi-typescript/dist/transform/index.js" {
  export { transformSchema as default } from "openapi-typescript";
}

declare module "openapi-typescript/dist/lib/ts.js" {
  export { astToString } from "openapi-typescript";
}

declare module "openapi-typescript/dist/lib/utils.js" {
  export { resolveRef } from "openapi-typescript";
}
