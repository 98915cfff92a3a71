/** Identifiers, injected like the clock. */
export interface Ids {
  /** A UUIDv7 (RFC 9562): sorts by the time it was made. */
  next(): string;
}

export const uuidv7: Ids = { next: () => Bun.randomUUIDv7() };
