import type { Call, Stage } from "#contract/call";
import type { Caller } from "#contract/context";
import { isUuid } from "#contract/formats";
import { type Problem, pipelineProblem } from "#contract/problem";

/**
 * From here on the caller is who they are in the organization that the path names. One that they do not belong to does
 * not exist for them, and neither does what could not be an organization's id.
 */
export const enterOrganization: Stage = (call) => {
  const { caller, pipeline, route, source } = call;
  if (!caller) return route.security.anonymous;
  const segment = source.segment("organizationId");
  if (segment === null || !isUuid(segment)) return pipelineProblem("not_found");
  const organizationId = segment.toLowerCase();
  const member = pipeline.members(caller, organizationId);
  return member instanceof Promise
    ? member.then((found) => admit(call, organizationId, found))
    : admit(call, organizationId, member);
};

function admit(call: Call, organizationId: string, member: Caller | undefined): Problem | undefined {
  if (!member) return pipelineProblem("not_found");
  call.caller = member;
  call.organizationId = organizationId;
  return;
}
