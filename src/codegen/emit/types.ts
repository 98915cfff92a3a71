/** types.ts: openapi-typescript's types of the published contract. */
import type { GlobalContext, OpenAPI3, SchemaObject } from "openapi-typescript";
import type { Emitter } from "../model.ts";
import { banner } from "./text.ts";
import { typedDocument } from "./typed-document.ts";

export const types: Emitter = {
  file: "types.ts",
  prepare: load,
  emit: async (contract) => {
    const [{ default: transform }, { astToString }, { resolveRef }, { default: ts }] = await load();
    const document = typedDocument(contract) as unknown as OpenAPI3;
    const blob = ts.factory.createTypeReferenceNode("Blob");
    const context: Omit<GlobalContext, "redoc"> = {
      ...OPTIONS,
      discriminators: { objects: {}, refsHandled: [] },
      injectFooter: [],
      transform: (schema: SchemaObject) => (schema.format === "binary" ? blob : undefined),
      resolve: ($ref) => resolveRef(document, $ref, { silent: true }),
    };
    // Without Redocly's configuration, which only the front door reads.
    const nodes = transform(document, context as GlobalContext);
    return `${banner()}${astToString(nodes)}`;
  },
};

/**
 * openapi-typescript without its front door, which lints and bundles the document again with all of Redocly: the compiler
 * has done that. TypeScript 5 comes with it, so that loading takes longer than all else here.
 */
function load() {
  return Promise.all([
    import("openapi-typescript/dist/transform/index.js"),
    import("openapi-typescript/dist/lib/ts.js"),
    import("openapi-typescript/dist/lib/utils.js"),
    import("typescript"),
  ]);
}

const OPTIONS: Omit<GlobalContext, "discriminators" | "injectFooter" | "redoc" | "resolve" | "transform"> = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  // A property with a default may be left out by whoever sends it.
  defaultNonNullable: false,
  emptyObjectsUnknown: false,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  postTransform: undefined,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  rootTypes: true,
  rootTypesKeepCasing: true,
  rootTypesNoSchemaPrefix: true,
  silent: true,
  transformProperty: undefined,
};
