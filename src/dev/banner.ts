import type { LocalLogin } from "./local-login";
import type { Run } from "./runner";
import type { SeedPerson } from "./seed";

/** What a developer wants to know first. */
export function banner(
  { config, environment, database }: Run,
  people: readonly SeedPerson[],
  login: LocalLogin,
  tookMs: number,
): string {
  const { publicOrigin, internal } = config;
  const [person] = people;
  const rows = [
    ["API", publicOrigin],
    ["Reference", `${publicOrigin}/docs`],
    ["Contract", `${publicOrigin}/openapi.json`],
    ["Try it", `${publicOrigin}/dev/app/login`],
    ["Inbox", `${publicOrigin}/dev/inbox`],
    ["Health", `${publicOrigin}/health/ready`],
    ...(internal ? [["Metrics", `http://${internal.host}:${internal.port}/metrics`]] : []),
    ["Database", database.place],
    ...people.filter((known) => !known.administrator).map((known) => ["Log in as", credentialsOf(known)]),
    ...(environment.OIDC_ISSUER === undefined ? [["Or with", login.words]] : []),
    ...people.filter((known) => known.administrator).map((known) => ["Run it as", credentialsOf(known)]),
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

const credentialsOf = ({ email, password }: SeedPerson) => `${email} with the password "${password}"`;

function logIn(origin: string, { email, password }: SeedPerson): string {
  const body = JSON.stringify({ email, password }).replaceAll("'", "'\\''");
  return `  curl -H 'Content-Type: application/json' -d '${body}' ${origin}/sessions`;
}
