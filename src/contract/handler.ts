/** What the generated handler types are made of. */
export type { MaybePromise } from "#contract/pipeline";

/** What a kept answer must not be made of: it is given to requests that differ in it, and at other times. */
type OfOneRequest = "client" | "clock" | "requestId" | "trace" | "transaction";

/** The context of an operation whose answers the server keeps for one caller. */
export type Kept<Context> = Omit<Context, OfOneRequest>;

/** The context of an operation whose answers the server keeps for all who may see the same. */
export type Shared<Context> = Omit<Context, OfOneRequest | "caller"> & {
  readonly caller: { readonly scopes: ReadonlySet<string> };
};

/** A body in which the properties that have a default are there. */
export type Filled<Body, Name extends keyof Body> = Omit<Body, Name> & { [N in Name]-?: Exclude<Body[N], undefined> };
