// Generated from the contract. Edit openapi.yaml, then run make generate.
export interface paths {
  "/greeting": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The least that an operation can do
     * @description Answers with a small JSON object. All of its cost is the pipeline's.
     */
    get: operations["getGreeting"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/files": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List my files
     * @description One page of nine columns, the newest first.
     */
    get: operations["listFiles"];
    put?: never;
    /**
     * Add a file
     * @description One transaction with the file's row and its audit row.
     */
    post: operations["createFile"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/files/cached": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List my files, from what is kept
     * @description The same page. Whoever asks again within a minute gets what was kept, unless a file of theirs has changed.
     */
    get: operations["listCachedFiles"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/files/{fileId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The file */
        fileId: components["schemas"]["Id"];
      };
      cookie?: never;
    };
    /**
     * Read one of my files
     * @description Answers with one row, or 304 to whoever has it.
     */
    get: operations["getFile"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * Format: uuid
     * @description A UUIDv7
     */
    Id: string;
    /**
     * Format: date-time
     * @description An instant in UTC (RFC 3339)
     */
    Timestamp: string;
    FileName: string;
    MediaType: string;
    /** @description SHA-256 in hex */
    Digest: string;
    /** Format: int64 */
    SizeBytes: number;
    Greeting: {
      message: string;
    };
    NewFile: {
      folderId: components["schemas"]["Id"];
      name: components["schemas"]["FileName"];
      type: components["schemas"]["MediaType"];
      size: components["schemas"]["SizeBytes"];
      digest: components["schemas"]["Digest"];
    };
    StoredFile: {
      id: components["schemas"]["Id"];
      ownerId: components["schemas"]["Id"];
      folderId: components["schemas"]["Id"];
      name: components["schemas"]["FileName"];
      type: components["schemas"]["MediaType"];
      size: components["schemas"]["SizeBytes"];
      digest: components["schemas"]["Digest"];
      createdAt: components["schemas"]["Timestamp"];
      updatedAt: components["schemas"]["Timestamp"];
    };
    FilePage: {
      items: components["schemas"]["StoredFile"][];
      /** @description Send as `cursor` to get the next page; null on the last */
      nextCursor: string | null;
    };
    /** @description What went wrong (RFC 9457) */
    Problem: {
      /**
       * Format: uri-reference
       * @description Where the problem is documented
       */
      type: string;
      /** @description The same for every problem of this code */
      title: string;
      /**
       * Format: int32
       * @description The status of the answer
       */
      status: number;
      /** @description What happened, and what to do about it */
      detail: string;
      /**
       * Format: uri-reference
       * @description The path that was asked for
       */
      instance: string;
      /** @description A stable word to switch on */
      code: string;
      /**
       * Format: uuid
       * @description To quote when asking for help
       */
      requestId: string;
      /** @description All that is wrong with the input, with 400 and 422 */
      errors?: {
        /** @enum {string} */
        in: "path" | "query" | "header" | "cookie" | "body";
        /** @description A JSON pointer into that part (RFC 6901) */
        pointer: string;
        /** @description A stable word to switch on */
        code: string;
        /** @description One sentence for a person */
        detail: string;
      }[];
    };
  };
  responses: {
    /** @description The request cannot be read. Its address, its headers or its body is not well formed. */
    BadRequest: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "bad_request";
        };
      };
    };
    /** @description The body is too large. The operation takes fewer bytes than were sent. */
    BodyTooLarge: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "body_too_large";
        };
      };
    };
    /** @description Not allowed. The caller is known and may not do this. */
    Forbidden: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "forbidden";
        };
      };
    };
    /** @description Something went wrong here. The fault is ours. It has been recorded under the request id. */
    Internal: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "internal";
        };
      };
    };
    /** @description The request breaks the contract. It can be read, and errors lists what about it is not allowed. */
    InvalidRequest: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "invalid_request";
        };
      };
    };
    /** @description No such representation. The operation answers with none of the media types that Accept lists. */
    NotAcceptable: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "not_acceptable";
        };
      };
    };
    /** @description Not found. There is nothing here, or nothing that the caller may know of. */
    NotFound: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "not_found";
        };
      };
    };
    /** @description Too many requests. Wait for the seconds in Retry-After. */
    RateLimited: {
      headers: {
        /**
         * @description Seconds to wait before asking again
         * @example 30
         */
        "Retry-After": number;
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "rate_limited";
        };
      };
    };
    /** @description The request took too long to arrive. Its body did not come within the time that the operation allows. Send it again over a faster connection. */
    RequestTimeout: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "request_timeout";
        };
      };
    };
    /** @description Credentials are needed. Send a credential that the operation takes; the one that was sent, if any, does not work or no longer does. */
    Unauthenticated: {
      headers: {
        /**
         * @description How to authenticate (RFC 9110, section 11.6.1)
         * @example Bearer
         */
        "WWW-Authenticate": string;
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "unauthenticated";
        };
      };
    };
    /** @description Not available right now. Too much is going on, or something that the server depends on does not answer. Ask again after the seconds in Retry-After. */
    Unavailable: {
      headers: {
        /**
         * @description Seconds to wait before asking again
         * @example 30
         */
        "Retry-After": number;
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "unavailable";
        };
      };
    };
    /** @description Unsupported media type. The operation does not take a body of this Content-Type. */
    UnsupportedMediaType: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "unsupported_media_type";
        };
      };
    };
  };
  parameters: {
    /**
     * @description The ETag that the caller has: the answer is 304 while it is current (RFC 9110, section 13.1.2)
     * @example "1"
     */
    IfNoneMatch: string;
    /**
     * @description The `nextCursor` of the page before; the first page without it
     * @example q0JzXk3cXqvY6v2Q
     */
    PageCursor: string;
  };
  requestBodies: never;
  headers: {
    /**
     * @description The address of the next page, with `rel=next` (RFC 8288); absent on the last
     * @example </sessions?limit=20&cursor=q0JzXk3cXqvY6v2Q>; rel="next"
     */
    Link: string;
    /**
     * @description What is left of each limit (`r`), and the seconds until all of it is back (`t`)
     * @example "standard-caller";r=599;t=1
     */
    RateLimit: string;
    /**
     * @description How many calls each limit allows (`q`) in how many seconds (`w`)
     * @example "standard-caller";q=600;w=60
     */
    RateLimitPolicy: string;
  };
  pathItems: never;
}
export type Id = components["schemas"]["Id"];
export type Timestamp = components["schemas"]["Timestamp"];
export type FileName = components["schemas"]["FileName"];
export type MediaType = components["schemas"]["MediaType"];
export type Digest = components["schemas"]["Digest"];
export type SizeBytes = components["schemas"]["SizeBytes"];
export type Greeting = components["schemas"]["Greeting"];
export type NewFile = components["schemas"]["NewFile"];
export type StoredFile = components["schemas"]["StoredFile"];
export type FilePage = components["schemas"]["FilePage"];
export type Problem = components["schemas"]["Problem"];
export type ResponseBadRequest = components["responses"]["BadRequest"];
export type ResponseBodyTooLarge = components["responses"]["BodyTooLarge"];
export type ResponseForbidden = components["responses"]["Forbidden"];
export type ResponseInternal = components["responses"]["Internal"];
export type ResponseInvalidRequest = components["responses"]["InvalidRequest"];
export type ResponseNotAcceptable = components["responses"]["NotAcceptable"];
export type ResponseNotFound = components["responses"]["NotFound"];
export type ResponseRateLimited = components["responses"]["RateLimited"];
export type ResponseRequestTimeout = components["responses"]["RequestTimeout"];
export type ResponseUnauthenticated = components["responses"]["Unauthenticated"];
export type ResponseUnavailable = components["responses"]["Unavailable"];
export type ResponseUnsupportedMediaType = components["responses"]["UnsupportedMediaType"];
export type ParameterIfNoneMatch = components["parameters"]["IfNoneMatch"];
export type ParameterPageCursor = components["parameters"]["PageCursor"];
export type HeaderLink = components["headers"]["Link"];
export type HeaderRateLimit = components["headers"]["RateLimit"];
export type HeaderRateLimitPolicy = components["headers"]["RateLimitPolicy"];
export type $defs = Record<string, never>;
export interface operations {
  getGreeting: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The greeting */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Greeting"];
        };
      };
      400: components["responses"]["BadRequest"];
      406: components["responses"]["NotAcceptable"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listFiles: {
    parameters: {
      query?: {
        /** @description How many items a page may have */
        limit?: number;
        /**
         * @description The `nextCursor` of the page before; the first page without it
         * @example q0JzXk3cXqvY6v2Q
         */
        cursor?: components["parameters"]["PageCursor"];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of files */
      200: {
        headers: {
          Link: components["headers"]["Link"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["FilePage"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["Forbidden"];
      406: components["responses"]["NotAcceptable"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createFile: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewFile"];
      };
    };
    responses: {
      /** @description The file as it is now */
      201: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["StoredFile"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["Forbidden"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listCachedFiles: {
    parameters: {
      query?: {
        /** @description How many items a page may have */
        limit?: number;
        /**
         * @description The `nextCursor` of the page before; the first page without it
         * @example q0JzXk3cXqvY6v2Q
         */
        cursor?: components["parameters"]["PageCursor"];
      };
      header?: {
        /**
         * @description The ETag that the caller has: the answer is 304 while it is current (RFC 9110, section 13.1.2)
         * @example "1"
         */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of files */
      200: {
        headers: {
          /**
           * @description Who may keep the answer, and for how long (RFC 9111, section 5.2.2)
           * @example private, max-age=60
           */
          "Cache-Control": string;
          /**
           * @description The version of what was answered, to send back as If-None-Match
           * @example "1"
           */
          ETag: string;
          /**
           * @description Whether the server had the answer already (RFC 9211)
           * @example groundwork; hit
           */
          "Cache-Status": string;
          /**
           * @description Seconds since it was known to be current, where the server had it already (RFC 9111, section 5.1)
           * @example 0
           */
          Age?: number;
          Link: components["headers"]["Link"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["FilePage"];
        };
      };
      /** @description What the caller has, as If-None-Match says, is still current */
      304: {
        headers: {
          /**
           * @description Who may keep the answer, and for how long (RFC 9111, section 5.2.2)
           * @example private, max-age=60
           */
          "Cache-Control": string;
          /**
           * @description The version of what was answered, to send back as If-None-Match
           * @example "1"
           */
          ETag: string;
          /**
           * @description Whether the server had the answer already (RFC 9211)
           * @example groundwork; hit
           */
          "Cache-Status": string;
          /**
           * @description Seconds since it was known to be current, where the server had it already (RFC 9111, section 5.1)
           * @example 0
           */
          Age?: number;
          Link: components["headers"]["Link"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["Forbidden"];
      406: components["responses"]["NotAcceptable"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  getFile: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description The ETag that the caller has: the answer is 304 while it is current (RFC 9110, section 13.1.2)
         * @example "1"
         */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
      };
      path: {
        /** @description The file */
        fileId: components["schemas"]["Id"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file as it is now */
      200: {
        headers: {
          /**
           * @description Who may keep the answer, and for how long (RFC 9111, section 5.2.2)
           * @example private, max-age=60
           */
          "Cache-Control": string;
          /**
           * @description The version of what was answered, to send back as If-None-Match
           * @example "1"
           */
          ETag: string;
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["StoredFile"];
        };
      };
      /** @description What the caller has, as If-None-Match says, is still current */
      304: {
        headers: {
          /**
           * @description Who may keep the answer, and for how long (RFC 9111, section 5.2.2)
           * @example private, max-age=60
           */
          "Cache-Control": string;
          /**
           * @description The version of what was answered, to send back as If-None-Match
           * @example "1"
           */
          ETag: string;
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      406: components["responses"]["NotAcceptable"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
}
