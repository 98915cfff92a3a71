// Generated from the contract. Edit openapi.yaml, then run make generate.
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
