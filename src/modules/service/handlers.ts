import type { Handlers } from "#generated/handlers";
import { databaseAnswers, notReady } from "./service";

const OK = { status: 200, body: Object.freeze({ status: "ok" }) } as const;

export const getLiveness: Handlers["getLiveness"] = () => OK;

export const getReadiness: Handlers["getReadiness"] = async (ctx) =>
  ctx.lifecycle.takesTraffic && (await databaseAnswers(ctx)) ? OK : notReady();

export const getStartup: Handlers["getStartup"] = (ctx) => (ctx.lifecycle.hasStarted ? OK : notReady());

export const getOpenApi: Handlers["getOpenApi"] = (ctx) => ({ status: 200, body: ctx.published.json });

export const getOpenApiYaml: Handlers["getOpenApiYaml"] = (ctx) => ({ status: 200, body: ctx.published.yaml });
