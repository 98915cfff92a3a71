import { describe, expect, test } from "bun:test";
import { ConfigError, type Environment, readConfig } from "../src/config";

const production = {
  GROUNDWORK_ENV: "production",
  SECRET: "0Kj3mZq8vX1nB5tY7wR2pL9sD4gH6fA=",
  DATABASE_URL: "postgres://groundwork:a-password@db.internal/groundwork",
  PUBLIC_ORIGIN: "https://api.example.com",
  SMTP_URL: "smtp://groundwork:a-mail-password@mail.internal:587",
  MAIL_FROM: "Groundwork <mail@example.com>",
} satisfies Environment;

describe("a valid environment", () => {
  test("the defaults are the ones that the page states", async () => {
    const { config } = readConfig(production);
    const page = await documented();
    expect(String(config.port)).toBe(page.get("PORT")!);
    expect(config.host).toBe(page.get("HOST")!);
    expect(String(config.database.poolMax)).toBe(page.get("DATABASE_POOL_MAX")!);
    expect(String(config.database.prepare)).toBe(page.get("DATABASE_PREPARE")!);
    expect(String(config.rateLimitScale)).toBe(page.get("RATE_LIMIT_SCALE")!);
    expect(config.log).toEqual({ level: page.get("LOG_LEVEL")! as "info", format: page.get("LOG_FORMAT")! as "json" });
    expect(String(config.shutdownDelayMs)).toBe(page.get("SHUTDOWN_DELAY_MS")!);
    expect(String(config.shutdownTimeoutMs)).toBe(page.get("SHUTDOWN_TIMEOUT_MS")!);
    expect(String(config.traces.sampleRatio)).toBe(page.get("TRACE_SAMPLE_RATIO")!);
    expect(config.revision).toBe(page.get("REVISION")!);
    const { config: inside } = readConfig({ ...production, INTERNAL_PORT: "9000" });
    expect(inside.internal?.host).toBe(page.get("INTERNAL_HOST")!);
  });

  test("only the host of the public origin is answered unless others are named", () => {
    expect(readConfig(production).config.allowedHosts).toEqual(["api.example.com"]);
  });

  test("one can log in with the services that are set up, and their secrets are no part of the config", async () => {
    const google = { GOOGLE_CLIENT_ID: "at-google", GOOGLE_CLIENT_SECRET: "secret-at-google" };
    const github = { GITHUB_CLIENT_ID: "at-github", GITHUB_CLIENT_SECRET: "secret-at-github" };
    const openid = {
      OIDC_ISSUER: "https://id.example.com",
      OIDC_CLIENT_ID: "there",
      OIDC_CLIENT_SECRET: "secret-there",
    };
    expect(readConfig(production).config.identityProviders).toEqual({ google: null, github: null, openid: null });
    const { config, secrets } = readConfig({ ...production, ...google, ...github, ...openid });
    const name = (await documented()).get("OIDC_NAME")!;
    expect(config.identityProviders).toEqual({
      google: { clientId: "at-google" },
      github: { clientId: "at-github" },
      openid: { issuer: "https://id.example.com", clientId: "there", name },
    });
    expect(Object.values(secrets.clientSecrets)).toEqual(["secret-at-google", "secret-at-github", "secret-there"]);
    expect(JSON.stringify(config)).not.toContain("secret-");
  });

  test("a provider on this machine needs no https in development", () => {
    const openid = { OIDC_ISSUER: "http://localhost:13000", OIDC_CLIENT_ID: "there", OIDC_CLIENT_SECRET: "secret" };
    const { config } = readConfig({ ...production, GROUNDWORK_ENV: "development", ...openid });
    expect(config.identityProviders.openid?.issuer).toBe("http://localhost:13000");
  });

  test("without a port there is no listener for operators, without an address nothing is exported or reported", () => {
    const { config, secrets } = readConfig(production);
    expect([config.internal, config.traces.endpoint, secrets.sentryDsn]).toEqual([null, null, null]);
  });

  test("the listener for operators answers this machine by its names, or the hosts that are given", () => {
    const internal = (more: Environment) =>
      readConfig({ ...production, INTERNAL_PORT: "9000", ...more }).config.internal;
    expect(internal({})?.allowedHosts).toEqual(["localhost:*", "127.0.0.1:*", "[::1]:*"]);
    expect(internal({ INTERNAL_ALLOWED_HOSTS: "10.1.2.3:*" })?.allowedHosts).toEqual(["10.1.2.3:*"]);
  });

  test("headers for the collector are read as OpenTelemetry writes them, and are no part of the config", () => {
    const given = { ...production, OTEL_EXPORTER_OTLP_HEADERS: "x-key=a%20b=c,authorization=Bearer%20d" };
    const { config, secrets } = readConfig(given);
    expect(secrets.traceHeaders).toEqual({ "x-key": "a b=c", authorization: "Bearer d" });
    expect(JSON.stringify(config)).not.toContain("Bearer");
  });

  test("no secret is part of the config", () => {
    const printed = JSON.stringify(readConfig(production).config);
    expect(printed).not.toContain(production.SECRET);
    expect(printed).not.toContain("a-password");
    expect(printed).not.toContain("a-mail-password");
  });

  test("mails are from a name and an address, or from an address alone", () => {
    const from = (MAIL_FROM: string) => readConfig({ ...production, MAIL_FROM }).config.mail.from;
    expect(from("Groundwork, Inc. <mail@example.com>")).toEqual({
      name: "Groundwork, Inc.",
      address: "mail@example.com",
    });
    for (const alone of ["mail@example.com", "<mail@example.com>"])
      expect(from(alone)).toEqual({ name: "", address: "mail@example.com" });
    const { mail } = readConfig({ ...production, MAIL_REPLY_TO: "help@example.com" }).config;
    expect(mail.replyTo).toEqual({ name: "", address: "help@example.com" });
    expect(readConfig(production).config.mail.replyTo).toBeNull();
  });

  test("links in mails begin with the public origin unless the frontend is elsewhere", () => {
    expect(readConfig(production).config.appUrl).toBe("https://api.example.com");
    for (const APP_URL of ["https://app.example.com", "https://example.com/app"])
      expect(readConfig({ ...production, APP_URL }).config.appUrl).toBe(APP_URL);
  });

  test("passkeys are for the frontend's host, or for a domain above it, and pages below that may ask for them", () => {
    const party = (more: Environment) => readConfig({ ...production, ...more }).config.relyingParty;
    expect(party({})).toEqual({ id: "api.example.com", origins: ["https://api.example.com"] });
    const CORS_ORIGINS = "https://admin.example.com,https://example.com,https://app.example.org,https://notexample.com";
    const given = { APP_URL: "https://app.example.com/start", CORS_ORIGINS };
    expect(party(given)).toEqual({ id: "app.example.com", origins: ["https://app.example.com"] });
    expect(party({ ...given, RP_ID: "example.com" })).toEqual({
      id: "example.com",
      origins: [
        "https://app.example.com",
        "https://api.example.com",
        "https://admin.example.com",
        "https://example.com",
      ],
    });
  });

  test("an empty variable counts as one that is not set", () => {
    expect(readConfig({ ...production, PORT: " ", CORS_ORIGINS: "" }).config).toEqual(readConfig(production).config);
  });

  test("production warns about widened rate limits", () => {
    expect(readConfig({ ...production, RATE_LIMIT_SCALE: "100" }).config.warnings.join()).toContain("RATE_LIMIT_SCALE");
    expect(readConfig(production).config.warnings).toEqual([]);
  });

  test("development on loopback serves plain http, at the port that was asked for", () => {
    const { config } = readConfig({
      ...production,
      GROUNDWORK_ENV: "development",
      PUBLIC_ORIGIN: undefined,
      PORT: "4711",
    });
    expect(config.publicOrigin).toBe("http://localhost:4711");
    expect(config.appUrl).toBe("http://localhost:4711/dev/app");
  });

  test("development needs no mail server and no sender", () => {
    const none = { SMTP_URL: undefined, MAIL_FROM: undefined };
    const { config, secrets } = readConfig({ ...production, GROUNDWORK_ENV: "development", ...none });
    expect([secrets.smtpUrl, config.mail.from]).toEqual([
      null,
      { name: "Groundwork", address: "groundwork@localhost" },
    ]);
  });
});

describe("a faulty environment", () => {
  test("every fault is reported at once, each with its variable", () => {
    const variables = faults({ PORT: "http", LOG_LEVEL: "loud", DATABASE_PREPARE: "yes", SECRET: "short" }).map(first);
    expect(variables.sort()).toEqual([
      "DATABASE_PREPARE",
      "DATABASE_URL",
      "GROUNDWORK_ENV",
      "LOG_LEVEL",
      "MAIL_FROM",
      "PORT",
      "PUBLIC_ORIGIN",
      "SECRET",
      "SMTP_URL",
    ]);
  });

  test.each(["1e3", "0x10", "-1", "65536", "3000.5", "Infinity"])("a port of %s is refused", (PORT) => {
    expect(faults({ ...production, PORT }).map(first)).toEqual(["PORT"]);
  });

  test.each<[string, Environment]>([
    ["SECRET", { SECRET: "development-secret-that-nobody-else-may-use" }],
    ["DATABASE_URL", { DATABASE_URL: "postgres://groundwork:development@db.internal/groundwork" }],
    ["CORS_ORIGINS", { CORS_ORIGINS: "https://app.example.com,*" }],
    ["CORS_ORIGINS", { CORS_ORIGINS: "app.example.com" }],
    ["TRUSTED_PROXIES", { TRUSTED_PROXIES: "10.0.0.0/8,proxy.example.com" }],
    ["TRUSTED_PROXIES", { TRUSTED_PROXIES: "10.0.0.0/64" }],
    ["ALLOWED_HOSTS", { ALLOWED_HOSTS: "*" }],
    ["ALLOWED_HOSTS", { ALLOWED_HOSTS: "api.example.com:*" }],
    ["PUBLIC_ORIGIN", { PUBLIC_ORIGIN: "http://api.example.com" }],
    ["PUBLIC_ORIGIN", { PUBLIC_ORIGIN: "https://api.example.com/path" }],
    ["DATABASE_URL", { DATABASE_URL: "mysql://db.internal/groundwork" }],
    ["INTERNAL_ALLOWED_HOSTS", { INTERNAL_PORT: "9000", INTERNAL_ALLOWED_HOSTS: "*" }],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", { OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4318" }],
    ["OTEL_EXPORTER_OTLP_HEADERS", { OTEL_EXPORTER_OTLP_HEADERS: "key%" }],
    ["OTEL_EXPORTER_OTLP_HEADERS", { OTEL_EXPORTER_OTLP_HEADERS: "key=%zz" }],
    ["SENTRY_DSN", { SENTRY_DSN: "key@sentry" }],
    ["TRACE_SAMPLE_RATIO", { TRACE_SAMPLE_RATIO: "1.5" }],
    ["SMTP_URL", { SMTP_URL: "http://mail.example.com" }],
    ["SMTP_URL", { SMTP_URL: "smtp://mail.example.com/folder" }],
    ["SMTP_URL", { SMTP_URL: "smtp://mail.example.com?tls=none" }],
    ["SMTP_URL", { SMTP_URL: "smtp://user:100%@mail.example.com" }],
    ["MAIL_FROM", { MAIL_FROM: "Groundwork" }],
    ["MAIL_FROM", { MAIL_FROM: "a@example.com, b@example.com" }],
    ["MAIL_REPLY_TO", { MAIL_REPLY_TO: "help" }],
    ["RP_ID", { RP_ID: "example.org" }],
    ["RP_ID", { RP_ID: "pi.example.com" }],
    ["RP_ID", { RP_ID: "https://api.example.com" }],
    ["APP_URL", { APP_URL: "http://app.example.com" }],
    ["APP_URL", { APP_URL: "https://app.example.com/" }],
    ["APP_URL", { APP_URL: "https://app.example.com?from=mail" }],
  ])("production refuses an unsafe %s", (variable, unsafe) => {
    expect(faults({ ...production, ...unsafe }).map(first)).toEqual([variable]);
  });

  test.each<[string, Environment]>([
    ["GOOGLE_CLIENT_SECRET", { GOOGLE_CLIENT_ID: "at-google" }],
    ["GOOGLE_CLIENT_ID", { GOOGLE_CLIENT_SECRET: "secret" }],
    ["GITHUB_CLIENT_SECRET", { GITHUB_CLIENT_ID: "at-github" }],
    ["OIDC_CLIENT_SECRET", { OIDC_ISSUER: "https://id.example.com", OIDC_CLIENT_ID: "there" }],
    ["OIDC_ISSUER", { OIDC_CLIENT_ID: "there", OIDC_CLIENT_SECRET: "secret" }],
  ])("a provider that lacks its %s is set up by half", (variable, given) => {
    expect(faults({ ...production, ...given })).toEqual([
      expect.stringMatching(new RegExp(`^${variable} is missing: `)),
    ]);
  });

  test.each([
    ["production", "http://localhost:13000"],
    ["development", "http://id.example.com"],
    ["production", "id.example.com"],
  ])("in %s who logs in at %s is not believed", (GROUNDWORK_ENV, OIDC_ISSUER) => {
    const client = { OIDC_ISSUER, OIDC_CLIENT_ID: "there", OIDC_CLIENT_SECRET: "secret" };
    expect(faults({ ...production, GROUNDWORK_ENV, ...client }).map(first)).toEqual(["OIDC_ISSUER"]);
  });

  test.each(["SECRET", "DATABASE_URL", "PUBLIC_ORIGIN", "GROUNDWORK_ENV", "SMTP_URL", "MAIL_FROM"])(
    "a missing %s is named",
    (variable) => {
      expect(faults({ ...production, [variable]: undefined }).map(first)).toEqual([variable]);
    },
  );

  test("a fault does not repeat the value that caused it", () => {
    expect(faults({ ...production, SECRET: "hunter2" }).join()).not.toContain("hunter2");
  });
});

describe("the page and the files", () => {
  test("docs/configuration.md lists exactly the variables that config.ts reads", async () => {
    const source = await Bun.file(new URL("../src/config.ts", import.meta.url)).text();
    const read = [...source.matchAll(/read\.\w+\("([A-Z_]+)"/g)]
      .map(([, name]) => name!)
      .filter((name) => !/fault/.test(name));
    expect([...(await documented()).keys()].sort()).toEqual([...new Set(read)].sort());
  });

  test.each(["development", "staging", "production"])(
    ".env.%s names only variables that exist, and no secret of a real profile",
    async (profile) => {
      const lines = (await Bun.file(new URL(`../.env.${profile}`, import.meta.url)).text())
        .split("\n")
        .filter((line) => /^\w/.test(line));
      const names = lines.map((line) => line.split("=")[0]!);
      const known = await documented();
      expect(names.filter((name) => !known.has(name))).toEqual([]);
      expect(lines).toContain(`GROUNDWORK_ENV=${profile}`);
      if (profile !== "development") expect(names).not.toContain("SECRET");
      expect(names).not.toContain("DATABASE_URL");
    },
  );
});

function faults(environment: Environment): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

const first = (fault: string) => fault.split(" ")[0]!;

/** Variable to its default, as the page has it. */
async function documented(): Promise<Map<string, string>> {
  const page = await Bun.file(new URL("../docs/configuration.md", import.meta.url)).text();
  const rows = page.matchAll(/^\| `([A-Z_]+)` \| (?:yes|no) \| (.*?) \|/gm);
  return new Map([...rows].map(([, name, fallback]) => [name!, fallback!.replaceAll("`", "")]));
}
