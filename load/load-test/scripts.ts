/** The scripts, and what make load-test holds of them beyond their own thresholds. */

export const SCRIPTS = ["smoke", "caching", "compression", "login-flood", "writes", "lists", "soak"] as const;
export type ScriptName = (typeof SCRIPTS)[number];

/** In a sentence, for the report; docs/load-tests.md has more. */
export const PROVES: Readonly<Record<ScriptName, string>> = {
  smoke: "Every operation with an objective answers each of its callers, with the headers that the contract promises.",
  caching: "Kept answers are found again, never stale and never somebody else's.",
  compression: "Each coding gives the same answer, smaller, under a tag of its own; secrets are never compressed.",
  "login-flood": "A flood of wrong logins is refused, while everybody else is served in time.",
  writes: "Of many requests with one idempotency key one does the work, and all get its answer.",
  lists: "The first page costs the same in an organization of a million events as in one of a thousand.",
  soak: "Under the load of all objectives the server's memory stays within its bound.",
};

/** All but the long one. */
export const SHORT_SET = SCRIPTS.filter((name) => name !== "soak");

export const isScript = (name: string): name is ScriptName => (SCRIPTS as readonly string[]).includes(name);

/** p95 of the requests with one tag over p95 of those with another, which k6 has no threshold for. */
export interface RatioLimit {
  readonly script: ScriptName;
  readonly operation: string;
  /** Values of the tag `size`. */
  readonly over: string;
  readonly under: string;
  readonly maximum: number;
}

export const RATIO_LIMITS: readonly RatioLimit[] = ["listAuditEvents", "listMembers"].map((operation) => ({
  script: "lists",
  operation,
  over: "large",
  under: "small",
  maximum: 1.3,
}));
