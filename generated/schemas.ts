// Generated from the contract. Edit openapi.yaml, then run make generate.
import { Type as t } from "@sinclair/typebox";

export const Id = t.String({ format: "uuid", maxLength: 36 });

export const Timestamp = t.String({ format: "date-time", maxLength: 30 });

export const Email = t.String({ format: "email", maxLength: 254 });

export const Password = t.String({ format: "password", minLength: 8, maxLength: 256 });

export const Name = t.String({
  pattern: "^[^\\s\\x00-\\x1f\\x7f-\\x9f](?:[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f])?$",
  minLength: 1,
  maxLength: 100,
});

export const RefreshToken = t.String({ pattern: "^gwr_[A-Za-z0-9_-]{43}$", maxLength: 64 });

export const Registration = t.Object({ email: Email, password: Password, name: Name }, { additionalProperties: false });

export const User = t.Object(
  { id: Id, email: Email, name: Name, createdAt: Timestamp, updatedAt: Timestamp },
  { additionalProperties: false },
);

export const ProfileChange = t.Object({ name: t.Optional(Name) }, { minProperties: 1, additionalProperties: false });

export const Transport = t.Union([t.Literal("bearer"), t.Literal("cookie")]);

export const Credentials = t.Object(
  {
    email: Email,
    password: t.String({ format: "password", minLength: 1, maxLength: 256 }),
    transport: t.Optional({ ...Transport, default: "bearer" }),
  },
  { additionalProperties: false },
);

export const BearerRefresh = t.Object(
  { transport: t.Literal("bearer"), refreshToken: RefreshToken },
  { additionalProperties: false },
);

export const CookieRefresh = t.Object({ transport: t.Literal("cookie") }, { additionalProperties: false });

export const Refresh = t.Union([BearerRefresh, CookieRefresh], { discriminator: "transport" });

export const ExpiresIn = t.Integer({ format: "int32", minimum: 1, maximum: 900 });

export const BearerGrant = t.Object(
  {
    transport: t.Literal("bearer"),
    sessionId: Id,
    accessToken: t.String({ maxLength: 4096 }),
    expiresIn: ExpiresIn,
    refreshToken: RefreshToken,
  },
  { additionalProperties: false },
);

export const CookieGrant = t.Object(
  { transport: t.Literal("cookie"), sessionId: Id, expiresIn: ExpiresIn },
  { additionalProperties: false },
);

export const SessionGrant = t.Union([BearerGrant, CookieGrant], { discriminator: "transport" });

export const Session = t.Object(
  {
    id: Id,
    current: t.Boolean(),
    userAgent: t.Union([t.String({ maxLength: 512 }), t.Null()]),
    createdAt: Timestamp,
    lastUsedAt: Timestamp,
    expiresAt: Timestamp,
  },
  { additionalProperties: false },
);

export const SessionPage = t.Object(
  { items: t.Array(Session, { maxItems: 100 }), nextCursor: t.Union([t.String({ maxLength: 512 }), t.Null()]) },
  { additionalProperties: false },
);

export const Health = t.Object({ status: t.Literal("ok") }, { additionalProperties: false });

export const Contract = t.Record(t.String(), t.Unknown());

export const ReferenceAsset = t.Union([t.Literal("swagger-ui-bundle.js"), t.Literal("swagger-ui.css")]);

export const JsonWebKey = t.Object(
  {
    kty: t.Literal("EC"),
    crv: t.Literal("P-256"),
    alg: t.Literal("ES256"),
    use: t.Literal("sig"),
    kid: Id,
    x: t.String({ pattern: "^[A-Za-z0-9_-]{43}$", maxLength: 43 }),
    y: t.String({ pattern: "^[A-Za-z0-9_-]{43}$", maxLength: 43 }),
  },
  { additionalProperties: false },
);

export const JsonWebKeySet = t.Object({ keys: t.Array(JsonWebKey, { maxItems: 16 }) }, { additionalProperties: false });

export const ETagHeader = t.String({ pattern: '^"[!#-~]+"$', maxLength: 64 });

export const ListSessionsParameters = t.Object(
  {
    query: t.Object(
      {
        limit: t.Optional(t.Integer({ format: "int32", minimum: 1, maximum: 100 })),
        cursor: t.Optional(t.String({ pattern: "^[A-Za-z0-9_-]+$", minLength: 1, maxLength: 512 })),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

export const SetCookieHeader = t.Array(t.String({ maxLength: 4096 }), { maxItems: 2 });

export const SessionIdPath = t.Object(
  { path: t.Object({ sessionId: Id }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const RefreshSessionParameters = t.Object(
  { cookie: t.Object({ "__Host-refresh": t.Optional(RefreshToken) }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const GetMetricsAnswer = t.String({ maxLength: 10000000 });

export const GetReferenceAnswer = t.String({ maxLength: 100000 });

export const ContentSecurityPolicyHeader = t.String({ maxLength: 1024 });

export const AssetPath = t.Object(
  { path: t.Object({ asset: ReferenceAsset }, { additionalProperties: false }) },
  { additionalProperties: false },
);

export const ETagHeader2 = t.String({ pattern: '^"[0-9]+"$', maxLength: 64 });

export const CodePath = t.Object(
  {
    path: t.Object(
      { code: t.String({ pattern: "^[a-z][a-z0-9_]*$", maxLength: 64 }) },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
