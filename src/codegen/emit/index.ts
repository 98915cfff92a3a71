import type { Emitter } from "../model.ts";
import { client } from "./client.ts";
import { handlers } from "./handlers.ts";
import { load, loadTypes } from "./load.ts";
import { openapiJson, openapiYaml } from "./openapi.ts";
import { operations } from "./operations.ts";
import { problems } from "./problems.ts";
import { schemas } from "./schemas.ts";
import { typeTests } from "./type-tests.ts";
import { types } from "./types.ts";
import { validators } from "./validators.ts";
import { walk } from "./walk.ts";

/** Everything that is derived from the contract, one file each. */
export const emitters: Emitter[] = [
  types,
  schemas,
  validators,
  operations,
  handlers,
  problems,
  client,
  typeTests,
  walk,
  load,
  loadTypes,
  openapiJson,
  openapiYaml,
];
