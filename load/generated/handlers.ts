// Generated from the contract. Edit openapi.yaml, then run make generate.
import type { PageInput } from "#contract/context";
import type { Kept, MaybePromise } from "#contract/handler";
import type { Problem } from "#contract/problem";
import type { Context } from "../context";
import type { FilePage, Greeting, Id, NewFile, StoredFile } from "./types";

/**
 * One function for each operation, by its id. It gets what the contract declares, checked, and returns one of the
 * declared answers or one of the declared problems.
 */
export interface Handlers {
  /** GET /greeting: The least that an operation can do */
  getGreeting: (ctx: Context<"public">, input: GetGreetingInput) => MaybePromise<GetGreetingResult>;
  /** GET /files: List my files */
  listFiles: (ctx: Context<"session">, input: ListFilesInput) => MaybePromise<ListFilesResult>;
  /** POST /files: Add a file */
  createFile: (ctx: Context<"session">, input: CreateFileInput) => MaybePromise<CreateFileResult>;
  /** GET /files/cached: List my files, from what is kept */
  listCachedFiles: (ctx: Kept<Context<"session">>, input: ListCachedFilesInput) => MaybePromise<ListCachedFilesResult>;
  /** GET /files/{fileId}: Read one of my files */
  getFile: (ctx: Context<"session">, input: GetFileInput) => MaybePromise<GetFileResult>;
}

/** Problems that every operation can answer with. */
type Always =
  | "bad_request"
  | "not_acceptable"
  | "body_too_large"
  | "invalid_request"
  | "rate_limited"
  | "internal"
  | "unavailable";

export type GetGreetingInput = Record<string, never>;

export type GetGreetingResult = { status: 200; body: Greeting } | Problem<Always>;

export interface ListFilesInput {
  page: PageInput;
}

export type ListFilesResult = { status: 200; body: FilePage } | Problem<"unauthenticated" | "forbidden" | Always>;

export interface CreateFileInput {
  body: NewFile;
}

export type CreateFileResult =
  | { status: 201; body: StoredFile; about?: string; organization?: string }
  | Problem<"unauthenticated" | "forbidden" | "request_timeout" | "unsupported_media_type" | Always>;

export interface ListCachedFilesInput {
  page: PageInput;
}

export type ListCachedFilesResult = { status: 200; body: FilePage } | Problem<"unauthenticated" | "forbidden" | Always>;

export interface GetFileInput {
  path: { fileId: Id };
}

export type GetFileResult =
  | { status: 200; body: StoredFile }
  | Problem<"unauthenticated" | "forbidden" | "not_found" | Always>;
