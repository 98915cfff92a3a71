/** One operation of a contract with its handler, and all that can be worked out before the first request. */
import type { HandlerInput } from "#contract/call";
import type { RequestContext } from "#contract/context";
import type { Operation } from "#contract/operation";
import type { AppOptions } from "#contract/pipeline";
import { answerTypesOf } from "#contract/policy/accept";
import { type SecurityPlan, securityPlan } from "#contract/policy/authenticate";
import { type CacheHeaders, cacheHeaders } from "#contract/policy/cache";
import { type LimitPlans, limitPlans } from "#contract/policy/limit";
import { type ParameterPlan, parameterPlan } from "#contract/read/parameters";
import { type PhasedStage, stagesOf } from "#contract/stages";

export interface Route {
  readonly operation: Operation;
  readonly handler: (context: RequestContext, input: HandlerInput) => unknown;
  readonly stages: { readonly execution: readonly PhasedStage[]; readonly all: readonly PhasedStage[] };
  readonly parameters: ParameterPlan;
  readonly security: SecurityPlan;
  readonly limits: LimitPlans;
  /** Of every answer of this operation. */
  readonly headers: Headers;
  /** Null where no answer may be kept. */
  readonly cached: CacheHeaders | null;
  readonly compresses: boolean;
  readonly problems: ReadonlySet<string>;
  /** By status, the media type that an answer has when the handler names none. */
  readonly contentTypes: Readonly<Record<number, string>>;
  /** Every media type that an answer of success may have. */
  readonly answerTypes: readonly string[];
}

export function routeOf(operation: Operation, options: AppOptions, common: Headers): Route {
  const handler = options.handlers[operation.id];
  if (!handler) throw new Error(`The operation ${operation.id} has no handler.`);
  if (operation.organizationScoped && !options.members)
    throw new Error(`The operation ${operation.id} is on an organization, and nobody says who belongs to one.`);
  const { arrival, execution } = stagesOf(operation);
  const limits = limitPlans(operation.policy.rateLimit, options.settings.rateLimitScale);
  return {
    operation,
    handler: handler as unknown as Route["handler"],
    stages: { execution, all: [...arrival, ...execution] },
    parameters: parameterPlan(operation),
    security: securityPlan(operation.security, options.contract.securitySchemes, options.authenticators),
    limits,
    headers: routeHeaders(common, limits),
    cached: cacheHeaders(operation, options.contract.securitySchemes),
    compresses: operation.policy.compress,
    problems: new Set(operation.problems),
    contentTypes: firstTypes(operation),
    answerTypes: answerTypesOf(operation),
  };
}

function routeHeaders(common: Headers, { address, caller }: LimitPlans): Headers {
  const headers = new Headers(common);
  const policies = [address, caller].flatMap((plan) => plan?.policy ?? []);
  if (policies.length > 0) headers.set("RateLimit-Policy", policies.join(", "));
  return headers;
}

const firstTypes = ({ answers }: Operation): Route["contentTypes"] =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([status, { content }]) => {
      const [first] = Object.keys(content);
      return first === undefined ? [] : [[status, first]];
    }),
  );
