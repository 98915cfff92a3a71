/** Which revision to compare with, and the contract as it was there. */
import { basename, dirname } from "node:path";

export interface Base {
  readonly commit: string;
  /** As a person calls it: "v1.2.0", or what was given. */
  readonly name: string;
}

const WHAT_TO_GIVE = "give a tag, a branch or a commit, as in make contract-diff BASE=HEAD~1";

/**
 * The revision that was given; else, in CI, where this branch left the base branch; else the last release. A sentence
 * where there is none.
 */
export function chooseBase(folder: string, given: string, inCi: boolean): Base | string {
  if (given) {
    const commit = git(folder, "rev-parse", "--verify", "--quiet", `${given}^{commit}`);
    return commit ? { commit, name: given } : `Git knows no revision \`${given}\` here: ${WHAT_TO_GIVE}.`;
  }
  const fork = inCi ? baseBranch(folder) : undefined;
  // On the base branch itself, what is new is what is new since the last release.
  if (fork && fork.commit !== git(folder, "rev-parse", "HEAD")) return fork;
  const sought = inCi ? "no branch origin/main or main, and no tag that begins with v" : "no tag that begins with v";
  return lastRelease(folder) ?? fork ?? `There is nothing to compare with, ${sought}: ${WHAT_TO_GIVE}.`;
}

function baseBranch(folder: string): Base | undefined {
  for (const branch of ["origin/main", "main"]) {
    const commit = git(folder, "merge-base", "HEAD", branch);
    if (commit) return { commit, name: branch };
  }
  return undefined;
}

function lastRelease(folder: string): Base | undefined {
  const name = git(folder, "describe", "--tags", "--abbrev=0", "--match", "v*");
  return name === undefined ? undefined : { commit: git(folder, "rev-parse", `${name}^{commit}`)!, name };
}

/** The text of a file of the working tree as it was at a commit. Undefined where it was not there. */
export const readAt = (commit: string, file: string) => git(dirname(file), "show", `${commit}:./${basename(file)}`);

/** What git prints, without the last line's end; undefined where it fails. */
function git(folder: string, ...args: string[]): string | undefined {
  const { exitCode, stdout } = Bun.spawnSync(["git", "-C", folder, ...args], { stdout: "pipe", stderr: "ignore" });
  return exitCode === 0 ? stdout.toString().trimEnd() : undefined;
}
