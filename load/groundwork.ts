/** The product's own pipeline, log, tokens and sessions around the operations of load/contract.yaml. */
import type { AppOptions } from "#contract/pipeline";
import { loadOf } from "#contract/transaction";
import { connect } from "#db/client";
import { listenAt } from "#db/listen";
import { DatabaseWatch } from "#db/watch";
import { readBuild } from "#lib/build";
import { systemClock } from "#lib/clock";
import { uuidv7 } from "#lib/ids";
import type { Log } from "#lib/log";
import { createApp } from "../src/app";
import { buildServices } from "../src/context";
import { Metrics } from "../src/modules/metrics/metrics";
import { sessionAuthenticator } from "../src/modules/sessions/authenticate";
import { contract } from "./generated/operations";
import { handlers } from "./handlers";
import { POOL_MAX, type Serving, type Setup } from "./setup";

/** Every request is counted, as in production, and none is refused. */
const RATE_LIMIT_SCALE = 1_000_000;
/** As much as production keeps unless told otherwise. */
const CACHE_MAX_BYTES = 64 * 2 ** 20;

export async function serve(setup: Setup, log: Log, port = 0): Promise<Serving> {
  const { options, close } = await openOptions(setup, log);
  const app = createApp(options);
  app.listen({ hostname: "127.0.0.1", port });
  return {
    port: app.server?.port ?? 0,
    close: async () => {
      await app.server?.stop(true);
      await close();
    },
  };
}

export async function openOptions({ databaseUrl, secret, origin }: Setup, log: Log) {
  const pool = connect({ url: databaseUrl, poolMax: POOL_MAX, prepare: true });
  const watch = new DatabaseWatch({ url: databaseUrl, log });
  const sql = watch.guard(pool);
  const build = await readBuild("unknown");
  const shared = { sql, log, clock: systemClock, ids: uuidv7 };
  const { services, cache, close } = await buildServices({
    ...shared,
    build,
    secret,
    publicOrigin: origin,
    cacheMaxBytes: CACHE_MAX_BYTES,
    listen: listenAt(databaseUrl),
  });
  await cache?.changes.start();
  const { tokens, liveness, passwords } = services;
  const metrics = new Metrics({
    operations: contract.operations.map(({ id }) => id),
    build,
    pool: () => ({ connectionsMax: POOL_MAX, ...loadOf(sql) }),
    passwords: () => passwords.counts,
    caches: {
      access_tokens: () => tokens.counts,
      session_liveness: () => liveness.counts,
      ...(cache && { answers: () => cache.answers.counts }),
    },
    jobs: { names: [], counts: () => [] },
  });
  const options: AppOptions = {
    ...shared,
    contract,
    handlers,
    services: {},
    authenticators: { session: sessionAuthenticator({ tokens, liveness, roles: contract.roles, transport: "bearer" }) },
    settings: {
      publicOrigin: origin,
      allowedHosts: ["localhost:*"],
      corsOrigins: [],
      trustedProxies: [],
      rateLimitScale: RATE_LIMIT_SCALE,
      cursorSecret: secret,
    },
    observers: [metrics.observe],
    ...(cache && { cache }),
  };
  return {
    options,
    close: async () => {
      metrics.close();
      await close();
      await watch.close();
      await pool.end();
    },
  };
}
