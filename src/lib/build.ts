/** What this program is, for metrics, traces and reports. */
export interface Build {
  /** Of package.json. */
  readonly version: string;
  /** Of the source, where whoever built it said so; "unknown" otherwise. */
  readonly revision: string;
  /** Of Bun. */
  readonly runtime: string;
}

export async function readBuild(revision: string): Promise<Build> {
  const { version } = await Bun.file(new URL("../../package.json", import.meta.url)).json();
  return { version, revision, runtime: Bun.version };
}

/** `0.1.0+4f2a91c`: a release as reports name it. */
export const releaseOf = ({ version, revision }: Build): string =>
  revision === UNKNOWN_REVISION ? version : `${version}+${revision}`;

export const UNKNOWN_REVISION = "unknown";
