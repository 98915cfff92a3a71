/**
 * bun load/contender.ts <groundwork|bare> [remember|bun-sql]: one server in this process. Its environment says the rest
 * (setup.ts), and its log goes to stdout.
 */
import { createLog } from "#lib/log";
import { type Environment, setupIn } from "./setup";

const [program, variant] = process.argv.slice(2);
const environment = process.env as unknown as Environment;
const setup = setupIn(environment);
const port = Number(environment.PORT);

if (program === "groundwork") {
  const { serve } = await import("./groundwork");
  await serve(setup, await createLog({ level: "info", format: "json" }), port);
} else {
  const { serve } = await import("./bare");
  await serve(setup, { port, remember: variant === "remember", bunSql: variant === "bun-sql" });
}
