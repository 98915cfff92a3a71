/** Identifiers, injected like the clock. */
export interface Ids {
  /** A UUIDv7 (RFC 9562): sorts by the time it was made. */
  next(): string;
}

export const uuidv7: Ids = { next: () => Bun.randomUUIDv7() };

/** One as it would have been made at another instant, in milliseconds since 1970: for data that seems to have grown. */
export const uuidv7At = (atMs: number): string => Bun.randomUUIDv7("hex", Math.floor(atMs));
