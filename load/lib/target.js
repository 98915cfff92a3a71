/**
 * What a script is run against: the server and whom it knows. make load-test gives both; docs/load-tests.md says how to
 * give them by hand.
 */

/**
 * @typedef {object} Organization
 * @property {string} id
 * @property {string} owner Name of a person below
 * @property {string} memberId A member whom nothing depends on
 */

/**
 * @typedef {object} Seed
 * @property {string} password Everybody's
 * @property {Record<string, string>} people Name to e-mail address
 * @property {Record<string, Organization>} organizations
 */

if (!__ENV.BASE_URL || !__ENV.SEED) throw new Error("BASE_URL and SEED are missing: run make load-test.");

/** Scheme, host and port. */
export const origin = __ENV.BASE_URL;

/** @type {Seed} */
export const seed = JSON.parse(open(__ENV.SEED));

/** Empty where nobody said where the metrics of the server are. */
export const metricsUrl = __ENV.METRICS_URL || "";

/** @param {string} name */
export function organization(name) {
  const found = seed.organizations[name];
  if (!found) throw new Error(`The seed has no organization ${name}.`);
  return found;
}

/** @param {string} name */
export function email(name) {
  const found = seed.people[name];
  if (!found) throw new Error(`The seed has no person ${name}.`);
  return found;
}
