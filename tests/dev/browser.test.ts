import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Machine, requireBrowser, thisMachine } from "../../src/dev/browser";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "browser-"));
  for (const name of ["google-chrome", "apt-get"]) {
    await writeFile(join(folder, name), "#!/bin/sh\n");
    await chmod(join(folder, name), 0o755);
  }
});
afterAll(() => rm(folder, { recursive: true }));

const DOWNLOADED = "/playwright/chromium";
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

interface Story {
  /** Which of the browsers start from the beginning. */
  start?: string[];
  /** What a command puts there, by its first or second word. */
  puts?: Record<string, string>;
  environment?: Record<string, string>;
  platform?: NodeJS.Platform;
  isRoot?: boolean;
}

/** A machine on which nothing happens: what was run on it is written down. */
function machine({ start = [], puts = {}, environment = {}, platform = "linux", isRoot = false }: Story) {
  const installs: string[] = [];
  const works = new Set(start);
  const made: Machine = {
    environment,
    platform,
    isRoot,
    downloaded: () => DOWNLOADED,
    run: (command, install) => {
      if (!install) return works.has(command[0]!);
      const name = command[0] === "node" ? "playwright" : command.slice(0, 2).join(" ");
      installs.push(name);
      if (puts[name]) works.add(puts[name]);
      return puts[name] !== undefined;
    },
  };
  return { made, installs };
}

describe("the tests drive a browser that this machine has", () => {
  test.each<[string, Story & { found: string }]>([
    [
      "named by CHROMIUM before any other",
      { environment: { CHROMIUM: "/my/own" }, start: ["/my/own", DOWNLOADED], found: "/my/own" },
    ],
    ["an application of macOS", { platform: "darwin", start: [MAC, DOWNLOADED], found: MAC }],
    ["one that Playwright has downloaded", { start: [DOWNLOADED], found: DOWNLOADED }],
  ])("%s", (_, { found, ...story }) => {
    const { made, installs } = machine(story);
    expect(requireBrowser(made)).toBe(found);
    expect(installs).toEqual([]);
  });

  test("on the PATH, and only where it starts", () => {
    const onPath = join(folder, "google-chrome");
    const environment = { PATH: folder };
    expect(requireBrowser(machine({ environment, start: [onPath, DOWNLOADED] }).made)).toBe(onPath);
    expect(requireBrowser(machine({ environment, start: [DOWNLOADED] }).made)).toBe(DOWNLOADED);
  });

  test("a program of this machine starts or does not", () => {
    const { run } = thisMachine(process.env);
    expect(run([process.execPath, "--version"])).toBe(true);
    expect(run(["sh", "-c", "exit 3"])).toBe(false);
    expect(run(["/there/is/none", "--version"])).toBe(false);
    expect(run(["there-is-none", "--version"])).toBe(false);
  });
});

describe("where there is none, one is installed", () => {
  test("by Playwright's own download", () => {
    const { made, installs } = machine({ puts: { playwright: DOWNLOADED } });
    expect(requireBrowser(made)).toBe(DOWNLOADED);
    expect(installs).toEqual(["playwright"]);
  });

  test("by apt-get, on Debian as root, where the download does not come", () => {
    const onPath = join(folder, "google-chrome");
    const { made, installs } = machine({
      environment: { PATH: folder },
      isRoot: true,
      puts: { "apt-get install": onPath },
    });
    expect(requireBrowser(made)).toBe(onPath);
    expect(installs).toEqual(["playwright", "apt-get update", "apt-get install"]);
  });
});

describe("what cannot be helped is said with the command that helps", () => {
  test.each<[string, Story, string]>([
    [
      "on a Linux without apt-get",
      {},
      "Run node node_modules/@playwright/test/cli.js install chromium, or set CHROMIUM",
    ],
    ["on macOS", { platform: "darwin" }, "Run node node_modules/@playwright/test/cli.js install chromium"],
    ["a CHROMIUM that does not start", { environment: { CHROMIUM: "/no/such" } }, "CHROMIUM is /no/such"],
  ])("%s", (_, story, sentence) => {
    expect(() => requireBrowser(machine(story).made)).toThrow(sentence);
  });

  test("on Debian without root nothing is asked of apt-get", () => {
    const { made, installs } = machine({ environment: { PATH: folder } });
    expect(() => requireBrowser(made)).toThrow("Run apt-get install -y chromium");
    expect(installs).toEqual(["playwright"]);
  });
});
