import type { Change, Grade } from "./changes.ts";
import type { Exception } from "./exceptions.ts";

export interface Report {
  /** What is printed for each change, the gravest first. */
  readonly lines: string[];
  /** How many break or endanger somebody and are not reviewed. */
  readonly open: number;
  /** Those that match no change. */
  readonly stale: readonly Exception[];
}

const GRADES: readonly Grade[] = ["breaking", "danger", "notice"];
const USERS_SHOWN = 5;

/** `placeOf` names the file and the line of what the words lead to. */
export function reportOf(
  changes: readonly Change[],
  exceptions: readonly Exception[],
  placeOf: (words: readonly string[]) => string,
): Report {
  const reviewed = new Map(exceptions.map((exception) => [exception.id, exception]));
  const ordered = changes.toSorted((a, b) => GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade));
  const ids = new Set(changes.map(({ id }) => id));
  return {
    lines: ordered.map((change) => {
      const review = reviewed.get(change.id);
      return `${placeOf(change.at)} ${textOf(change)}${review ? ` [reviewed ${review.date}: ${review.reason}]` : ""}`;
    }),
    open: ordered.filter(({ grade, id }) => grade !== "notice" && !reviewed.has(id)).length,
    stale: exceptions.filter(({ id }) => !ids.has(id)),
  };
}

/** `breaking Name in requests /maxLength: 100 -> 50 (createUser, updateMe)` */
export function textOf({ grade, id, users }: Change): string {
  const more = users.length > USERS_SHOWN ? ` and ${users.length - USERS_SHOWN} more` : "";
  return `${grade} ${id}${users.length > 0 ? ` (${users.slice(0, USERS_SHOWN).join(", ")}${more})` : ""}`;
}
