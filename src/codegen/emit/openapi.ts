/** openapi.json and openapi.yaml: the published contract, with everything that follows from the hand-written one. */
import { stringify } from "yaml";
import type { Emitter } from "../model.ts";
import { banner } from "./text.ts";

export const openapiJson: Emitter = {
  file: "openapi.json",
  emit: ({ published }) => `${JSON.stringify(published, null, 2)}\n`,
};

export const openapiYaml: Emitter = {
  file: "openapi.yaml",
  emit: ({ published }) => banner("#") + stringify(published, { lineWidth: 120, aliasDuplicateObjects: false }),
};
