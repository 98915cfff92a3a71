/**
 * The order of the pipeline, as docs/architecture.md has it. Before these stages the host is checked, the request gets
 * its id, and the router finds the operation or answers 404, 405 or 501; after them the answer gets its headers and
 * the request its log line.
 */
import type { Stage } from "#contract/call";
import type { Operation } from "#contract/operation";
import { answerTypesOf, checkAccept } from "#contract/policy/accept";
import { authenticate } from "#contract/policy/authenticate";
import { authorize } from "#contract/policy/authorize";
import { guardCookies, takesCookies } from "#contract/policy/csrf";
import { checkFresh } from "#contract/policy/fresh";
import { claimIdempotencyKey } from "#contract/policy/idempotency";
import { answerFromCache, isKept } from "#contract/policy/keep";
import { limitAddress, limitCaller } from "#contract/policy/limit";
import { enterOrganization } from "#contract/policy/membership";
import { checkPrecondition, checkValidator } from "#contract/policy/precondition";
import { checkSize } from "#contract/policy/size";
import { validate } from "#contract/policy/validate";
import type { Phase } from "#contract/record";
import { runInTransaction, runOutside, runRead } from "#contract/run";

interface OrderedStage {
  readonly name: string;
  readonly phase: Phase;
  /** Operations that say nothing about a stage do without it. */
  readonly applies: (operation: Operation) => boolean;
  readonly run: Stage;
}

const always = () => true;
const secured = ({ security }: Operation) => security.length > 0;

/** What only HTTP has: who is at the other end, and how much it sends. */
const arrival: readonly OrderedStage[] = [
  { name: "size", phase: "admit", applies: always, run: checkSize },
  {
    name: "address limit",
    phase: "admit",
    applies: ({ policy }) => policy.rateLimit.address !== undefined,
    run: limitAddress,
  },
  { name: "authenticate", phase: "authenticate", applies: secured, run: authenticate },
  { name: "cookie guard", phase: "authenticate", applies: takesCookies, run: guardCookies },
];

/** What every way in goes through: `execute`. */
const execution: readonly OrderedStage[] = [
  {
    name: "organization",
    phase: "authorize",
    applies: ({ organizationScoped }) => organizationScoped,
    run: enterOrganization,
  },
  { name: "authorize", phase: "authorize", applies: secured, run: authorize },
  { name: "fresh", phase: "authorize", applies: ({ policy }) => policy.freshMs !== null, run: checkFresh },
  {
    name: "caller limit",
    phase: "authorize",
    applies: ({ policy }) => policy.rateLimit.caller !== undefined,
    run: limitCaller,
  },
  {
    name: "accept",
    phase: "validate",
    applies: (operation) => answerTypesOf(operation).length > 0,
    run: checkAccept,
  },
  { name: "validate", phase: "validate", applies: always, run: validate },
  {
    name: "idempotency",
    phase: "prepare",
    applies: ({ policy }) => policy.idempotency !== "none",
    run: claimIdempotencyKey,
  },
  {
    name: "precondition",
    phase: "prepare",
    applies: ({ policy }) => policy.precondition !== "none",
    run: checkPrecondition,
  },
  {
    name: "validator",
    phase: "prepare",
    applies: ({ policy }) => policy.cache?.validator === "etag",
    run: checkValidator,
  },
  { name: "cache", phase: "prepare", applies: isKept, run: answerFromCache },
];

/** A stage as it is run, and what its time counts for. */
export interface PhasedStage {
  readonly phase: Phase;
  readonly run: Stage;
}

export interface Stages {
  readonly arrival: readonly PhasedStage[];
  readonly execution: readonly PhasedStage[];
}

export function stagesOf(operation: Operation): Stages {
  const applying = (stages: readonly OrderedStage[]) =>
    stages.filter(({ applies }) => applies(operation)).map(({ phase, run }): PhasedStage => ({ phase, run }));
  const handler: PhasedStage = { phase: "handler", run: handlerStage(operation) };
  return { arrival: applying(arrival), execution: [...applying(execution), handler] };
}

function handlerStage({ policy }: Operation): Stage {
  if (policy.transaction === "pipeline") return runInTransaction;
  return policy.transaction === "handler" || policy.audit ? runOutside : runRead;
}
