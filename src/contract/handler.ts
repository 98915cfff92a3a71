/** What the generated handler types are made of. */
export type { MaybePromise } from "#contract/pipeline";

/** A body in which the properties that have a default are there. */
export type Filled<Body, Name extends keyof Body> = Omit<Body, Name> & { [N in Name]-?: Exclude<Body[N], undefined> };
