// Generated from the contract. Edit openapi.yaml, then run make generate.
/** @type {readonly import("./load").Objective[]} */
export const objectives = [];
