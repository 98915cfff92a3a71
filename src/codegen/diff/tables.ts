/**
 * What became of the tables that operations share: roles, problems, security schemes, servers. Rate limits are compared
 * where operations name them.
 */
import type { SecurityScheme } from "#contract/operation";
import type { ContractModel } from "../model.ts";
import { inside, paired, spotOf } from "./changes.ts";
import type { Comparison } from "./contract.ts";

export function compareTables(comparison: Comparison): void {
  compareRoles(comparison);
  compareProblemStatuses(comparison);
  compareSchemes(comparison);
  compareServers(comparison);
  compareCacheTags(comparison);
}

/** A role of a new name is nobody's yet. */
function compareRoles({ changes, before, after }: Comparison): void {
  for (const [role, old] of Object.entries(before.model.roles)) {
    const spot = inside(spotOf("x-roles", "x-roles"), role);
    const now = after.model.roles[role];
    if (!now) changes.add("breaking", spot, "declared", "absent");
    for (const [scope, had, has] of paired(old, now ?? old, String)) {
      if (!has) changes.add("breaking", spot, scope, "absent", ...askingFor(before.model, scope));
      if (!had) changes.add("danger", spot, "absent", scope, ...askingFor(after.model, scope));
    }
  }
}

const askingFor = ({ operations }: ContractModel, scope: string) =>
  operations
    .filter(({ security }) => security.some((each) => Object.values(each).flat().includes(scope)))
    .map(({ id }) => id);

function compareProblemStatuses({ changes, before, after }: Comparison): void {
  for (const [code, { status: was }] of Object.entries(before.model.problems)) {
    const is = after.model.problems[code]?.status ?? was;
    const users = after.model.operations.filter(({ problems }) => problems.includes(code)).map(({ id }) => id);
    const spot = inside(spotOf("x-problems", "x-problems"), code, "status");
    if (was !== is) changes.add("breaking", spot, String(was), String(is), ...users);
  }
}

/** One that is gone shows in the operations that took it. */
function compareSchemes({ changes, before, after }: Comparison): void {
  for (const [name, scheme] of Object.entries(before.model.securitySchemes)) {
    const [was, is] = [textOf(scheme), textOf(after.model.securitySchemes[name] ?? scheme)];
    const users = after.model.operations
      .filter(({ security }) => security.some((each) => name in each))
      .map(({ id }) => id);
    if (was !== is) changes.add("breaking", spotOf(name, "components", "securitySchemes", name), was, is, ...users);
  }
}

const textOf = (scheme: SecurityScheme) =>
  scheme.type === "http" ? `http ${scheme.scheme}` : `${scheme.type} in ${scheme.in} ${scheme.name}`;

/** A change is told to whom the tag belonged: answers of others stay as they were until that is told differently too. */
function compareCacheTags({ changes, before, after }: Comparison): void {
  for (const [name, was] of Object.entries(before.model.cacheTags)) {
    const is = after.model.cacheTags[name] ?? was;
    const users = after.model.operations.filter(({ policy }) => policy.cache?.tags.some((tag) => tag.name === name));
    const ids = users.map(({ id }) => id);
    if (was !== is) changes.add("danger", inside(spotOf("x-cache-tags", "x-cache-tags"), name), was, is, ...ids);
  }
}

function compareServers({ changes, before, after }: Comparison): void {
  const now = serversOf(after.model);
  for (const url of serversOf(before.model)) {
    if (!now.includes(url)) changes.add("breaking", spotOf("servers", "servers"), url, "absent");
  }
}

const serversOf = ({ published }: ContractModel) =>
  ((published.servers ?? []) as { url: string }[]).map(({ url }) => url);
