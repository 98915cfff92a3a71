import { afterEach, describe, expect, test } from "bun:test";
import { chown, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { type EmbeddedPostgres, startEmbedded } from "../../src/db/embedded";

const running: EmbeddedPostgres[] = [];
const START_TIMEOUT_MS = 60_000;

afterEach(async () => {
  for (const server of running.splice(0)) {
    await server.stop().catch(() => {});
    await rm(server.dataDir, { recursive: true, force: true });
  }
});

describe("the embedded PostgreSQL", () => {
  test(
    "is reached from this machine only, and with its password only",
    async () => {
      const server = await start(await folder());
      const [address] = Object.values(networkInterfaces())
        .flat()
        .filter((found) => found && !found.internal && found.family === "IPv4");
      if (address)
        expect(await answer(server.url("postgres").replace("127.0.0.1", address.address))).toBe("ECONNREFUSED");
      expect(await answer(server.url("postgres").replace(/:[^:@]+@/, ":guessed@"))).toBe("28P01");
      expect(await answer(server.url("postgres"))).toBe("ok");
      expect((await stat(join(server.dataDir, "postgres.password"))).mode & 0o077).toBe(0);
    },
    START_TIMEOUT_MS,
  );

  test(
    "keeps its data when it is stopped, and listens no more",
    async () => {
      const server = await start(await folder());
      await ask(server.url("postgres"), "create table kept (id int)");
      await server.stop();
      expect(await answer(server.url("postgres"))).toBe("ECONNREFUSED");
      const again = await start(server.dataDir);
      expect(await ask(again.url("postgres"), "select count(*)::int as count from kept")).toEqual([{ count: 0 }]);
    },
    START_TIMEOUT_MS,
  );

  test(
    "is adopted where it runs already, by any number of starts at once",
    async () => {
      const first = await start(await folder());
      const others = await Promise.all([startEmbedded(options(first.dataDir)), startEmbedded(options(first.dataDir))]);
      expect(others.map(({ adopted, port }) => ({ adopted, port }))).toEqual(
        Array(2).fill({ adopted: true, port: first.port }),
      );
    },
    START_TIMEOUT_MS,
  );

  test(
    "starts again after its process was killed, with all that was committed",
    async () => {
      const server = await start(await folder(), true);
      const pid = await postmaster(server);
      await ask(server.url("postgres"), "create table kept (id int)");
      process.kill(pid, "SIGKILL");
      const again = await start(server.dataDir);
      expect(again.adopted).toBe(false);
      expect(await ask(again.url("postgres"), "select count(*)::int as count from kept")).toEqual([{ count: 0 }]);
    },
    START_TIMEOUT_MS,
  );

  test(
    "starts where the pid file names a process that is another one by now",
    async () => {
      const server = await start(await folder());
      const pidFile = join(server.dataDir, "postgres", "postmaster.pid");
      const { uid, gid } = await stat(pidFile);
      const lines = (await readFile(pidFile, "utf8")).split("\n");
      await server.stop();
      await writeFile(pidFile, [String(process.pid), ...lines.slice(1)].join("\n"));
      await chown(pidFile, uid, gid);
      const again = await start(server.dataDir);
      expect(await answer(again.url("postgres"))).toBe("ok");
    },
    START_TIMEOUT_MS,
  );

  test(
    "sorts and folds text alike on every machine",
    async () => {
      const server = await start(await folder());
      const [row] = (await ask(
        server.url("postgres"),
        "select lower('ÄÖ') as lower, 'a' > 'B' as by_code_point",
      )) as unknown[];
      expect(row).toEqual({ lower: "äö", by_code_point: true });
    },
    START_TIMEOUT_MS,
  );
});

const folder = () => mkdtemp(join(tmpdir(), "groundwork-postgres-"));
const options = (dataDir: string, durable = false) => ({ dataDir, durable });

async function start(dataDir: string, durable?: boolean): Promise<EmbeddedPostgres> {
  const server = await startEmbedded(options(dataDir, durable));
  running.push(server);
  return server;
}

async function postmaster({ dataDir }: EmbeddedPostgres): Promise<number> {
  return Number((await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
}

async function ask(url: string, statement: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end();
  }
}

const answer = (url: string) =>
  ask(url, "select 1").then(
    () => "ok",
    (error) => error.code,
  );
