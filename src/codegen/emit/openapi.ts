/** openapi.json and openapi.yaml: the published contract, with everything that follows from the hand-written one. */
import type { Emitter } from "../model.ts";
import { banner } from "./text.ts";
import { toYaml } from "./yaml.ts";

export const openapiJson: Emitter = {
  file: "openapi.json",
  emit: ({ published }) => `${JSON.stringify(published, null, 2)}\n`,
};

export const openapiYaml: Emitter = {
  file: "openapi.yaml",
  emit: ({ published }) => banner("#") + toYaml(published),
};
