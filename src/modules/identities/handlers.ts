import { isProblem } from "#contract/problem";
import type { Handlers } from "#generated/handlers";
import {
  completeLink,
  listIdentities as identitiesOf,
  logInWithIdentity,
  startLink,
  startLogin,
  unlink,
} from "./identities";
import { presentIdentity, presentProvider } from "./present";

export const listIdentityProviders: Handlers["listIdentityProviders"] = (ctx) => ({
  status: 200,
  body: { items: ctx.identityProviders.list().map(presentProvider) },
});

export const startFederatedSession: Handlers["startFederatedSession"] = (ctx, { body }) =>
  startLogin(ctx, body.provider);

export const createFederatedSession: Handlers["createFederatedSession"] = (ctx, { body, cookies }) => {
  const { transport, deviceToken = cookies["__Host-device"], ...answer } = body;
  return logInWithIdentity(ctx, { answer, transport, deviceToken });
};

export const listIdentities: Handlers["listIdentities"] = async (ctx) => ({
  status: 200,
  body: { items: (await identitiesOf(ctx)).map(presentIdentity) },
});

export const startIdentityLink: Handlers["startIdentityLink"] = (ctx, { body }) => startLink(ctx, body.provider);

export const completeIdentityLink: Handlers["completeIdentityLink"] = (ctx, { body }) => completeLink(ctx, body);

export const deleteIdentity: Handlers["deleteIdentity"] = async (ctx, { path }) => {
  const refused = await unlink(ctx, path.identityId);
  return isProblem(refused) ? refused : { status: 204 };
};
