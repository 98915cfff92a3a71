import { createClient } from "#generated/client";
import type { Problem } from "#generated/types";

/** What the API refused, for the person who reads the page. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super([problem.detail ?? problem.title, ...(problem.errors ?? []).map(({ detail }) => detail)].join(" "));
  }
}

/** Sessions in cookies, as a browser has them. An access token whose time is over is renewed once. */
export const api = createClient({
  origin: location.origin,
  fetch: async (request) => {
    const again = request.clone();
    const answer = await fetch(request);
    if (answer.status !== 401 || request.url.includes("/session/refresh")) return answer;
    const { code } = await answer.clone().json();
    if (code !== "unauthenticated" || !(await renew())) return answer;
    return fetch(again);
  },
});

async function renew(): Promise<boolean> {
  const answer = await api.POST("/session/refresh", { body: { transport: "cookie" } });
  return answer.response.ok;
}

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer's body, or what it refused as a Refusal. */
export async function take<Data>(answer: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await answer;
  if (!response.ok) throw new Refusal(error as Problem);
  return data as Data;
}
