import { type FSWatcher, type Stats, watch } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, sep } from "node:path";

const FOLDERS = ["src", "db/migrations", "db/seeds"];
const FILES = /^(?:openapi\.yaml|\.env\..+)$/;
/** Editors write a file in several steps, and git writes many files. */
const SETTLE_MS = 60;

type Snapshot = ReadonlyMap<string, string>;

/**
 * Says which files of a checkout have changed. The system's events only say when to look: what changed is found by
 * comparing, so that events which are lost, doubled or caused by reading do no harm.
 */
export class Changes implements Disposable {
  private snapshot: Snapshot = new Map();
  private watchers: FSWatcher[] = [];
  private timer: Timer | undefined;
  private pending = false;
  private wake: () => void = () => {};

  private constructor(
    private readonly root: string,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener("abort", () => this.look());
  }

  static async of(root: string, signal: AbortSignal): Promise<Changes> {
    const changes = new Changes(root, signal);
    const touched = () => changes.touched();
    changes.watchers = [
      ...FOLDERS.map((folder) => watch(join(root, folder), { recursive: true }, touched)),
      watch(root, (_event, file) => {
        if (file && FILES.test(file)) touched();
      }),
    ];
    changes.snapshot = await snapshotOf(root);
    return changes;
  }

  /** The paths, relative to the root with slashes, that changed since the last answer: at least one, or none when aborted. */
  async next(): Promise<string[]> {
    while (!this.signal.aborted) {
      this.pending = false;
      const now = await snapshotOf(this.root);
      const paths = differing(this.snapshot, now);
      this.snapshot = now;
      if (paths.length > 0) return paths;
      if (!this.pending) await new Promise<void>((resolve) => (this.wake = resolve));
    }
    return [];
  }

  [Symbol.dispose](): void {
    clearTimeout(this.timer);
    for (const watcher of this.watchers) watcher.close();
  }

  private touched(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), SETTLE_MS);
  }

  private look(): void {
    this.pending = true;
    this.wake();
  }
}

async function snapshotOf(root: string): Promise<Snapshot> {
  const top = (await readdir(root)).filter((file) => FILES.test(file));
  const below = await Promise.all(
    FOLDERS.map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true })).map((file) => join(folder, file)),
    ),
  );
  const entries = await Promise.all([...top, ...below.flat()].map((file) => entryOf(root, file)));
  return new Map(entries.filter((entry) => entry !== undefined));
}

async function entryOf(root: string, file: string): Promise<readonly [string, string] | undefined> {
  const found: Stats | undefined = await stat(join(root, file)).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  return [file.split(sep).join("/"), `${found.mtimeMs} ${found.size} ${found.ino}`];
}

function differing(before: Snapshot, after: Snapshot): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
}
