// Generated from the contract. Edit openapi.yaml, then run make generate.
import type { CompiledContract } from "#contract/operation";
import * as schemas from "./schemas";
import * as validators from "./validators";

export const contract: CompiledContract = {
  operations: [
    /** The least that an operation can do */
    {
      id: "getGreeting",
      method: "GET",
      path: "/greeting",
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
        freshMs: null,
        transaction: "none",
        precondition: "none",
        idempotency: "none",
        cache: null,
        page: null,
        audit: null,
        response: "enforce",
        listener: "public",
      },
      parameters: [],
      answers: {
        200: {
          content: {
            "application/json": {
              kind: "json",
              body: { check: validators.isGreeting, schema: schemas.Greeting },
              defaults: false,
            },
          },
          headers: {},
        },
      },
      problems: [
        "bad_request",
        "not_acceptable",
        "body_too_large",
        "invalid_request",
        "rate_limited",
        "internal",
        "unavailable",
      ],
    },
    /** List my files */
    {
      id: "listFiles",
      method: "GET",
      path: "/files",
      security: [{ session: ["file:read"] }],
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
        freshMs: null,
        transaction: "none",
        precondition: "none",
        idempotency: "none",
        cache: null,
        page: { maximum: 100, default: 50 },
        audit: null,
        response: "enforce",
        listener: "public",
      },
      parameters: [
        { name: "limit", in: "query", required: false, type: "integer" },
        { name: "cursor", in: "query", required: false, type: "string" },
      ],
      input: { check: validators.isListFilesParameters, schema: schemas.ListFilesParameters },
      answers: {
        200: {
          content: {
            "application/json": {
              kind: "json",
              body: { check: validators.isFilePage, schema: schemas.FilePage },
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
        "body_too_large",
        "invalid_request",
        "rate_limited",
        "internal",
        "unavailable",
      ],
    },
    /** Add a file */
    {
      id: "createFile",
      method: "POST",
      path: "/files",
      security: [{ session: ["file:write"] }],
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
        freshMs: null,
        transaction: "pipeline",
        precondition: "none",
        idempotency: "none",
        cache: null,
        page: null,
        audit: { event: "file.created", fields: [{ in: "body", at: ["name"] }], answers: {}, problems: {} },
        response: "enforce",
        listener: "public",
      },
      parameters: [],
      body: {
        required: true,
        content: {
          "application/json": {
            kind: "json",
            body: { check: validators.isNewFile, schema: schemas.NewFile },
            defaults: false,
          },
        },
      },
      answers: {
        201: {
          content: {
            "application/json": {
              kind: "json",
              body: { check: validators.isStoredFile, schema: schemas.StoredFile },
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
        "request_timeout",
        "body_too_large",
        "invalid_request",
        "unsupported_media_type",
        "rate_limited",
        "internal",
        "unavailable",
      ],
    },
    /** Read one of my files */
    {
      id: "getFile",
      method: "GET",
      path: "/files/{fileId}",
      security: [{ session: ["file:read"] }],
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
        freshMs: null,
        transaction: "none",
        precondition: "none",
        idempotency: "none",
        cache: null,
        page: null,
        audit: null,
        response: "enforce",
        listener: "public",
      },
      parameters: [{ name: "fileId", in: "path", required: true, type: "uuid" }],
      input: { check: validators.isFileIdPath, schema: schemas.FileIdPath },
      answers: {
        200: {
          content: {
            "application/json": {
              kind: "json",
              body: { check: validators.isStoredFile, schema: schemas.StoredFile },
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
        "not_found",
        "not_acceptable",
        "body_too_large",
        "invalid_request",
        "rate_limited",
        "internal",
        "unavailable",
      ],
    },
  ],
  securitySchemes: { session: { type: "http", scheme: "bearer" } },
  roles: { self: ["file:read", "file:write"] },
};
