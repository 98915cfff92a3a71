/**
 * bun load/stages.ts: how the time of one request is spent, stage by stage, on a server that has nothing else to do. Prints
 * a table and draws docs/stages.svg, which docs/performance.md shows.
 */
import { join, resolve } from "node:path";
import { PHASES, type RequestRecord } from "#contract/record";
import { createLog } from "#lib/log";
import { createApp } from "../src/app";
import { startEmbedded } from "../src/db/embedded";
import { openDatabase, type Seeded } from "./database";
import { openOptions } from "./groundwork";
import { PARTS, type Part, type Spent } from "./stages-parts";
import { barsOf } from "./stages-svg";

const ROOT = resolve(import.meta.dir, "..");
const DATA_DIR = join(ROOT, ".data/stages");
const PICTURE = join(ROOT, "docs/stages.svg");
const WARM_UPS = 1_000;
const SAMPLES = 2_000;

const server = await startEmbedded({ dataDir: DATA_DIR, durable: false });
try {
  const seeded = await openDatabase(server, await createLog({ level: "warn", format: "json" }));
  const spent = await measureAll(seeded);
  console.log(tableOf(spent));
  await Bun.write(PICTURE, barsOf(spent));
  console.log("\nWrote docs/stages.svg.");
} finally {
  await server.stop();
}
process.exit(0);

async function measureAll(seeded: Seeded): Promise<Spent[]> {
  const destination = { write: () => {} };
  const log = await createLog({ level: "info", format: "json", destination });
  const { options, close } = await openOptions(seeded.setup, log);
  const records: RequestRecord[] = [];
  const app = createApp({
    ...options,
    observers: [...(options.observers ?? []), (record) => void records.push(record)],
  });
  const spent: Spent[] = [];
  for (const [work, make] of Object.entries(worksOf(seeded, (request) => Promise.resolve(app.fetch(request))))) {
    const request = await make();
    for (let i = 0; i < WARM_UPS; i++) await (await app.fetch(request())).bytes();
    records.length = 0;
    for (let i = 0; i < SAMPLES; i++) await (await app.fetch(request())).bytes();
    spent.push(spentOn(work, records));
  }
  await close();
  return spent;
}

type Send = (request: Request) => Promise<Response>;

function worksOf(
  { reader, writer, fileIds }: Seeded,
  send: Send,
): Readonly<Record<string, () => Promise<() => Request>>> {
  const get = (path: string, headers: Record<string, string> = {}) =>
    new Request(`http://localhost:1${path}`, { headers: { host: "localhost:1", ...headers } });
  const as = { authorization: `Bearer ${reader.accessToken}` };
  const one = `/files/${fileIds[0]}`;
  const created = JSON.stringify({
    folderId: fileIds[0],
    name: "quarterly report.pdf",
    type: "application/pdf",
    size: 123_456,
    digest: "0123456789abcdef".repeat(4),
  });
  return {
    trivial: async () => () => get("/greeting"),
    "refused, anonymous": async () => () => get("/files"),
    "list of 50": async () => () => get("/files?limit=50", as),
    "list of 50, kept": async () => () => get("/files/cached?limit=50", as),
    "read one": async () => () => get(one, as),
    "not modified": async () => {
      const tag = (await send(get(one, as))).headers.get("etag") ?? "";
      return () => get(one, { ...as, "if-none-match": tag });
    },
    create: async () => () =>
      new Request("http://localhost:1/files", {
        method: "POST",
        body: created,
        headers: {
          host: "localhost:1",
          authorization: `Bearer ${writer.accessToken}`,
          "content-type": "application/json",
        },
      }),
  };
}

function spentOn(work: string, records: readonly RequestRecord[]): Spent {
  const rest = ({ durationMs, phases }: RequestRecord) =>
    durationMs - PHASES.reduce((sum, each) => sum + phases[each], 0);
  const of = (part: Part, record: RequestRecord) => (part === "respond" ? rest(record) : record.phases[part]);
  const medians = PARTS.map((part) => [part, median(records.map((record) => of(part, record))) * 1000] as const);
  return {
    work,
    parts: Object.fromEntries(medians) as Spent["parts"],
    total: medians.reduce((sum, [, us]) => sum + us, 0),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function tableOf(spent: readonly Spent[]): string {
  const head = `| work | ${PARTS.join(" | ")} | sum, us |`;
  const rule = `| --- |${" ---: |".repeat(PARTS.length + 1)}`;
  const rows = spent.map(
    ({ work, parts, total }) =>
      `| ${work} | ${PARTS.map((part) => parts[part].toFixed(0)).join(" | ")} | ${total.toFixed(0)} |`,
  );
  return [head, rule, ...rows].join("\n");
}
