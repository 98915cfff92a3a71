import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { createLog, type Logger } from "#lib/log";

const ROOT = join(import.meta.dir, "../..");

/** What a log writes, line by line. */
async function written(work: (log: Logger) => void, level: "debug" | "info" | "error" = "debug") {
  const lines: string[] = [];
  work(await createLog({ level, format: "json", destination: { write: (line) => void lines.push(line) } }));
  return lines.map((line) => ({ line, values: JSON.parse(line) as Record<string, unknown> }));
}

const SECRETS = [
  ...["password", "secret", "token", "accessToken", "refreshToken", "authorization", "cookie", "set-cookie"],
  ...["key", "apiKey", "x-api-key"],
];

describe("a secret never reaches the log", () => {
  test.each(SECRETS)("%s", async (name) => {
    const lines = await written((log) => {
      log.info({ [name]: "hunter2" }, "at the top");
      log.info({ request: { [name]: "hunter2", path: "/" } }, "one level down");
      log.error({ err: Object.assign(new Error("broken"), { [name]: "hunter2" }) }, "in an error");
      log.child({ [name]: "hunter2" }).info({ kept: 1 }, "in a child");
      log
        .child({ kept: 1 })
        .child({ [name]: "hunter2" })
        .info("in a child's child");
    });
    expect(lines).toHaveLength(5);
    for (const { line } of lines) {
      expect(line).not.toContain("hunter2");
      expect(line).toContain("[redacted]");
    }
  });

  test("what is logged stays as it is for whoever logged it", async () => {
    const values = { token: "hunter2", request: { cookie: "hunter2" } };
    await written((log) => log.info(values, "twice"));
    expect(values).toEqual({ token: "hunter2", request: { cookie: "hunter2" } });
  });
});

describe("a line", () => {
  const flat = { text: 'a "quoted"\nline', number: 1.5, infinite: Number.POSITIVE_INFINITY, no: null, left: undefined };

  test("has the same form whether its values are flat or not", async () => {
    const [plain, nested] = await written((log) => {
      log.info(flat, "hello");
      log.info({ ...flat, more: {} }, "hello");
    });
    expect(Object.keys(plain!.values)).toEqual(["level", "time", "text", "number", "infinite", "no", "msg"]);
    const { more, ...rest } = nested!.values;
    expect(more).toEqual({});
    expect({ ...rest, time: 0 }).toEqual({ ...plain!.values, time: 0 });
    expect(plain!.values).toMatchObject({ level: "info", text: flat.text, infinite: null, msg: "hello" });
    for (const { line, values } of [plain!, nested!]) {
      expect(line).toEndWith("}\n");
      expect(values.time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    }
  });

  test("takes a message alone, and what JSON cannot say", async () => {
    const circle: Record<string, unknown> = { big: 1n };
    circle.self = circle;
    const lines = await written((log) => {
      log.info("alone");
      log.info({ circle }, "round");
      log.info({ big: 1n }, "large");
    });
    expect(lines.map(({ values }) => values.msg)).toEqual(["alone", "round", "large"]);
  });

  test("below the level is not written", async () => {
    const lines = await written((log) => {
      log.info({ flat: 1 }, "quiet");
      log.error({ flat: 1 }, "loud");
    }, "error");
    expect(lines.map(({ values }) => values.msg)).toEqual(["loud"]);
  });
});

describe("standard output", () => {
  test("has every line in order when the process ends in the turn that wrote them", () => {
    const program = `
      import { createLog } from "#lib/log";
      const log = await createLog({ level: "info", format: "json" });
      for (let n = 0; n < 1000; n++) log.info({ n }, "line");
      process.exit(3);`;
    const { stdout, exitCode } = Bun.spawnSync([process.execPath, "-e", program], { cwd: ROOT });
    const numbers = stdout
      .toString()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).n);
    expect(exitCode).toBe(3);
    expect(numbers).toEqual(Array.from({ length: 1000 }, (_, n) => n));
  });

  test("that nobody reads any more ends nothing", async () => {
    const program = `
      import { createLog } from "#lib/log";
      const log = await createLog({ level: "info", format: "json" });
      process.on("uncaughtException", (error) => process.stderr.write(String(error)));
      const tick = (n) => { log.info({ n }, "line"); if (n < 50) setImmediate(() => tick(n + 1)); };
      process.stdin.once("data", () => tick(0));`;
    const child = Bun.spawn(["sh", "-c", 'exec "$0" -e "$1" | true', process.execPath, program], {
      cwd: ROOT,
      stdin: "pipe",
      stderr: "pipe",
    });
    child.stdin.write("go\n");
    child.stdin.end();
    expect(await child.stderr.text()).toBe("");
    expect(await child.exited).toBe(0);
  });
});
