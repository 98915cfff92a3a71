// Generated from the contract. Edit openapi.yaml, then run make generate.
import type { CompiledContract } from "#contract/operation";
import * as schemas from "./schemas";
import * as validators from "./validators";

export const contract: CompiledContract = {
  operations: [
    /** Register */
    {
      id: "createUser",
      method: "POST",
      path: "/users",
      security: [],
      organizationScoped: false,
      deprecated: false,
      policy: {
        rateLimit: { name: "registration", address: { count: 20, perSeconds: 60 } },
        bodyLimitBytes: 4096,
        timeoutMs: 10000,
        transaction: "pipeline",
        precondition: "none",
        idempotency: "none",
        cache: null,
        page: null,
        audit: { event: "registration.received", fields: [], problems: {} },
        response: "enforce",
      },
      parameters: [],
      body: {
        required: true,
        content: {
          "application/json": {
            kind: "json",
            body: { check: validators.isRegistration, schema: schemas.Registration },
            defaults: false,
          },
        },
      },
      answers: { 202: { content: {}, headers: {} } },
      problems: [
        "bad_request",
        "request_timeout",
        "body_too_large",
        "unsupported_media_type",
        "invalid_request",
        "rate_limited",
        "internal",
        "unavailable",
      ],
    },
    /** Read my profile */
    {
      id: "getMe",
      method: "GET",
      path: "/me",
      security: [{ session: ["profile:read"] }, { sessionCookie: ["profile:read"] }],
      organizationScoped: false,
      deprecated: false,
      policy: {
        rateLimit: {
          name: "standard",
          caller: { count: 600, perSeconds: 60 },
          address: { count: 1200, perSeconds: 60 },
        },
        bodyLimitBytes: 0,
        timeoutMs: 10000,
        transaction: "none",
        precondition: "none",
        idempotency: "none",
        cache: null,
        page: null,
        audit: null,
        response: "enforce",
      },
      parameters: [],
      answers: {
        200: {
          content: {
            "application/json": {
              kind: "json",
              body: { check: validators.isUser, schema: schemas.User },
              defaults: false,
            },
          },
          headers: { ETag: { required: true, value: { check: validators.isETagHeader, schema: schemas.ETagHeader } } },
        },
      },
      problems: [
        "bad_request",
        "unauthenticated",
        "forbidden",
        "not_acceptable",
        "rate_limited",
        "internal",
        "unavailable",
      ],
    },
    /** Change my profile */
    {
      id: "updateMe",
      method: "PATCH",
      path: "/me",
      security: [{ session: ["profile:write"] }, { sessionCookie: ["profile:write"] }],
      organizationScoped: false,
      deprecated: false,
      policy: {
        rateLimit: {
          name: "standard",
          caller: { count: 600, perSeconds: 60 },
          address: { count: 1200, perSeconds: 60 },
        },
        bodyLimitBytes: 4096,
        timeoutMs: 10000,
        transaction: "pipeline",
        precondition: "required",
        idempotency: "none",
        cache: null,
        page: null,
        audit: { event: "user.updated", fields: [{ in: "body", at: ["name"] }], problems: {} },
        response: "enforce",
      },
      parameters: [],
      body: {
        required: true,
        content: {
          "application/json": {
            kind: "json",
            body: { check: validators.isProfileChange, schema: schemas.ProfileChange },
            defaults: false,
          },
        },
      },
      answers: {
        200: {
          content: {
            "application/json": {
              kind: "json",
              body: { check: validators.isUser, schema: schemas.User },
              defaults: false,
            },
          },
          headers: { ETag: { required: true, value: { check: validators.isETagHeader, schema: schemas.ETagHeader } } },
        },
      },
      problems: [
        "bad_request",
        "unauthenticated",
        "forbidden",
        "not_acceptable",
        "request_timeout",
        "precondition_failed",
        "body_too_large",
        "unsupported_media_type",
        "invalid_request",
        "precondition_required",
        "rate_limited",
        "internal",
        "unavailable",
      ],
    },
    /** See where I am logged in */
    {
      id: "listSessions",
      method: "GET",
      path: "/sessions",
      security: [{ session: ["session:read"] }, { sessionCookie: ["session:read"] }],
      organizationScoped: false,
      deprecated: false,
      policy: {
        rateLimit: {
          name: "standard",
          caller: { count: 600, perSeconds: 60 },
          address: { count: 1200, perSeconds: 60 },
        },
        bodyLimitBytes: 0,
        timeoutMs: 10000,
        transaction: "none",
        precondition: "none",
        idempotency: "none",
        cache: null,
        page: { maximum: 100, default: 20 },
        audit: null,
        response: "enforce",
      },
      parameters: [
        { name: "limit", in: "query", required: false, type: "integer" },
        { name: "cursor", in: "query", required: false, type: "string" },
      ],
      input: { check: validators.isListSessionsParameters, schema: schemas.ListSessionsParameters },
      answers: {
        200: {
          content: {
            "application/json": {
              kind: "json",
              body: { check: validators.isSessionPage, schema: schemas.SessionPage },
              defaults: false,
            },
          },
          headers: {},
        },
      },
      problems: [
        "bad_request",
        "unauthenticated",
        "forbidden",
        "not_acceptable",
        "invalid_request",
        "rate_limited",
        "internal",
        "unavailable",
      ],
    },
    /** Log in */
    {
      id: "createSession",
      method: "POST",
      path: "/sessions",
      security: [],
      organizationScoped: false,
      deprecated: false,
      policy: {
        rateLimit: { name: "login", address: { count: 20, perSeconds: 60 } },
        bodyLimitBytes: 4096,
        timeoutMs: 10000,
        transaction: "handler",
        precondition: "none",
        idempotency: "none",
        cache: null,
        page: null,
        audit: {
          event: "session.created",
          fields: [{ in: "body", at: ["transport"] }],
          problems: { invalid_credentials: "session.refused" },
        },
        response: "enforce",
      },
      parameters: [],
      body: {
        required: true,
        content: {
          "application/json": {
            kind: "json",
            body: { check: validators.isCredentials, schema: schemas.Credentials },
            defaults: true,
          },
        },
      },
      answers: {
        201: {
          content: {
            "application/json": {
              kind: "json",
              body: { check: validators.isSessionGrant, schema: schemas.SessionGrant },
              defaults: false,
            },
          },
          headers: {
            "Set-Cookie": {
              required: false,
              value: { check: validators.isSetCookieHeader, schema: schemas.SetCookieHeader },
            },
          },
        },
      },
      problems: [
        "bad_request",
        "not_acceptable",
        "request_timeout",
        "body_too_large",
        "unsupported_media_type",
        "invalid_request",
        "rate_limited",
        "internal",
        "unavailable",
        "invalid_credentials",
      ],
    },
    /** End one of my sessions */
    {
      id: "revokeSession",
      method: "DELETE",
      path: "/sessions/{sessionId}",
      security: [{ session: ["session:write"] }, { sessionCookie: ["session:write"] }],
      organizationScoped: false,
      deprecated: false,
      policy: {
        rateLimit: {
          name: "standard",
          caller: { count: 600, perSeconds: 60 },
          address: { count: 1200, perSeconds: 60 },
        },
        bodyLimitBytes: 0,
        timeoutMs: 10000,
        transaction: "pipeline",
        precondition: "none",
        idempotency: "none",
        cache: null,
        page: null,
        audit: { event: "session.revoked", fields: [{ in: "path", at: ["sessionId"] }], problems: {} },
        response: "enforce",
      },
      parameters: [{ name: "sessionId", in: "path", required: true, type: "string" }],
      input: { check: validators.isSessionIdPath, schema: schemas.SessionIdPath },
      answers: { 204: { content: {}, headers: {} } },
      problems: [
        "bad_request",
        "unauthenticated",
        "forbidden",
        "not_found",
        "invalid_request",
        "rate_limited",
        "internal",
        "unavailable",
      ],
    },
    /** Log out */
    {
      id: "deleteSession",
      method: "DELETE",
      path: "/session",
      security: [{ session: ["session:write"] }, { sessionCookie: ["session:write"] }],
      organizationScoped: false,
      deprecated: false,
      policy: {
        rateLimit: {
          name: "standard",
          caller: { count: 600, perSeconds: 60 },
          address: { count: 1200, perSeconds: 60 },
        },
        bodyLimitBytes: 0,
        timeoutMs: 10000,
        transaction: "pipeline",
        precondition: "none",
        idempotency: "none",
        cache: null,
        page: null,
        audit: { event: "session.ended", fields: [], problems: {} },
        response: "enforce",
      },
      parameters: [],
      answers: {
        204: {
          content: {},
          headers: {
            "Set-Cookie": {
              required: false,
              value: { check: validators.isSetCookieHeader, schema: schemas.SetCookieHeader },
            },
          },
        },
      },
      problems: ["bad_request", "unauthenticated", "forbidden", "rate_limited", "internal", "unavailable"],
    },
    /** Stay logged in */
    {
      id: "refreshSession",
      method: "POST",
      path: "/session/refresh",
      security: [],
      organizationScoped: false,
      deprecated: false,
      policy: {
        rateLimit: { name: "refresh", address: { count: 120, perSeconds: 60 } },
        bodyLimitBytes: 4096,
        timeoutMs: 10000,
        transaction: "pipeline",
        precondition: "none",
        idempotency: "none",
        cache: null,
        page: null,
        audit: { event: "session.refreshed", fields: [], problems: { refresh_token_reused: "session.reuse_detected" } },
        response: "enforce",
      },
      parameters: [{ name: "__Host-refresh", in: "cookie", required: false, type: "string" }],
      input: { check: validators.isRefreshSessionParameters, schema: schemas.RefreshSessionParameters },
      body: {
        required: true,
        content: {
          "application/json": {
            kind: "json",
            body: { check: validators.isRefresh, schema: schemas.Refresh },
            defaults: false,
          },
        },
      },
      answers: {
        200: {
          content: {
            "application/json": {
              kind: "json",
              body: { check: validators.isSessionGrant, schema: schemas.SessionGrant },
              defaults: false,
            },
          },
          headers: {
            "Set-Cookie": {
              required: false,
              value: { check: validators.isSetCookieHeader, schema: schemas.SetCookieHeader },
            },
          },
        },
      },
      problems: [
        "bad_request",
        "forbidden",
        "not_acceptable",
        "request_timeout",
        "body_too_large",
        "unsupported_media_type",
        "invalid_request",
        "rate_limited",
        "internal",
        "unavailable",
        "invalid_refresh_token",
        "refresh_token_reused",
      ],
    },
    /** Is the process alive */
    {
      id: "getLiveness",
      method: "GET",
      path: "/health/live",
      security: [],
      organizationScoped: false,
      deprecated: false,
      policy: {
        rateLimit: { name: "probe", address: { count: 6000, perSeconds: 60 } },
        bodyLimitBytes: 0,
        timeoutMs: 10000,
        transaction: "none",
        precondition: "none",
        idempotency: "none",
        cache: null,
        page: null,
        audit: null,
        response: "enforce",
      },
      parameters: [],
      answers: {
        200: {
          content: {
            "application/json": {
              kind: "json",
              body: { check: validators.isHealth, schema: schemas.Health },
              defaults: false,
            },
          },
          headers: {},
        },
      },
      problems: ["bad_request", "not_acceptable", "rate_limited", "internal", "unavailable"],
    },
    /** May traffic be sent here */
    {
      id: "getReadiness",
      method: "GET",
      path: "/health/ready",
      security: [],
      organizationScoped: false,
      deprecated: false,
      policy: {
        rateLimit: { name: "probe", address: { count: 6000, perSeconds: 60 } },
        bodyLimitBytes: 0,
        timeoutMs: 10000,
        transaction: "none",
        precondition: "none",
        idempotency: "none",
        cache: null,
        page: null,
        audit: null,
        response: "enforce",
      },
      parameters: [],
      answers: {
        200: {
          content: {
            "application/json": {
              kind: "json",
              body: { check: validators.isHealth, schema: schemas.Health },
              defaults: false,
            },
          },
          headers: {},
        },
      },
      problems: ["bad_request", "not_acceptable", "rate_limited", "internal", "unavailable", "not_ready"],
    },
    /** Has the server started */
    {
      id: "getStartup",
      method: "GET",
      path: "/health/startup",
      security: [],
      organizationScoped: false,
      deprecated: false,
      policy: {
        rateLimit: { name: "probe", address: { count: 6000, perSeconds: 60 } },
        bodyLimitBytes: 0,
        timeoutMs: 10000,
        transaction: "none",
        precondition: "none",
        idempotency: "none",
        cache: null,
        page: null,
        audit: null,
        response: "enforce",
      },
      parameters: [],
      answers: {
        200: {
          content: {
            "application/json": {
              kind: "json",
              body: { check: validators.isHealth, schema: schemas.Health },
              defaults: false,
            },
          },
          headers: {},
        },
      },
      problems: ["bad_request", "not_acceptable", "rate_limited", "internal", "unavailable", "not_ready"],
    },
    /** Read this contract as JSON */
    {
      id: "getOpenApi",
      method: "GET",
      path: "/openapi.json",
      security: [],
      organizationScoped: false,
      deprecated: false,
      policy: {
        rateLimit: {
          name: "standard",
          caller: { count: 600, perSeconds: 60 },
          address: { count: 1200, perSeconds: 60 },
        },
        bodyLimitBytes: 0,
        timeoutMs: 10000,
        transaction: "none",
        precondition: "none",
        idempotency: "none",
        cache: { scope: "public", maxAgeSeconds: 300, validator: "etag" },
        page: null,
        audit: null,
        response: "off",
      },
      parameters: [],
      answers: {
        200: {
          content: {
            "application/json": {
              kind: "json",
              body: { check: validators.isContract, schema: schemas.Contract },
              defaults: false,
            },
          },
          headers: {},
        },
      },
      problems: ["bad_request", "not_acceptable", "rate_limited", "internal", "unavailable"],
    },
    /** Read this contract as YAML */
    {
      id: "getOpenApiYaml",
      method: "GET",
      path: "/openapi.yaml",
      security: [],
      organizationScoped: false,
      deprecated: false,
      policy: {
        rateLimit: {
          name: "standard",
          caller: { count: 600, perSeconds: 60 },
          address: { count: 1200, perSeconds: 60 },
        },
        bodyLimitBytes: 0,
        timeoutMs: 10000,
        transaction: "none",
        precondition: "none",
        idempotency: "none",
        cache: { scope: "public", maxAgeSeconds: 300, validator: "etag" },
        page: null,
        audit: null,
        response: "enforce",
      },
      parameters: [],
      answers: {
        200: {
          content: {
            "application/yaml": {
              kind: "text",
              body: { check: validators.isGetOpenApiYamlAnswer, schema: schemas.GetOpenApiYamlAnswer },
              defaults: false,
            },
          },
          headers: {},
        },
      },
      problems: ["bad_request", "not_acceptable", "rate_limited", "internal", "unavailable"],
    },
    /** Read the public signing keys */
    {
      id: "getJwks",
      method: "GET",
      path: "/.well-known/jwks.json",
      security: [],
      organizationScoped: false,
      deprecated: false,
      policy: {
        rateLimit: {
          name: "standard",
          caller: { count: 600, perSeconds: 60 },
          address: { count: 1200, perSeconds: 60 },
        },
        bodyLimitBytes: 0,
        timeoutMs: 10000,
        transaction: "none",
        precondition: "none",
        idempotency: "none",
        cache: { scope: "public", maxAgeSeconds: 300, validator: "etag" },
        page: null,
        audit: null,
        response: "enforce",
      },
      parameters: [],
      answers: {
        200: {
          content: {
            "application/json": {
              kind: "json",
              body: { check: validators.isJsonWebKeySet, schema: schemas.JsonWebKeySet },
              defaults: false,
            },
          },
          headers: {},
        },
      },
      problems: ["bad_request", "not_acceptable", "rate_limited", "internal", "unavailable"],
    },
  ],
  securitySchemes: {
    session: { type: "http", scheme: "bearer" },
    sessionCookie: { type: "apiKey", in: "cookie", name: "__Host-session" },
  },
  roles: { self: ["profile:read", "profile:write", "session:read", "session:write"] },
};
