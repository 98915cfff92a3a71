// Generated from the contract. Edit openapi.yaml, then run make generate.
import type { Static } from "@sinclair/typebox";
import type { Holds, Same } from "#contract/same";
import type * as schemas from "./schemas";
import type * as types from "./types";

/** Does not compile where a schema and its type have come apart. */
export type TypeTests = Holds<{
  Id: Same<Static<typeof schemas.Id>, types.Id>;
  Timestamp: Same<Static<typeof schemas.Timestamp>, types.Timestamp>;
  Email: Same<Static<typeof schemas.Email>, types.Email>;
  Password: Same<Static<typeof schemas.Password>, types.Password>;
  Name: Same<Static<typeof schemas.Name>, types.Name>;
  RefreshToken: Same<Static<typeof schemas.RefreshToken>, types.RefreshToken>;
  Registration: Same<Static<typeof schemas.Registration>, types.Registration>;
  User: Same<Static<typeof schemas.User>, types.User>;
  ProfileChange: Same<Static<typeof schemas.ProfileChange>, types.ProfileChange>;
  Transport: Same<Static<typeof schemas.Transport>, types.Transport>;
  Credentials: Same<Static<typeof schemas.Credentials>, types.Credentials>;
  BearerRefresh: Same<Static<typeof schemas.BearerRefresh>, types.BearerRefresh>;
  CookieRefresh: Same<Static<typeof schemas.CookieRefresh>, types.CookieRefresh>;
  Refresh: Same<Static<typeof schemas.Refresh>, types.Refresh>;
  ExpiresIn: Same<Static<typeof schemas.ExpiresIn>, types.ExpiresIn>;
  BearerGrant: Same<Static<typeof schemas.BearerGrant>, types.BearerGrant>;
  CookieGrant: Same<Static<typeof schemas.CookieGrant>, types.CookieGrant>;
  SessionGrant: Same<Static<typeof schemas.SessionGrant>, types.SessionGrant>;
  Session: Same<Static<typeof schemas.Session>, types.Session>;
  SessionPage: Same<Static<typeof schemas.SessionPage>, types.SessionPage>;
  Health: Same<Static<typeof schemas.Health>, types.Health>;
  Contract: Same<Static<typeof schemas.Contract>, types.Contract>;
  ReferenceAsset: Same<Static<typeof schemas.ReferenceAsset>, types.ReferenceAsset>;
  JsonWebKey: Same<Static<typeof schemas.JsonWebKey>, types.JsonWebKey>;
  JsonWebKeySet: Same<Static<typeof schemas.JsonWebKeySet>, types.JsonWebKeySet>;
}>;
