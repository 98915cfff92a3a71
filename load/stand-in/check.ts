/** The module k6, without `sleep`: it would stop every virtual user. Wait with `setTimeout` of k6/timers. */
import type { Checkers } from "k6";
import type { Tags } from "./registry";
import type { VirtualUser } from "./virtual-user";

export const checkModule = (user: VirtualUser) =>
  ({
    check<VT>(value: VT, sets: Checkers<VT>, tags: object = {}): boolean {
      let all = true;
      for (const [name, isRight] of Object.entries(sets)) {
        const passed = judged(user, name, tags as Tags, () => isRight(value));
        all &&= passed;
      }
      return all;
    },

    fail(message = ""): never {
      throw new Error(message);
    },

    /** Only for functions that do not wait, as in k6. */
    group<RT>(name: string, work: () => RT): RT {
      const [outer, begun] = [user.group, performance.now()];
      user.group = `${outer}::${name}`;
      try {
        const result = work();
        if (result instanceof Promise) throw new Error("group() takes no async function.");
        return result;
      } finally {
        const { group_duration } = user.test.registry.builtIn;
        user.test.registry.add([[group_duration, performance.now() - begun]], user.sampleTags());
        user.group = outer;
      }
    },
  }) satisfies Pick<typeof import("k6"), "check" | "fail" | "group">;

/** A check that throws has failed, and its iteration with it. */
function judged(user: VirtualUser, name: string, tags: Tags, isRight: () => boolean): boolean {
  let passed = false;
  try {
    passed = Boolean(isRight());
  } finally {
    const { checks } = user.test.registry.builtIn;
    user.test.registry.add([[checks, passed ? 1 : 0]], { ...user.sampleTags(), ...tags, check: name });
    user.test.countCheck(user.group, name, passed);
  }
  return passed;
}
