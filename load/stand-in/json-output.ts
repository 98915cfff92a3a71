/** Samples in a file, a line for each, as `k6 run --out json=file` writes them. */
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Metric, Output, Point, Tags } from "./registry";

/** Written once there is so much. */
const CHUNK_CHARACTERS = 65_536;
const GZIP_LEVEL = 1;

/** Compressed where the path ends with .gz. */
export function jsonOutput(path: string): Output {
  const file = createWriteStream(path);
  const gzip = path.endsWith(".gz") ? createGzip({ level: GZIP_LEVEL }) : null;
  gzip?.pipe(file);
  const stream = gzip ?? file;
  let waiting = "";
  const write = (text: string, least = CHUNK_CHARACTERS) => {
    waiting += text;
    if (waiting.length < least) return;
    stream.write(waiting);
    waiting = "";
  };
  return {
    metric({ name, type, contains }: Metric): void {
      write(`${JSON.stringify({ type: "Metric", metric: name, data: { name, type, contains } })}\n`);
    },
    points(points: readonly Point[], tags: Tags, atMs: number): void {
      const shared = `"time":"${new Date(atMs).toISOString()}","tags":${JSON.stringify(tags)}`;
      let lines = "";
      for (const [{ name }, value] of points)
        lines += `{"metric":"${name}","type":"Point","data":{"value":${value},${shared}}}\n`;
      write(lines);
    },
    async close(): Promise<void> {
      write("", 0);
      stream.end();
      await finished(file);
    },
  };
}
