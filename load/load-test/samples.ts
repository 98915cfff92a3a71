/** What k6 or the stand-in wrote by `--out json=file.gz`, a sample a line. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";

export interface Sample {
  readonly metric: Metric;
  readonly atMs: number;
  readonly value: number;
  readonly tags: Readonly<Record<string, string>>;
}

const METRICS = ["http_req_duration", "http_req_failed", "cache_hits", "bytes_saved", "size_ratio"] as const;
type Metric = (typeof METRICS)[number];

/** Of the dozen lines that each request has, those that nobody asks for are not parsed. */
const WANTED = new RegExp(`"metric":"(?:${METRICS.join("|")})"`);

interface Line {
  readonly type: string;
  readonly metric: Metric;
  readonly data: { readonly time: string; readonly value: number; readonly tags: Readonly<Record<string, string>> };
}

export async function* readSamples(path: string): AsyncGenerator<Sample> {
  const lines = createInterface({
    input: createReadStream(path).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const line of lines) {
    if (!WANTED.test(line)) continue;
    const { type, metric, data } = JSON.parse(line) as Line;
    if (type === "Point") yield { metric, atMs: Date.parse(data.time), value: data.value, tags: data.tags ?? {} };
  }
}
