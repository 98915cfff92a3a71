/** What the benchmark's program and the servers that it measures agree on. */
import type { JsonWebKey } from "#generated/types";

/** What a contender is told before it serves. */
export interface Setup {
  readonly databaseUrl: string;
  /** Opens the signing keys, as in the product. */
  readonly secret: string;
  /** Who issued the access tokens, and for whom. */
  readonly origin: string;
  /** For whoever verifies tokens by hand. */
  readonly jwks: { readonly keys: JsonWebKey[] };
}

export interface Serving {
  readonly port: number;
  close(): Promise<void>;
}

/** The same for every contender. */
export const POOL_MAX = 10;

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 100;
