import type { Run } from "./runner";
import type { SeedPerson } from "./seed";

/** What a developer wants to know first. */
export function banner({ config, database }: Run, person: SeedPerson | undefined, tookMs: number): string {
  const { publicOrigin, internal } = config;
  const rows = [
    ["API", publicOrigin],
    ["Reference", `${publicOrigin}/docs`],
    ["Contract", `${publicOrigin}/openapi.json`],
    ["Health", `${publicOrigin}/health/ready`],
    ...(internal ? [["Metrics", `http://${internal.host}:${internal.port}/metrics`]] : []),
    ["Database", database.place],
    ...(person ? [["Log in as", `${person.email} with the password "${person.password}"`]] : []),
  ];
  return [
    "",
    `Groundwork is ready after ${(tookMs / 1000).toFixed(1)} s.`,
    "",
    ...rows.map(([name = "", value]) => `  ${name.padEnd(10)} ${value}`),
    "",
    ...(person ? [logIn(publicOrigin, person), ""] : []),
    "Ctrl-C stops everything, the database too.",
    "",
  ].join("\n");
}

function logIn(origin: string, { email, password }: SeedPerson): string {
  const body = JSON.stringify({ email, password }).replaceAll("'", "'\\''");
  return `  curl -H 'Content-Type: application/json' -d '${body}' ${origin}/sessions`;
}
