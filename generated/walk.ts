// Generated from the contract. Edit openapi.yaml, then run make generate.
import type { WalkedOperation } from "#contract/walk";

export const walk: readonly WalkedOperation[] = [
  {
    id: "createUser",
    method: "POST",
    path: "/users",
    security: [],
    organizationScoped: false,
    parameters: [],
    bodies: [
      {
        mediaType: "application/json",
        kind: "json",
        examples: [
          {
            name: "person",
            value: { email: "ada@example.com", password: "correct horse battery staple", name: "Ada Lovelace" },
          },
        ],
      },
    ],
    answers: [{ status: 202, content: [] }],
    problems: [
      "bad_request",
      "request_timeout",
      "body_too_large",
      "invalid_request",
      "unsupported_media_type",
      "rate_limited",
      "internal",
      "unavailable",
    ],
    links: [],
  },
  {
    id: "getMe",
    method: "GET",
    path: "/me",
    security: [{ session: ["profile:read"] }, { sessionCookie: ["profile:read"] }],
    organizationScoped: false,
    parameters: [],
    bodies: [],
    answers: [
      {
        status: 200,
        content: [
          {
            mediaType: "application/json",
            examples: [
              {
                name: "ada",
                value: {
                  id: "0199d1a0-1111-7a52-8f11-3f0f6a1b2c3d",
                  email: "ada@example.com",
                  name: "Ada Lovelace",
                  createdAt: "2026-11-24T09:00:00.000Z",
                  updatedAt: "2026-11-24T09:00:00.000Z",
                },
              },
            ],
          },
        ],
      },
    ],
    problems: [
      "bad_request",
      "unauthenticated",
      "forbidden",
      "not_acceptable",
      "body_too_large",
      "invalid_request",
      "rate_limited",
      "internal",
      "unavailable",
    ],
    links: [
      { answer: 200, name: "change", operationId: "updateMe", parameters: { "If-Match": "$response.header.ETag" } },
    ],
  },
  {
    id: "updateMe",
    method: "PATCH",
    path: "/me",
    security: [{ session: ["profile:write"] }, { sessionCookie: ["profile:write"] }],
    organizationScoped: false,
    parameters: [],
    bodies: [
      { mediaType: "application/json", kind: "json", examples: [{ name: "rename", value: { name: "Ada King" } }] },
    ],
    answers: [
      {
        status: 200,
        content: [
          {
            mediaType: "application/json",
            examples: [
              {
                name: "ada",
                value: {
                  id: "0199d1a0-1111-7a52-8f11-3f0f6a1b2c3d",
                  email: "ada@example.com",
                  name: "Ada Lovelace",
                  createdAt: "2026-11-24T09:00:00.000Z",
                  updatedAt: "2026-11-24T09:00:00.000Z",
                },
              },
            ],
          },
        ],
      },
    ],
    problems: [
      "bad_request",
      "unauthenticated",
      "forbidden",
      "not_acceptable",
      "request_timeout",
      "precondition_failed",
      "body_too_large",
      "invalid_request",
      "unsupported_media_type",
      "precondition_required",
      "rate_limited",
      "internal",
      "unavailable",
    ],
    links: [
      { answer: 200, name: "change", operationId: "updateMe", parameters: { "If-Match": "$response.header.ETag" } },
    ],
  },
  {
    id: "listSessions",
    method: "GET",
    path: "/sessions",
    security: [{ session: ["session:read"] }, { sessionCookie: ["session:read"] }],
    organizationScoped: false,
    parameters: [],
    bodies: [],
    answers: [
      {
        status: 200,
        content: [
          {
            mediaType: "application/json",
            examples: [
              {
                name: "two",
                value: {
                  items: [
                    {
                      id: "0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d",
                      current: true,
                      userAgent: "Mozilla/5.0",
                      createdAt: "2026-11-24T09:00:00.000Z",
                      lastUsedAt: "2026-11-24T09:12:00.000Z",
                      expiresAt: "2026-12-24T09:12:00.000Z",
                    },
                    {
                      id: "0199d1a0-2222-7a52-8f11-3f0f6a1b2c3d",
                      current: false,
                      userAgent: null,
                      createdAt: "2026-11-23T09:00:00.000Z",
                      lastUsedAt: "2026-11-23T09:00:00.000Z",
                      expiresAt: "2026-12-23T09:00:00.000Z",
                    },
                  ],
                  nextCursor: null,
                },
              },
            ],
          },
        ],
      },
    ],
    problems: [
      "bad_request",
      "unauthenticated",
      "forbidden",
      "not_acceptable",
      "body_too_large",
      "invalid_request",
      "rate_limited",
      "internal",
      "unavailable",
    ],
    links: [
      { answer: 200, name: "next", operationId: "listSessions", parameters: { cursor: "$response.body#/nextCursor" } },
      {
        answer: 200,
        name: "revoke",
        operationId: "revokeSession",
        parameters: { sessionId: "$response.body#/items/0/id" },
      },
    ],
  },
  {
    id: "createSession",
    method: "POST",
    path: "/sessions",
    security: [],
    organizationScoped: false,
    parameters: [],
    bodies: [
      {
        mediaType: "application/json",
        kind: "json",
        examples: [
          { name: "program", value: { email: "ada@example.com", password: "correct horse battery staple" } },
          {
            name: "browser",
            value: { email: "ada@example.com", password: "correct horse battery staple", transport: "cookie" },
          },
        ],
      },
    ],
    answers: [
      {
        status: 201,
        content: [
          {
            mediaType: "application/json",
            examples: [
              {
                name: "bearer",
                value: {
                  transport: "bearer",
                  sessionId: "0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d",
                  accessToken: "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl",
                  expiresIn: 900,
                  refreshToken: "gwr_3Jq8mX0p5VfYw1rT7nKzB2cDhLsEuAoG9iQx4vNyMtk",
                },
              },
              {
                name: "cookie",
                value: { transport: "cookie", sessionId: "0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d", expiresIn: 900 },
              },
            ],
          },
        ],
      },
    ],
    problems: [
      "bad_request",
      "not_acceptable",
      "request_timeout",
      "body_too_large",
      "invalid_request",
      "unsupported_media_type",
      "rate_limited",
      "internal",
      "unavailable",
      "invalid_credentials",
    ],
    links: [
      {
        answer: 201,
        name: "revoke",
        operationId: "revokeSession",
        parameters: { sessionId: "$response.body#/sessionId" },
      },
    ],
  },
  {
    id: "revokeSession",
    method: "DELETE",
    path: "/sessions/{sessionId}",
    security: [{ session: ["session:write"] }, { sessionCookie: ["session:write"] }],
    organizationScoped: false,
    parameters: [{ name: "sessionId", in: "path", required: true, kind: "uuid" }],
    bodies: [],
    answers: [{ status: 204, content: [] }],
    problems: [
      "bad_request",
      "unauthenticated",
      "forbidden",
      "not_found",
      "body_too_large",
      "invalid_request",
      "rate_limited",
      "internal",
      "unavailable",
    ],
    links: [],
  },
  {
    id: "deleteSession",
    method: "DELETE",
    path: "/session",
    security: [{ session: ["session:write"] }, { sessionCookie: ["session:write"] }],
    organizationScoped: false,
    parameters: [],
    bodies: [],
    answers: [{ status: 204, content: [] }],
    problems: [
      "bad_request",
      "unauthenticated",
      "forbidden",
      "body_too_large",
      "invalid_request",
      "rate_limited",
      "internal",
      "unavailable",
    ],
    links: [],
  },
  {
    id: "refreshSession",
    method: "POST",
    path: "/session/refresh",
    security: [],
    organizationScoped: false,
    parameters: [{ name: "__Host-refresh", in: "cookie", required: false, kind: "string" }],
    bodies: [
      {
        mediaType: "application/json",
        kind: "json",
        examples: [
          { name: "browser", value: { transport: "cookie" } },
          {
            name: "program",
            value: { transport: "bearer", refreshToken: "gwr_3Jq8mX0p5VfYw1rT7nKzB2cDhLsEuAoG9iQx4vNyMtk" },
          },
        ],
      },
    ],
    answers: [
      {
        status: 200,
        content: [
          {
            mediaType: "application/json",
            examples: [
              {
                name: "bearer",
                value: {
                  transport: "bearer",
                  sessionId: "0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d",
                  accessToken: "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl",
                  expiresIn: 900,
                  refreshToken: "gwr_3Jq8mX0p5VfYw1rT7nKzB2cDhLsEuAoG9iQx4vNyMtk",
                },
              },
              {
                name: "cookie",
                value: { transport: "cookie", sessionId: "0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d", expiresIn: 900 },
              },
            ],
          },
        ],
      },
    ],
    problems: [
      "bad_request",
      "forbidden",
      "not_acceptable",
      "request_timeout",
      "body_too_large",
      "invalid_request",
      "unsupported_media_type",
      "rate_limited",
      "internal",
      "unavailable",
      "invalid_refresh_token",
      "refresh_token_reused",
    ],
    links: [],
  },
  {
    id: "getLiveness",
    method: "GET",
    path: "/health/live",
    security: [],
    organizationScoped: false,
    parameters: [],
    bodies: [],
    answers: [
      {
        status: 200,
        content: [{ mediaType: "application/json", examples: [{ name: "alive", value: { status: "ok" } }] }],
      },
    ],
    problems: [
      "bad_request",
      "not_acceptable",
      "body_too_large",
      "invalid_request",
      "rate_limited",
      "internal",
      "unavailable",
    ],
    links: [],
  },
  {
    id: "getReadiness",
    method: "GET",
    path: "/health/ready",
    security: [],
    organizationScoped: false,
    parameters: [],
    bodies: [],
    answers: [
      {
        status: 200,
        content: [{ mediaType: "application/json", examples: [{ name: "ready", value: { status: "ok" } }] }],
      },
    ],
    problems: [
      "bad_request",
      "not_acceptable",
      "body_too_large",
      "invalid_request",
      "rate_limited",
      "internal",
      "unavailable",
      "not_ready",
    ],
    links: [],
  },
  {
    id: "getStartup",
    method: "GET",
    path: "/health/startup",
    security: [],
    organizationScoped: false,
    parameters: [],
    bodies: [],
    answers: [
      {
        status: 200,
        content: [{ mediaType: "application/json", examples: [{ name: "started", value: { status: "ok" } }] }],
      },
    ],
    problems: [
      "bad_request",
      "not_acceptable",
      "body_too_large",
      "invalid_request",
      "rate_limited",
      "internal",
      "unavailable",
      "not_ready",
    ],
    links: [],
  },
  {
    id: "getMetrics",
    method: "GET",
    path: "/metrics",
    security: [],
    organizationScoped: false,
    parameters: [],
    bodies: [],
    answers: [
      {
        status: 200,
        content: [
          {
            mediaType: "text/plain",
            examples: [
              {
                name: "one",
                value:
                  "# HELP http_requests_in_flight Requests that have not ended.\n# TYPE http_requests_in_flight gauge\nhttp_requests_in_flight 1\n",
              },
            ],
          },
        ],
      },
    ],
    problems: [
      "bad_request",
      "not_acceptable",
      "body_too_large",
      "invalid_request",
      "rate_limited",
      "internal",
      "unavailable",
    ],
    links: [],
  },
  {
    id: "getOpenApi",
    method: "GET",
    path: "/openapi.json",
    security: [],
    organizationScoped: false,
    parameters: [],
    bodies: [],
    answers: [
      {
        status: 200,
        content: [
          {
            mediaType: "application/json",
            examples: [
              {
                name: "begin",
                value: {
                  openapi: "3.1.0",
                  info: {},
                  servers: [],
                  tags: [],
                  "x-roles": {},
                  "x-rate-limits": {},
                  "x-problems": {},
                  paths: {},
                  components: {},
                },
              },
            ],
          },
        ],
      },
    ],
    problems: [
      "bad_request",
      "not_acceptable",
      "body_too_large",
      "invalid_request",
      "rate_limited",
      "internal",
      "unavailable",
    ],
    links: [],
  },
  {
    id: "getOpenApiYaml",
    method: "GET",
    path: "/openapi.yaml",
    security: [],
    organizationScoped: false,
    parameters: [],
    bodies: [],
    answers: [
      {
        status: 200,
        content: [
          {
            mediaType: "application/yaml",
            examples: [{ name: "begin", value: "openapi: 3.1.0\ninfo:\n  title: Groundwork\n" }],
          },
        ],
      },
    ],
    problems: [
      "bad_request",
      "not_acceptable",
      "body_too_large",
      "invalid_request",
      "rate_limited",
      "internal",
      "unavailable",
    ],
    links: [],
  },
  {
    id: "getJwks",
    method: "GET",
    path: "/.well-known/jwks.json",
    security: [],
    organizationScoped: false,
    parameters: [],
    bodies: [],
    answers: [
      {
        status: 200,
        content: [
          {
            mediaType: "application/json",
            examples: [
              {
                name: "one",
                value: {
                  keys: [
                    {
                      kty: "EC",
                      crv: "P-256",
                      alg: "ES256",
                      use: "sig",
                      kid: "0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d",
                      x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                      y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
                    },
                  ],
                },
              },
            ],
          },
        ],
      },
    ],
    problems: [
      "bad_request",
      "not_acceptable",
      "body_too_large",
      "invalid_request",
      "rate_limited",
      "internal",
      "unavailable",
    ],
    links: [],
  },
  {
    id: "getReference",
    method: "GET",
    path: "/docs",
    security: [],
    organizationScoped: false,
    parameters: [],
    bodies: [],
    answers: [
      {
        status: 200,
        content: [
          { mediaType: "text/html", examples: [{ name: "begin", value: '<!DOCTYPE html>\n<html lang="en">\n' }] },
        ],
      },
    ],
    problems: [
      "bad_request",
      "not_acceptable",
      "body_too_large",
      "invalid_request",
      "rate_limited",
      "internal",
      "unavailable",
    ],
    links: [],
  },
  {
    id: "getReferenceAsset",
    method: "GET",
    path: "/docs/{asset}",
    security: [],
    organizationScoped: false,
    parameters: [{ name: "asset", in: "path", required: true, kind: "literal" }],
    bodies: [],
    answers: [
      {
        status: 200,
        content: [
          { mediaType: "text/javascript", examples: [] },
          { mediaType: "text/css", examples: [] },
        ],
      },
    ],
    problems: [
      "bad_request",
      "not_found",
      "not_acceptable",
      "body_too_large",
      "invalid_request",
      "rate_limited",
      "internal",
      "unavailable",
    ],
    links: [],
  },
  {
    id: "getProblem",
    method: "GET",
    path: "/problems/{code}",
    security: [],
    organizationScoped: false,
    parameters: [{ name: "code", in: "path", required: true, kind: "string" }],
    bodies: [],
    answers: [
      {
        status: 200,
        content: [
          { mediaType: "text/html", examples: [{ name: "begin", value: '<!doctype html>\n<html lang="en">\n' }] },
        ],
      },
    ],
    problems: [
      "bad_request",
      "not_found",
      "not_acceptable",
      "body_too_large",
      "invalid_request",
      "rate_limited",
      "internal",
      "unavailable",
    ],
    links: [],
  },
];
