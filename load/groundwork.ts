/** The product's own pipeline, log, tokens and sessions around the operations of load/contract.yaml. */
import type { AppOptions } from "#contract/pipeline";
import { connect } from "#db/client";
import { systemClock } from "#lib/clock";
import { uuidv7 } from "#lib/ids";
import type { Logger } from "#lib/log";
import { createApp } from "../src/app";
import { buildServices } from "../src/context";
import { sessionAuthenticator } from "../src/modules/sessions/authenticate";
import { contract } from "./generated/operations";
import { handlers } from "./handlers";
import { POOL_MAX, type Serving, type Setup } from "./setup";

/** Every request is counted, as in production, and none is refused. */
const RATE_LIMIT_SCALE = 1_000_000;

export async function serve(setup: Setup, log: Logger): Promise<Serving> {
  const { options, close } = await openOptions(setup, log);
  const app = createApp(options);
  app.listen({ hostname: "127.0.0.1", port: 0 });
  return {
    port: app.server?.port ?? 0,
    close: async () => {
      await app.server?.stop(true);
      await close();
    },
  };
}

export async function openOptions({ databaseUrl, secret, origin }: Setup, log: Logger) {
  const sql = connect({ url: databaseUrl, poolMax: POOL_MAX, prepare: true });
  const shared = { sql, log, clock: systemClock, ids: uuidv7 };
  const { services, close } = await buildServices({ ...shared, secret, publicOrigin: origin });
  const { tokens, liveness } = services;
  const scopes = contract.roles.self ?? [];
  const options: AppOptions = {
    ...shared,
    contract,
    handlers,
    services: {},
    authenticators: { session: sessionAuthenticator({ tokens, liveness, scopes, transport: "bearer" }) },
    settings: {
      publicOrigin: origin,
      allowedHosts: ["localhost:*"],
      corsOrigins: [],
      trustedProxies: [],
      rateLimitScale: RATE_LIMIT_SCALE,
      cursorSecret: secret,
    },
  };
  return {
    options,
    close: async () => {
      close();
      await sql.end();
    },
  };
}
