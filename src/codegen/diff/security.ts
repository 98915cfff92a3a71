import type { SecurityAlternative } from "#contract/operation";
import type { OperationModel } from "../model.ts";
import { type Changes, inside, type Spot } from "./changes.ts";

/** Who may call: somebody more is a danger, somebody less breaks. The same change can be both. */
export function compareSecurity(changes: Changes, spot: Spot, before: OperationModel, after: OperationModel): void {
  const [was, is] = [alternativesOf(before), alternativesOf(after)];
  const at = inside(spot, "security");
  const admits = (asked: readonly SecurityAlternative[], held: SecurityAlternative) =>
    asked.some((alternative) => satisfies(held, alternative));
  if (is.some((held) => !admits(was, held))) changes.add("danger", at, textOf(was), textOf(is));
  if (was.some((held) => !admits(is, held))) changes.add("breaking", at, textOf(was), textOf(is));
  if (before.organizationScoped && !after.organizationScoped) {
    changes.add("danger", inside(spot, "organizationId"), "members only", "absent");
  }
}

/** To ask for nothing is the one alternative of a public operation. */
const alternativesOf = ({ security }: OperationModel) => (security.length === 0 ? [{}] : security);

/** Whether who has just these credentials and scopes has all that is asked for. */
const satisfies = (held: SecurityAlternative, asked: SecurityAlternative) =>
  Object.entries(asked).every(([scheme, scopes]) => {
    const granted = held[scheme];
    return granted !== undefined && scopes.every((scope) => granted.includes(scope));
  });

const textOf = (alternatives: readonly SecurityAlternative[]) =>
  alternatives
    .map((alternative) =>
      Object.entries(alternative)
        .map(([scheme, scopes]) => `${scheme}[${scopes.join(", ")}]`)
        .join(" and "),
    )
    .join(" or ") || "public";
