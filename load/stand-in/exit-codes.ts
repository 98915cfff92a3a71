/** k6's own, so that whoever runs either sees the same. */
export const EXIT_CODES = {
  fine: 0,
  thresholds: 99,
  setupTimeout: 100,
  teardownTimeout: 101,
  invalidConfig: 104,
  outside: 105,
  exception: 107,
  script: 108,
  markedAsFailed: 110,
} as const;

export type Ending = keyof typeof EXIT_CODES;

/** Ends a run before its time. */
export class Ended extends Error {
  constructor(
    readonly ending: Ending,
    message: string,
  ) {
    super(message);
  }
}
