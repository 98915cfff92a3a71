/** make start: the server with production settings. No reload, no seed. */
import { type Run, runAndExit, serverEnvironment } from "./runner";
import { Server } from "./server";
import { aborted } from "./stop";

const HINT = `
To look at production settings on this machine:
  SECRET=$(openssl rand -base64 32) PUBLIC_ORIGIN=http://localhost:3000 \\
    SMTP_URL=smtp://localhost:1025 MAIL_FROM=groundwork@localhost make start`;

await runAndExit({ target: "start", profiles: ["production", "staging"], hint: HINT, serve });

async function serve(run: Run): Promise<number> {
  const server = await Server.start(serverEnvironment(run.environment, run), run.dataDir, run.signal);
  if (!server) return run.signal.aborted ? 0 : 1;
  run.server = server;
  const { publicOrigin, profile } = run.config;
  console.log(`Groundwork serves ${publicOrigin} with the settings of ${profile}; ${run.database.place}.`);
  await Promise.race([aborted(run.signal), server.exited]);
  await server.stop();
  return server.exited;
}
