import type { CachePolicy, CompiledContract, Operation } from "#contract/operation";

/** Answers are not kept anywhere unless the contract says so (RFC 9111, section 5.2.2). */
export const NO_STORE = "no-store";

/** What the answers of an operation say of being kept; null where none may be. */
export interface CacheHeaders {
  readonly control: string;
  /** What else an answer depends on (RFC 9110, section 12.5.5), besides its coding. */
  readonly vary: string | null;
  readonly tagged: boolean;
  /** Names under which a content delivery network forgets it; null for what no such network keeps. */
  readonly surrogateKey: string | null;
}

export function cacheHeaders(
  { id, policy, security }: Operation,
  schemes: CompiledContract["securitySchemes"],
): CacheHeaders | null {
  const { cache } = policy;
  if (!cache) return null;
  const isPublic = cache.scope === "public";
  return {
    control: cacheControl(cache),
    vary: !isPublic && security.length > 0 ? credentialFields(security, schemes) : null,
    tagged: cache.validator === "etag",
    surrogateKey: isPublic ? [id, ...cache.tags.map(({ name }) => name)].join(" ") : null,
  };
}

/** Where credentials come: a bearer token's cookie too, whatever the operation says, and the header of a key. */
function credentialFields(security: Operation["security"], schemes: CompiledContract["securitySchemes"]): string {
  const keys = security
    .flatMap(Object.keys)
    .flatMap((name) => (schemes[name]?.type === "apiKey" && schemes[name].in === "header" ? schemes[name].name : []));
  return [...new Set(["Authorization", "Cookie", ...keys])].join(", ");
}

/** `no-cache` is kept, and asked for again each time: the answer to that is mostly 304. */
function cacheControl({ scope, maxAgeSeconds, sharedMaxAgeSeconds }: CachePolicy): string {
  if (maxAgeSeconds === 0 && sharedMaxAgeSeconds === null) return `${scope}, no-cache`;
  const shared = sharedMaxAgeSeconds === null ? "" : `, s-maxage=${sharedMaxAgeSeconds}`;
  return `${scope}, max-age=${maxAgeSeconds}${shared}`;
}
