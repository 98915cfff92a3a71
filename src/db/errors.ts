/** PostgreSQL's unique_violation. The transaction takes nothing more but its rollback. */
const UNIQUE_VIOLATION = "23505";

/** Whether a statement failed because a unique index has what it wrote. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION;
