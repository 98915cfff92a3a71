/** Equality of types, for the generated type tests. */

/** True where two types are the same once aliases and intersections are written out, else what is left of each side. */
export type Same<A, B> = Identical<Plain<A>, Plain<B>> extends true ? true : { validator: A; type: B };

/** Compiles only where every test is true, and names the ones that are not. */
export type Holds<Tests extends { [Name in keyof Tests]: true }> = Tests;

/** Identity as the compiler sees it: readonly, optional, any and never count. */
type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

type Plain<T> = T extends Blob ? T : T extends object ? { [K in keyof T]: Plain<T[K]> } : T;
