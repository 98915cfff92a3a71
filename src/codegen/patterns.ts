/**
 * Whether a pattern is of the plainest exponential kind: a group that is repeated without end and holds nothing but one
 * thing that is itself repeated without end, such as `(a+)+`, `(?:[a-z]*)*` or `(.+){2,}`. Bun's engine backtracks, so
 * one short input could hold the server for ever. Subtler kinds exist; a maxLength bounds those.
 */
export function isRepetitionOfRepetition(pattern: string): boolean {
  const endless = String.raw`(?:[*+]|\{\d+,\})\??`;
  const atom = String.raw`(?:\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|[^\\()[\]{}*+?|])`;
  return new RegExp(String.raw`\((?:\?:|\?<\w+>)?(?:${atom}${endless})\)${endless}`, "su").test(pattern);
}
