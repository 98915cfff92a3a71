/** Changes that somebody has reviewed: one a line, with the date and the reason. */
import { formats } from "#contract/formats";

export interface Exception {
  readonly line: number;
  /** The change as it is printed, from its owner to what it is now. */
  readonly id: string;
  readonly date: string;
  readonly reason: string;
}

/** Those that are written as they must be, and the lines that are not. Empty lines and comments with # are passed over. */
export function readExceptions(text: string): { exceptions: Exception[]; refused: number[] } {
  const exceptions: Exception[] = [];
  const refused: number[] = [];
  for (const [index, written] of text.split("\n").entries()) {
    if (written.trim() === "" || written.startsWith("#")) continue;
    const [, id, date, reason] = /^(\S.*?) \[(\d{4}-\d{2}-\d{2})\] (\S.*)$/.exec(written) ?? [];
    if (id && date && reason && formats.date!(date)) exceptions.push({ line: index + 1, id, date, reason });
    else refused.push(index + 1);
  }
  return { exceptions, refused };
}
