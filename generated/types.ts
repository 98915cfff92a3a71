// Generated from the contract. Edit openapi.yaml, then run make generate.
export interface paths {
  "/users": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register
     * @description Creates an account. The answer is the same whether or not the address already has one, so that nobody can find out who is registered. Log in with `createSession` afterwards.
     */
    post: operations["createUser"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read my profile
     * @description Answers with the profile of the person who is logged in.
     */
    get: operations["getMe"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change my profile
     * @description Changes what is sent and leaves the rest as it is. Send the `ETag` of the profile that you read as `If-Match`, so that a change made elsewhere in the meantime is not lost.
     */
    patch: operations["updateMe"];
    trace?: never;
  };
  "/sessions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * See where I am logged in
     * @description Lists the sessions that still work, the newest first.
     */
    get: operations["listSessions"];
    put?: never;
    /**
     * Log in
     * @description Starts a session. Programs take the tokens from the body (`transport: bearer`); browsers ask for `transport: cookie` and get them as HttpOnly cookies that scripts cannot read.
     */
    post: operations["createSession"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/sessions/{sessionId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session
         * @example 0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d
         */
        sessionId: components["parameters"]["sessionId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * End one of my sessions
     * @description The session's tokens stop working: at once on the server that answers, within five seconds on any other. Ending a session that has already ended answers 404.
     */
    delete: operations["revokeSession"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/session": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Log out
     * @description Ends the session that makes this call and clears its cookies.
     */
    delete: operations["deleteSession"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/session/refresh": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stay logged in
     * @description Exchanges a refresh token, from the body or from its cookie, for a new access token and the next refresh token. Each refresh token works once. A repeat within ten seconds gets the current token again, so that a lost answer or two tabs do no harm; a repeat after that ends the session, because the token may have been stolen.
     */
    post: operations["refreshSession"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/health/live": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Is the process alive
     * @description Answers as long as the process can answer at all. It asks nothing that the process depends on.
     */
    get: operations["getLiveness"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/health/ready": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * May traffic be sent here
     * @description Answers 200 while the database answers and the server is neither starting nor stopping, and otherwise 503, whose detail says which of them it is.
     */
    get: operations["getReadiness"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/health/startup": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Has the server started
     * @description Answers 503 until the server has done what it does once at start, and 200 from then on.
     */
    get: operations["getStartup"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/metrics": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the metrics
     * @description What Prometheus scrapes, in its text format: requests, pool, queues, caches and the process. Only the internal listener has it.
     */
    get: operations["getMetrics"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/openapi.json": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read this contract as JSON
     * @description The published contract, with every answer that follows from the hand-written one.
     */
    get: operations["getOpenApi"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/openapi.yaml": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read this contract as YAML
     * @description The published contract, with every answer that follows from the hand-written one.
     */
    get: operations["getOpenApiYaml"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/.well-known/jwks.json": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the public signing keys
     * @description The keys that verify our access tokens (RFC 7517), the next one included before it signs.
     */
    get: operations["getJwks"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/docs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the reference
     * @description A page that shows this contract and lets you try each operation against this server. Log in with `createSession`, then give the access token to Authorize.
     */
    get: operations["getReference"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/docs/{asset}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The file's name
         * @example swagger-ui.css
         */
        asset: components["schemas"]["ReferenceAsset"];
      };
      cookie?: never;
    };
    /**
     * Load a part of the reference
     * @description The program and the style of the page at `/docs`, so that it loads nothing from anywhere else.
     */
    get: operations["getReferenceAsset"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/problems/{code}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The `code` of a problem
         * @example rate_limited
         */
        code: string;
      };
      cookie?: never;
    };
    /**
     * Read what a problem means
     * @description The page that the `type` of each problem document leads to: what happened, what to do about it, and which operations can answer so.
     */
    get: operations["getProblem"];
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
    /**
     * Format: email
     * @description An e-mail address; case is kept and does not matter
     */
    Email: string;
    /**
     * Format: password
     * @description At least 8 characters, and no other rule
     */
    Password: string;
    /** @description What a person wants to be called */
    Name: string;
    /** @description An opaque token that works once */
    RefreshToken: string;
    Registration: {
      email: components["schemas"]["Email"];
      password: components["schemas"]["Password"];
      name: components["schemas"]["Name"];
    };
    User: {
      id: components["schemas"]["Id"];
      email: components["schemas"]["Email"];
      name: components["schemas"]["Name"];
      createdAt: components["schemas"]["Timestamp"];
      updatedAt: components["schemas"]["Timestamp"];
    };
    ProfileChange: {
      name?: components["schemas"]["Name"];
    };
    /**
     * @description How the tokens travel, in bodies for programs or in HttpOnly cookies for browsers
     * @enum {string}
     */
    Transport: "bearer" | "cookie";
    Credentials: {
      email: components["schemas"]["Email"];
      /**
       * Format: password
       * @description The password as it was registered
       */
      password: string;
      /** @default bearer */
      transport?: components["schemas"]["Transport"];
    };
    Refresh: components["schemas"]["BearerRefresh"] | components["schemas"]["CookieRefresh"];
    BearerRefresh: {
      /** @constant */
      transport: "bearer";
      refreshToken: components["schemas"]["RefreshToken"];
    };
    CookieRefresh: {
      /** @constant */
      transport: "cookie";
    };
    SessionGrant: components["schemas"]["BearerGrant"] | components["schemas"]["CookieGrant"];
    BearerGrant: {
      /** @constant */
      transport: "bearer";
      sessionId: components["schemas"]["Id"];
      /** @description A JWT for `Authorization: Bearer` */
      accessToken: string;
      expiresIn: components["schemas"]["ExpiresIn"];
      refreshToken: components["schemas"]["RefreshToken"];
    };
    CookieGrant: {
      /** @constant */
      transport: "cookie";
      sessionId: components["schemas"]["Id"];
      expiresIn: components["schemas"]["ExpiresIn"];
    };
    /**
     * Format: int32
     * @description Seconds until the access token stops working
     */
    ExpiresIn: number;
    Session: {
      id: components["schemas"]["Id"];
      /** @description Whether this call was made with it */
      current: boolean;
      /** @description The browser or program that logged in, as it named itself */
      userAgent: string | null;
      createdAt: components["schemas"]["Timestamp"];
      lastUsedAt: components["schemas"]["Timestamp"];
      expiresAt: components["schemas"]["Timestamp"];
    };
    SessionPage: {
      items: components["schemas"]["Session"][];
      /** @description Send as `cursor` to get the next page; null on the last */
      nextCursor: string | null;
    };
    Health: {
      /** @constant */
      status: "ok";
    };
    /** @description An OpenAPI 3.1 document */
    Contract: {
      [key: string]: unknown;
    };
    /**
     * @description A file of the reference page
     * @enum {string}
     */
    ReferenceAsset: "swagger-ui-bundle.js" | "swagger-ui.css";
    /** @description RFC 7517, section 5 */
    JsonWebKeySet: {
      keys: components["schemas"]["JsonWebKey"][];
    };
    JsonWebKey: {
      /** @constant */
      kty: "EC";
      /** @constant */
      crv: "P-256";
      /** @constant */
      alg: "ES256";
      /** @constant */
      use: "sig";
      kid: components["schemas"]["Id"];
      x: string;
      y: string;
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
    /** @description Wrong e-mail address or password. No account has this e-mail address with this password. Both are checked together, so the answer does not tell which one is wrong. */
    InvalidCredentials: {
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
          code?: "invalid_credentials";
        };
      };
    };
    /**
     * @description - `invalid_refresh_token`: The refresh token does not work. It is missing, unknown or expired, or its session has ended. Log in again.
     *     - `refresh_token_reused`: The refresh token was used before. A token that was already exchanged came back too late to be a repeat. It may have been stolen, so the session has ended. Log in again.
     */
    InvalidRefreshTokenOrRefreshTokenReused: {
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
          code?: "invalid_refresh_token" | "refresh_token_reused";
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
    /** @description Changed in the meantime. What was read is no longer current. Read it again, then send the change with the new ETag. */
    PreconditionFailed: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "precondition_failed";
        };
      };
    };
    /** @description A precondition is needed. Send the ETag that was read as If-Match. */
    PreconditionRequired: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "precondition_required";
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
    /**
     * @description - `unavailable`: Not available right now. Too much is going on, or something that the server depends on does not answer. Ask again after the seconds in Retry-After.
     *     - `not_ready`: The server is not ready. It is starting or stopping, or something that it depends on does not answer. Ask again after the seconds in Retry-After.
     */
    UnavailableOrNotReady: {
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
          code?: "unavailable" | "not_ready";
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
     * @description The session
     * @example 0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d
     */
    sessionId: components["schemas"]["Id"];
    /**
     * @description The ETag that was read: the change is made only if it is still current (RFC 9110, section 13.1.1)
     * @example "1"
     */
    IfMatch: string;
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
     * @description The version of what was answered, to send back as `If-Match`
     * @example "1"
     */
    ETag: string;
    /**
     * @description The version of the file, to send back as `If-None-Match`
     * @example "202415036918311"
     */
    FileTag: string;
    /** @description What the page may load and run, in place of the nothing that every other answer may */
    PagePolicy: string;
    /** @description The session's cookies, `__Host-session` and `__Host-refresh`, set or cleared; only with cookie transport */
    SessionCookies: string[];
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
export type Email = components["schemas"]["Email"];
export type Password = components["schemas"]["Password"];
export type Name = components["schemas"]["Name"];
export type RefreshToken = components["schemas"]["RefreshToken"];
export type Registration = components["schemas"]["Registration"];
export type User = components["schemas"]["User"];
export type ProfileChange = components["schemas"]["ProfileChange"];
export type Transport = components["schemas"]["Transport"];
export type Credentials = components["schemas"]["Credentials"];
export type Refresh = components["schemas"]["Refresh"];
export type BearerRefresh = components["schemas"]["BearerRefresh"];
export type CookieRefresh = components["schemas"]["CookieRefresh"];
export type SessionGrant = components["schemas"]["SessionGrant"];
export type BearerGrant = components["schemas"]["BearerGrant"];
export type CookieGrant = components["schemas"]["CookieGrant"];
export type ExpiresIn = components["schemas"]["ExpiresIn"];
export type Session = components["schemas"]["Session"];
export type SessionPage = components["schemas"]["SessionPage"];
export type Health = components["schemas"]["Health"];
export type Contract = components["schemas"]["Contract"];
export type ReferenceAsset = components["schemas"]["ReferenceAsset"];
export type JsonWebKeySet = components["schemas"]["JsonWebKeySet"];
export type JsonWebKey = components["schemas"]["JsonWebKey"];
export type Problem = components["schemas"]["Problem"];
export type ResponseBadRequest = components["responses"]["BadRequest"];
export type ResponseBodyTooLarge = components["responses"]["BodyTooLarge"];
export type ResponseForbidden = components["responses"]["Forbidden"];
export type ResponseInternal = components["responses"]["Internal"];
export type ResponseInvalidCredentials = components["responses"]["InvalidCredentials"];
export type ResponseInvalidRefreshTokenOrRefreshTokenReused =
  components["responses"]["InvalidRefreshTokenOrRefreshTokenReused"];
export type ResponseInvalidRequest = components["responses"]["InvalidRequest"];
export type ResponseNotAcceptable = components["responses"]["NotAcceptable"];
export type ResponseNotFound = components["responses"]["NotFound"];
export type ResponsePreconditionFailed = components["responses"]["PreconditionFailed"];
export type ResponsePreconditionRequired = components["responses"]["PreconditionRequired"];
export type ResponseRateLimited = components["responses"]["RateLimited"];
export type ResponseRequestTimeout = components["responses"]["RequestTimeout"];
export type ResponseUnauthenticated = components["responses"]["Unauthenticated"];
export type ResponseUnavailable = components["responses"]["Unavailable"];
export type ResponseUnavailableOrNotReady = components["responses"]["UnavailableOrNotReady"];
export type ResponseUnsupportedMediaType = components["responses"]["UnsupportedMediaType"];
export type ParameterSessionId = components["parameters"]["sessionId"];
export type ParameterIfMatch = components["parameters"]["IfMatch"];
export type ParameterIfNoneMatch = components["parameters"]["IfNoneMatch"];
export type ParameterPageCursor = components["parameters"]["PageCursor"];
export type HeaderETag = components["headers"]["ETag"];
export type HeaderFileTag = components["headers"]["FileTag"];
export type HeaderPagePolicy = components["headers"]["PagePolicy"];
export type HeaderSessionCookies = components["headers"]["SessionCookies"];
export type HeaderRateLimit = components["headers"]["RateLimit"];
export type HeaderRateLimitPolicy = components["headers"]["RateLimitPolicy"];
export type $defs = Record<string, never>;
export interface operations {
  createUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Registration"];
      };
    };
    responses: {
      /** @description The registration was taken */
      202: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      408: components["responses"]["RequestTimeout"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  getMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The profile as it is now */
      200: {
        headers: {
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["User"];
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
  updateMe: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The ETag that was read: the change is made only if it is still current (RFC 9110, section 13.1.1)
         * @example "1"
         */
        "If-Match": components["parameters"]["IfMatch"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ProfileChange"];
      };
    };
    responses: {
      /** @description The profile as it is now */
      200: {
        headers: {
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["User"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["Forbidden"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      412: components["responses"]["PreconditionFailed"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      428: components["responses"]["PreconditionRequired"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listSessions: {
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
      /** @description One page of sessions */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SessionPage"];
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
  createSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Credentials"];
      };
    };
    responses: {
      /** @description A session was started */
      201: {
        headers: {
          "Set-Cookie": components["headers"]["SessionCookies"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SessionGrant"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["InvalidCredentials"];
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
  revokeSession: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The session
         * @example 0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d
         */
        sessionId: components["parameters"]["sessionId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session has ended */
      204: {
        headers: {
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
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  deleteSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session has ended */
      204: {
        headers: {
          "Set-Cookie": components["headers"]["SessionCookies"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["Forbidden"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  refreshSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: {
        /** @description The refresh token of a session that was started with `transport cookie` */
        "__Host-refresh"?: components["schemas"]["RefreshToken"];
      };
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Refresh"];
      };
    };
    responses: {
      /** @description The session goes on */
      200: {
        headers: {
          "Set-Cookie": components["headers"]["SessionCookies"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SessionGrant"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["InvalidRefreshTokenOrRefreshTokenReused"];
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
  getLiveness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The process is alive */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Health"];
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
  getReadiness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Traffic is welcome */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Health"];
        };
      };
      400: components["responses"]["BadRequest"];
      406: components["responses"]["NotAcceptable"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["UnavailableOrNotReady"];
    };
  };
  getStartup: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The server has started */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Health"];
        };
      };
      400: components["responses"]["BadRequest"];
      406: components["responses"]["NotAcceptable"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["UnavailableOrNotReady"];
    };
  };
  getMetrics: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The metrics as they are now */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "text/plain": string;
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
  getOpenApi: {
    parameters: {
      query?: never;
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
      /** @description The contract */
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
          "application/json": components["schemas"]["Contract"];
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
      406: components["responses"]["NotAcceptable"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  getOpenApiYaml: {
    parameters: {
      query?: never;
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
      /** @description The contract */
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
          "application/yaml": string;
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
      406: components["responses"]["NotAcceptable"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  getJwks: {
    parameters: {
      query?: never;
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
      /** @description The key set */
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
          "application/json": components["schemas"]["JsonWebKeySet"];
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
      406: components["responses"]["NotAcceptable"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  getReference: {
    parameters: {
      query?: never;
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
      /** @description The page */
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
          "Content-Security-Policy": components["headers"]["PagePolicy"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "text/html": string;
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
      406: components["responses"]["NotAcceptable"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  getReferenceAsset: {
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
        /**
         * @description The file's name
         * @example swagger-ui.css
         */
        asset: components["schemas"]["ReferenceAsset"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          /**
           * @description Who may keep the answer, and for how long (RFC 9111, section 5.2.2)
           * @example private, max-age=60
           */
          "Cache-Control": string;
          ETag: components["headers"]["FileTag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "text/javascript": unknown;
          "text/css": unknown;
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
      404: components["responses"]["NotFound"];
      406: components["responses"]["NotAcceptable"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  getProblem: {
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
        /**
         * @description The `code` of a problem
         * @example rate_limited
         */
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The explanation */
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
          "Content-Security-Policy": components["headers"]["PagePolicy"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "text/html": string;
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
