/** What each script says at its end: its thresholds for a person, and all of it for make load-test. */

/** For `options.summaryTrendStats`: all that our thresholds ask of a trend. */
export const TREND_STATS = ["avg", "min", "med", "max", "p(95)", "p(99)"];

/**
 * k6 2 hands over another shape unless K6_NEW_MACHINE_READABLE_SUMMARY is false, which make load-test sets.
 * @typedef {object} Data
 * @property {Record<string, { values: Record<string, number>, thresholds?: Record<string, { ok: boolean }> }>} metrics
 */

/**
 * @param {Data} data
 * @returns {Record<string, string>}
 */
export function handleSummary(data) {
  const file = __ENV.SUMMARY;
  return { ...(file && { [file]: JSON.stringify(data) }), stdout: `${linesOf(data).join("\n")}\n` };
}

/** @param {Data} data */
function linesOf({ metrics }) {
  if (Array.isArray(metrics)) return ["Set K6_NEW_MACHINE_READABLE_SUMMARY=false to see the thresholds here."];
  /** @type {string[]} */
  const lines = [];
  for (const [name, { values, thresholds }] of Object.entries(metrics))
    for (const [expression, { ok }] of Object.entries(thresholds || {}))
      lines.push(`${ok ? "✓" : "✗"} ${name} ${expression}: ${seen(values, expression)}`);
  return lines;
}

/**
 * The value that an expression is about.
 * @param {Record<string, number>} values
 * @param {string} expression
 */
function seen(values, expression) {
  const value = values[expression.replace(/\s*[<>=!].*/, "")];
  return value === undefined ? "not in the summary" : Math.round(value * 1000) / 1000;
}
