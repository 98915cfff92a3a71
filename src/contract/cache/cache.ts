import { AnswerCache } from "#contract/cache/answers";
import { Changes, type ChangesOptions } from "#contract/cache/changes";
import type { Clock } from "#lib/clock";

export interface CacheOptions extends Omit<ChangesOptions, "onChanged"> {
  readonly clock: Clock;
  /** What kept answers may weigh together. */
  readonly maxBytes: number;
}

/** What this process keeps of its answers, and what tells it that they are worth nothing any more. */
export class Cache {
  readonly answers: AnswerCache;
  readonly changes: Changes;

  constructor({ clock, maxBytes, ...options }: CacheOptions) {
    this.answers = new AnswerCache({ clock, maxBytes });
    this.changes = new Changes({
      ...options,
      onChanged: (tags) => (tags === null ? this.answers.forgetAll() : this.answers.forget(tags)),
    });
  }
}
