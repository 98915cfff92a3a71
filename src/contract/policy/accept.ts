import type { Stage } from "#contract/call";
import type { Operation } from "#contract/operation";
import { acceptedCodings } from "#contract/policy/coding";
import { parseQuality } from "#contract/policy/quality";
import { pipelineProblem } from "#contract/problem";

/** More ranges than any client sends; what comes after them is not looked at. */
const MAX_RANGES = 50;

/**
 * Whether an answer of success can be of a type (RFC 9110, section 12.5.1) and in a coding (section 12.5.3) that the
 * caller takes. Problems are sent whatever was asked for: a refusal that cannot be read is worse than one of another type.
 */
export const checkAccept: Stage = ({ source, route }) => {
  const { codings, identity } = acceptedCodings(source.field("accept-encoding"));
  if (!identity && (codings.length === 0 || !route.compresses)) return pipelineProblem("not_acceptable");
  const accept = source.field("accept");
  if (accept === null || accept === "" || accept === "*/*") return;
  // Parameters other than q say which variant is wanted; there is one of each type, so they change nothing.
  const ranges = accept.split(",", MAX_RANGES).map(parseQuality);
  if (!route.answerTypes.some((type) => quality(ranges, type) > 0)) return pipelineProblem("not_acceptable");
};

/** Every media type that an answer of success may have. */
export const answerTypesOf = ({ answers }: Operation): readonly string[] => [
  ...new Set(Object.values(answers).flatMap(({ content }) => Object.keys(content))),
];

/** The most specific range decides: "text/html;q=0, *\/*" takes everything but HTML. */
function quality(ranges: readonly ReturnType<typeof parseQuality>[], type: string): number {
  const group = `${type.slice(0, type.indexOf("/"))}/*`;
  for (const wanted of [type, group, "*/*"]) {
    const found = ranges.find(({ name }) => name === wanted);
    if (found) return found.quality;
  }
  return 0;
}
