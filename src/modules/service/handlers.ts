import type { Handlers } from "#generated/handlers";
import { notReady, readiness } from "./service";

const OK = { status: 200, body: Object.freeze({ status: "ok" }) } as const;

export const getLiveness: Handlers["getLiveness"] = () => OK;

export const getReadiness: Handlers["getReadiness"] = async (ctx) => (await readiness(ctx)) ?? OK;

export const getStartup: Handlers["getStartup"] = (ctx) =>
  ctx.lifecycle.hasStarted ? OK : notReady("The server is starting.");

export const getOpenApi: Handlers["getOpenApi"] = (ctx) => ({ status: 200, body: ctx.published.json });

export const getOpenApiYaml: Handlers["getOpenApiYaml"] = (ctx) => ({ status: 200, body: ctx.published.yaml });
