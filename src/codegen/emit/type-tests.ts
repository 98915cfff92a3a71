/** type-tests.ts: the static type of each TypeBox schema is the type that openapi-typescript gives. Type checking runs it. */
import type { Emitter } from "../model.ts";
import { shapesOf } from "./shapes.ts";
import { banner } from "./text.ts";

export const typeTests: Emitter = {
  file: "type-tests.ts",
  emit: (contract) => {
    const names = shapesOf(contract).groups.flatMap((group) =>
      group.filter(({ component }) => component).map(({ name }) => name),
    );
    const tests = names.map((name) => `${name}: Same<Static<typeof schemas.${name}>, types.${name}>`);
    return [
      banner(),
      `import type { Static } from "@sinclair/typebox";\nimport type { Holds, Same } from "#contract/same";\n`,
      `import type * as schemas from "./schemas";\nimport type * as types from "./types";\n\n`,
      "/** Does not compile where a schema and its type have come apart. */\n",
      `export type TypeTests = Holds<{ ${tests.join("; ")} }>;\n`,
    ].join("");
  },
};
