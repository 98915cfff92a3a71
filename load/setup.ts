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

/** How a program of any language is told, and where it has to listen, on 127.0.0.1. */
export const environmentOf = ({ databaseUrl, secret, origin, jwks }: Setup, port: number) => ({
  PORT: String(port),
  DATABASE_URL: databaseUrl,
  SECRET: secret,
  ORIGIN: origin,
  JWKS: JSON.stringify(jwks),
});

export type Environment = ReturnType<typeof environmentOf>;

export const setupIn = ({ DATABASE_URL, SECRET, ORIGIN, JWKS }: Environment): Setup => ({
  databaseUrl: DATABASE_URL,
  secret: SECRET,
  origin: ORIGIN,
  jwks: JSON.parse(JWKS),
});
