/** What the benchmark's handlers get: the pipeline's part, and the product's own caller. */
import type { RequestContext } from "#contract/context";
import type { SessionCaller } from "../src/modules/sessions/authenticate";

export interface Callers {
  session: SessionCaller;
  public: null;
}

export type Context<Scheme extends keyof Callers = keyof Callers> = RequestContext<Callers[Scheme]>;
