import type { Call, Stage } from "#contract/call";
import type { Operation } from "#contract/operation";
import { type Problem, pipelineProblem } from "#contract/problem";
import { readCookies } from "#contract/read/cookies";

/**
 * Whether an unsafe request comes from a page that may use this site's cookies: by Sec-Fetch-Site, which pages cannot
 * forge, else by Origin. A request with neither is not from a current browser and has no business with cookies.
 */
export function sameSite(call: Call): boolean {
  if (call.route.operation.method === "GET") return true;
  const site = call.source.field("sec-fetch-site");
  if (site === "same-origin" || site === "none") return true;
  const origin = call.source.field("origin");
  return origin !== null && call.pipeline.cookieOrigins.has(origin);
}

export const crossSite = (): Problem =>
  pipelineProblem("forbidden", {
    detail: "Cookies work only from the pages of this site: Sec-Fetch-Site or Origin must say so.",
  });

/** Cookies that the operation declares as parameters are credentials in all but name: they get the same guard. */
export const guardCookies: Stage = (call) => {
  const header = call.source.field("cookie");
  if (header === null) return;
  const cookies = readCookies(header);
  if (call.route.parameters.cookie.some(({ name }) => cookies.has(name)) && !sameSite(call)) return crossSite();
};

export const takesCookies = ({ method, parameters }: Operation): boolean =>
  method !== "GET" && parameters.some((parameter) => parameter.in === "cookie");
