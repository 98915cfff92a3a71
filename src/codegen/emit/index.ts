import type { Emitter } from "../model.ts";

/** Everything that is derived from the contract, one file each. */
export const emitters: Emitter[] = [];
