/** load.js and load.d.ts: the operations with an objective, for load tests, which run without a compiler. */
import type { ContractModel, Emitter, OperationModel } from "../model.ts";
import { isPublished } from "../publish.ts";
import { banner, literal } from "./text.ts";

export const load: Emitter = {
  file: "load.js",
  emit: (contract) =>
    `${banner()}/** @type {readonly import("./load").Objective[]} */\nexport const objectives = ${literal(objectivesOf(contract))};\n`,
};

export const loadTypes: Emitter = { file: "load.d.ts", emit: () => `${banner()}${TYPES}` };

const objectivesOf = ({ operations }: ContractModel) => operations.filter(isPublished).flatMap(objectiveOf);

function objectiveOf({ id, method, path, policy }: OperationModel) {
  const { cache, compress, objective } = policy;
  if (!objective) return [];
  return [
    {
      operation: id,
      method,
      path,
      ...objective,
      scope: cache?.scope ?? null,
      kept: cache?.keepMs != null,
      compressed: compress,
    },
  ];
}

const TYPES = `
/** What an operation is to hold under load. */
export interface Objective {
  readonly operation: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** As in the contract: "/sessions/{sessionId}". */
  readonly path: string;
  /** Requests that a load test sends. */
  readonly perSecond: number;
  readonly p95Ms: number;
  /** Who may keep its answers; null for nobody. */
  readonly scope: "public" | "private" | null;
  /** Whether the server keeps its answers itself. */
  readonly kept: boolean;
  /** Whether its answers may be compressed. */
  readonly compressed: boolean;
}

export declare const objectives: readonly Objective[];
`.trimStart();
