import { pipelineProblem } from "#contract/problem";
import type { Handlers } from "#generated/handlers";

export const getReference: Handlers["getReference"] = (ctx) => ctx.reference.viewer;

export const getReferenceAsset: Handlers["getReferenceAsset"] = (ctx, { path }) => ctx.reference.assets[path.asset];

export const getProblem: Handlers["getProblem"] = (ctx, { path }) =>
  ctx.reference.problems.get(path.code) ?? pipelineProblem("not_found");
