/** types.ts: openapi-typescript's types of the published contract. */
import type { SchemaObject } from "openapi-typescript";
import type { Emitter } from "../model.ts";
import { banner } from "./text.ts";
import { typedDocument } from "./typed-document.ts";

export const types: Emitter = {
  file: "types.ts",
  prepare: load,
  emit: async (contract) => {
    const [{ default: openapiTS, astToString }, { default: ts }] = await load();
    const blob = ts.factory.createTypeReferenceNode("Blob");
    const nodes = await openapiTS(JSON.stringify(typedDocument(contract)), {
      rootTypes: true,
      rootTypesNoSchemaPrefix: true,
      rootTypesKeepCasing: true,
      // A property with a default may be left out by whoever sends it.
      defaultNonNullable: false,
      transform: (schema: SchemaObject) => (schema.format === "binary" ? blob : undefined),
      silent: true,
    });
    return `${banner()}${astToString(nodes)}`;
  },
};

/** TypeScript 5 comes with it, so that loading takes longer than all else that the compiler does. */
function load() {
  return Promise.all([import("openapi-typescript"), import("typescript")]);
}
