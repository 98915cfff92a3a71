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
  "/organizations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * See my organizations
     * @description Lists the organizations that the person belongs to with their role, those joined last first.
     */
    get: operations["listOrganizations"];
    put?: never;
    /**
     * Found an organization
     * @description Creates an organization whose only member and owner is the caller.
     */
    post: operations["createOrganization"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organizations/{organizationId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    /**
     * Read an organization
     * @description Answers with the organization as its members see it.
     */
    get: operations["getOrganization"];
    put?: never;
    post?: never;
    /**
     * Delete an organization
     * @description Marks the organization to be deleted in thirty days. Until then everything goes on and an owner can restore it; from then on it does not exist any more. Needs a login of the last fifteen minutes.
     */
    delete: operations["deleteOrganization"];
    options?: never;
    head?: never;
    /**
     * Change an organization
     * @description Changes what is sent and leaves the rest as it is.
     */
    patch: operations["updateOrganization"];
    trace?: never;
  };
  "/organizations/{organizationId}/restoration": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Keep an organization after all
     * @description Takes back the deletion of an organization that is marked to be deleted. One that is not stays as it is.
     */
    post: operations["restoreOrganization"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organizations/{organizationId}/session": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    get?: never;
    /**
     * Switch to another organization
     * @description Remembers for this session which organization the person works in, which `listOrganizations` calls `current`. It changes nothing about what the person may do.
     */
    put: operations["switchOrganization"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organizations/{organizationId}/membership": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Leave an organization
     * @description Ends the caller's own membership at once. The last owner cannot leave.
     */
    delete: operations["leaveOrganization"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organizations/{organizationId}/members": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    /**
     * See who belongs to an organization
     * @description Lists the members with their roles, those who joined last first.
     */
    get: operations["listMembers"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organizations/{organizationId}/members/{userId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
        /**
         * @description The member
         * @example 0199d1a0-1111-7a52-8f11-3f0f6a1b2c3d
         */
        userId: components["parameters"]["userId"];
      };
      cookie?: never;
    };
    /**
     * Read a member
     * @description Answers with one member and their role.
     */
    get: operations["getMember"];
    put?: never;
    post?: never;
    /**
     * Remove a member
     * @description Ends the membership: at once on the server that answers, within five seconds on any other. The last owner cannot be removed, and nobody removes somebody who has scopes that they do not hold.
     */
    delete: operations["removeMember"];
    options?: never;
    head?: never;
    /**
     * Change a member's role
     * @description Takes effect on the member's next request, on other servers within five seconds. Nobody gives a role with scopes that they do not hold, or changes the role of somebody who has such scopes.
     */
    patch: operations["updateMember"];
    trace?: never;
  };
  "/organizations/{organizationId}/roles": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    /**
     * See the roles of an organization
     * @description Lists the built-in roles, then the organization's own by their names, with the scopes of each.
     */
    get: operations["listRoles"];
    put?: never;
    /**
     * Give an organization a role of its own
     * @description A role is made of scopes that its maker holds. What everyone in an organization may do is part of it.
     */
    post: operations["createRole"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organizations/{organizationId}/roles/{roleName}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
        /**
         * @description The role
         * @example auditor
         */
        roleName: components["parameters"]["roleName"];
      };
      cookie?: never;
    };
    /**
     * Read a role of an organization's own
     * @description Answers with one role. The built-in ones are in the list alone, since they never change.
     */
    get: operations["getRole"];
    put?: never;
    post?: never;
    /**
     * Delete a role of an organization's own
     * @description Deletes a role that no member has and no invitation carries. Invitations that were answered or revoked do not count; expired ones do, because they can be sent again.
     */
    delete: operations["deleteRole"];
    options?: never;
    head?: never;
    /**
     * Change a role of an organization's own
     * @description Takes effect on the next request of everybody who has the role, on other servers within five seconds. Nobody changes a role that has scopes which they do not hold, before or after.
     */
    patch: operations["updateRole"];
    trace?: never;
  };
  "/organizations/{organizationId}/invitations": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    /**
     * See who is invited
     * @description Lists the invitations that were not answered or revoked, the newest first, expired ones included.
     */
    get: operations["listInvitations"];
    put?: never;
    /**
     * Invite somebody
     * @description Sends a link to the address, with which the person whose account has this address becomes a member. It works for seven days. Whoever has no account yet registers with the address first; the answer does not tell who has one. Nobody invites into a role with scopes that they do not hold.
     */
    post: operations["createInvitation"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organizations/{organizationId}/invitations/{invitationId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
        /**
         * @description The invitation
         * @example 0199d1a0-5555-7a52-8f11-3f0f6a1b2c3d
         */
        invitationId: components["parameters"]["invitationId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take an invitation back
     * @description Its link stops working at once. One that was answered already answers 404.
     */
    delete: operations["revokeInvitation"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organizations/{organizationId}/invitations/{invitationId}/delivery": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
        /**
         * @description The invitation
         * @example 0199d1a0-5555-7a52-8f11-3f0f6a1b2c3d
         */
        invitationId: components["parameters"]["invitationId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send an invitation again
     * @description Sends a new link, which works for seven days; the one that was sent before stops working. Nobody sends a link to a role with scopes that they do not hold.
     */
    post: operations["resendInvitation"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/invitations/preview": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * See what an invitation is for
     * @description Answers with what the page behind the link shows before anybody is logged in. Changes nothing.
     */
    post: operations["previewInvitation"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/invitations/acceptance": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accept an invitation
     * @description Makes the caller a member, with the role that they were invited to; who is a member already keeps the role that they have. Their account must have the e-mail address that was invited. To accept twice is to accept once.
     */
    post: operations["acceptInvitation"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/invitations/refusal": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Decline an invitation
     * @description Ends the invitation without a membership. The caller's account must have the address that was invited.
     */
    post: operations["declineInvitation"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organizations/{organizationId}/api-keys": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    /**
     * See the keys of an organization
     * @description Lists the keys that were not revoked, the newest first. None can be read again.
     */
    get: operations["listApiKeys"];
    put?: never;
    /**
     * Make a key
     * @description Answers with the key, this once. It works in this organization alone, with scopes that its maker holds, and keeps them until it is revoked or expires, whatever becomes of its maker. Keep it secret; scanners of secrets know it by `gwk_` and its checksum.
     */
    post: operations["createApiKey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organizations/{organizationId}/api-keys/{keyId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
        /**
         * @description The key
         * @example 0199d1a0-6666-7a52-8f11-3f0f6a1b2c3d
         */
        keyId: components["parameters"]["keyId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Revoke a key
     * @description The key stops working at once on the server that answers, within five seconds on any other.
     */
    delete: operations["revokeApiKey"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organizations/{organizationId}/api-keys/{keyId}/rotation": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
        /**
         * @description The key
         * @example 0199d1a0-6666-7a52-8f11-3f0f6a1b2c3d
         */
        keyId: components["parameters"]["keyId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give a key a new secret
     * @description Answers with the new key, this once. The one before it works on for as long as asked, a day unless said, so that nothing fails while programs are changed over; one that was still in its overlap stops working now. Nobody gets the secret of a key with scopes that they do not hold.
     */
    post: operations["rotateApiKey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organizations/{organizationId}/audit-events": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    /**
     * See what was done
     * @description Lists the organization's audit events, the newest first, all of them or those that the filters let through.
     */
    get: operations["listAuditEvents"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organizations/{organizationId}/audit-events/export": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    /**
     * Take the audit log away
     * @description Streams the organization's audit events in the order of their sequence, the oldest first, as one JSON object a line or as CSV (RFC 4180). It has what was there when it began; the filters are those of `listAuditEvents`. A connection that breaks off before the end of the transfer coding is an export that failed.
     */
    get: operations["exportAuditEvents"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/organizations/{organizationId}/audit-events/verification": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    /**
     * Check that the audit log was not changed
     * @description Works out the hash of every event of the organization anew and answers with the first place where the log is not what was written. Who changes the database itself may work out every hash after a change anew too: keep `events` and `hash` somewhere else, and look later whether the event of that sequence still has that hash.
     */
    get: operations["verifyAuditChain"];
    put?: never;
    post?: never;
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
     * Format: date-time
     * @description An instant in UTC (RFC 3339, with Z), to the microsecond
     */
    Instant: string;
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
      nextCursor: components["schemas"]["NextCursor"];
    };
    /** @description Send as `cursor` to get the next page; null on the last */
    NextCursor: string | null;
    /** @description What an organization is called */
    OrganizationName: string;
    NewOrganization: {
      name: components["schemas"]["OrganizationName"];
    };
    OrganizationChange: {
      name?: components["schemas"]["OrganizationName"];
    };
    Organization: {
      id: components["schemas"]["Id"];
      name: components["schemas"]["OrganizationName"];
      /** @description Whether it is the one that a person got when they registered */
      personal: boolean;
      createdAt: components["schemas"]["Timestamp"];
      updatedAt: components["schemas"]["Timestamp"];
      /** @description When it will be gone, unless an owner restores it; null where nobody deleted it */
      deletesAt: components["schemas"]["Timestamp"] | null;
    };
    /** @description A person's place in an organization, as they see it */
    Membership: {
      organizationId: components["schemas"]["Id"];
      name: components["schemas"]["OrganizationName"];
      /** @description Whether it is the one that a person got when they registered */
      personal: boolean;
      role: components["schemas"]["RoleName"];
      /** @description Whether the session is switched to it */
      current: boolean;
      joinedAt: components["schemas"]["Timestamp"];
    };
    MembershipPage: {
      items: components["schemas"]["Membership"][];
      nextCursor: components["schemas"]["NextCursor"];
    };
    /** @description owner, admin, member or viewer, or the name of a role of the organization's own */
    RoleName: string;
    /**
     * @description What a role or a key may do in an organization
     * @enum {string}
     */
    Scope:
      | "organization:read"
      | "organization:leave"
      | "organization:write"
      | "organization:delete"
      | "member:read"
      | "member:write"
      | "role:read"
      | "role:write"
      | "invitation:read"
      | "invitation:write"
      | "key:read"
      | "key:write"
      | "audit:read";
    Scopes: components["schemas"]["Scope"][];
    /** @description What the role is for */
    RoleDescription: string;
    Role: {
      name: components["schemas"]["RoleName"];
      description: components["schemas"]["RoleDescription"];
      /** @description Whether every organization has it */
      builtIn: boolean;
      scopes: components["schemas"]["Scopes"];
    };
    RoleList: {
      items: components["schemas"]["Role"][];
    };
    NewRole: {
      name: components["schemas"]["RoleName"];
      /** @default  */
      description?: components["schemas"]["RoleDescription"];
      scopes: components["schemas"]["Scopes"];
    };
    RoleChange: {
      description?: components["schemas"]["RoleDescription"];
      scopes?: components["schemas"]["Scopes"];
    };
    Member: {
      userId: components["schemas"]["Id"];
      email: components["schemas"]["Email"];
      name: components["schemas"]["Name"];
      role: components["schemas"]["RoleName"];
      joinedAt: components["schemas"]["Timestamp"];
    };
    MemberChange: {
      role: components["schemas"]["RoleName"];
    };
    MemberPage: {
      items: components["schemas"]["Member"][];
      nextCursor: components["schemas"]["NextCursor"];
    };
    NewInvitation: {
      email: components["schemas"]["Email"];
      role: components["schemas"]["RoleName"];
    };
    Invitation: {
      id: components["schemas"]["Id"];
      email: components["schemas"]["Email"];
      role: components["schemas"]["RoleName"];
      /** @description The person who invited; null where a key of the organization did */
      invitedBy: components["schemas"]["Id"] | null;
      createdAt: components["schemas"]["Timestamp"];
      sentAt: components["schemas"]["Timestamp"];
      expiresAt: components["schemas"]["Timestamp"];
    };
    InvitationPage: {
      items: components["schemas"]["Invitation"][];
      nextCursor: components["schemas"]["NextCursor"];
    };
    InvitationAnswer: {
      token: components["schemas"]["InvitationToken"];
    };
    /** @description What the link in an invitation carries */
    InvitationToken: string;
    InvitationPreview: {
      organizationName: components["schemas"]["OrganizationName"];
      email: components["schemas"]["Email"];
      role: components["schemas"]["RoleName"];
      expiresAt: components["schemas"]["Timestamp"];
    };
    /** @description What the key is for */
    KeyName: string;
    /**
     * @description What a key may do in its organization. What only people do, such as making keys or leaving, is not among it.
     * @enum {string}
     */
    KeyScope:
      | "organization:read"
      | "organization:write"
      | "member:read"
      | "member:write"
      | "role:read"
      | "role:write"
      | "invitation:read"
      | "invitation:write"
      | "key:read"
      | "audit:read";
    KeyScopes: components["schemas"]["KeyScope"][];
    NewApiKey: {
      name: components["schemas"]["KeyName"];
      scopes: components["schemas"]["KeyScopes"];
      /**
       * Format: int32
       * @description How long it works; without it, until it is revoked
       */
      expiresInDays?: number;
    };
    ApiKey: {
      id: components["schemas"]["Id"];
      name: components["schemas"]["KeyName"];
      scopes: components["schemas"]["KeyScopes"];
      /** @description The last four characters of the key */
      ending: string;
      createdBy: components["schemas"]["Id"];
      createdAt: components["schemas"]["Timestamp"];
      /** @description When it stops working; null where it never does by itself */
      expiresAt: components["schemas"]["Timestamp"] | null;
      /** @description When it was last used, to the minute or so; null where it never was */
      lastUsedAt: components["schemas"]["Timestamp"] | null;
    };
    ApiKeyPage: {
      items: components["schemas"]["ApiKey"][];
      nextCursor: components["schemas"]["NextCursor"];
    };
    ApiKeyGrant: {
      apiKey: components["schemas"]["ApiKey"];
      /**
       * Format: password
       * @description Send as `X-API-Key`. It is `gwk_`, 43 random characters of A-Z, a-z and 0-9, and six that are a checksum: the CRC-32 of all before it, in base62
       */
      key: string;
    };
    ApiKeyRotation: {
      /**
       * Format: int32
       * @description How long the key before it works on; 0 ends it at once
       * @default 24
       */
      overlapHours?: number;
    };
    /** @description A noun and what happened to it */
    AuditEventName: string;
    /** @description SHA-256 in hexadecimal digits */
    Hash: string;
    AuditEvent: {
      id: components["schemas"]["Id"];
      sequence: components["schemas"]["AuditSequence"];
      occurredAt: components["schemas"]["Timestamp"];
      event: components["schemas"]["AuditEventName"];
      /** @description The operation that did it */
      operation: string;
      /** @description How its subject was known, `session` or `apiKey`; null where nobody was known */
      scheme: string | null;
      /** @description The person or the key that did it; null where nobody was known */
      subject: string | null;
      requestId: components["schemas"]["Id"];
      /** @description The network address that the request came from */
      address: string;
      /** @description What the contract says to record of the request, by its own words */
      fields: {
        [key: string]: unknown;
      };
      hash: components["schemas"]["Hash"];
    };
    /**
     * Format: int64
     * @description Its place in the organization's log, from 1
     */
    AuditSequence: number;
    AuditEventPage: {
      items: components["schemas"]["AuditEvent"][];
      nextCursor: components["schemas"]["NextCursor"];
    };
    AuditVerification: {
      valid: boolean;
      /**
       * Format: int64
       * @description How many events are what was written, from the first on
       */
      events: number;
      /** @description The hash of the last of them; null where there is none */
      hash: components["schemas"]["Hash"] | null;
      /** @description The first place where the log is not what was written; null where it is whole */
      fault: components["schemas"]["AuditFault"] | null;
    };
    AuditFault: {
      sequence: components["schemas"]["AuditSequence"];
      /**
       * @description `removed`: nothing stands here any more. `reordered`: what was written here stands in another place. `changed`: what stands here is not what was written.
       * @enum {string}
       */
      kind: "removed" | "reordered" | "changed";
      /** @description What stands in this place; null where nothing does */
      eventId: components["schemas"]["Id"] | null;
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
    /**
     * @description - `forbidden`: Not allowed. The caller is known and may not do this.
     *     - `invited_somebody_else`: The invitation is for another address. Only the person whose account has the e-mail address that was invited can answer it.
     */
    ForbiddenOrInvitedSomebodyElse: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "forbidden" | "invited_somebody_else";
        };
      };
    };
    /**
     * @description - `forbidden`: Not allowed. The caller is known and may not do this.
     *     - `scopes_not_held`: Nobody grants what they do not hold. The role or the key has scopes that the caller lacks, or belongs to somebody who has scopes that the caller lacks.
     */
    ForbiddenOrScopesNotHeld: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "forbidden" | "scopes_not_held";
        };
      };
    };
    /** @description The first request is still running. A request with the same Idempotency-Key has not ended yet. Ask again in a moment. */
    IdempotencyInProgress: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "idempotency_in_progress";
        };
      };
    };
    /**
     * @description - `idempotency_in_progress`: The first request is still running. A request with the same Idempotency-Key has not ended yet. Ask again in a moment.
     *     - `already_a_member`: A member already. Somebody with this e-mail address is a member of the organization.
     *     - `already_invited`: Invited already. This e-mail address has an open invitation. Send that one again, or revoke it first.
     *     - `personal_organization`: The organization is a person's own. Nobody joins, leaves or deletes the organization that a person got when they registered.
     *     - `too_many_invitations`: Too many open invitations. An organization has at most 1,000 open invitations. Revoke those that nobody will accept.
     *     - `unknown_role`: There is no such role. The organization has neither a built-in role nor one of its own with this name.
     */
    IdempotencyInProgressOrAlreadyAMemberOrAlreadyInvitedOrPersonalOrganizationOrTooManyInvitationsOrUnknownRole: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?:
            | "idempotency_in_progress"
            | "already_a_member"
            | "already_invited"
            | "personal_organization"
            | "too_many_invitations"
            | "unknown_role";
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
    /**
     * @description - `invalid_request`: The request breaks the contract. It can be read, and errors lists what about it is not allowed.
     *     - `idempotency_mismatch`: The Idempotency-Key was used for something else. The key belongs to a request with another payload. Use a new key.
     */
    InvalidRequestOrIdempotencyMismatch: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "invalid_request" | "idempotency_mismatch";
        };
      };
    };
    /** @description The invitation is not open. It is unknown, has expired, or was accepted, declined or revoked. Ask for a new one. */
    InvitationNotOpen: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "invitation_not_open";
        };
      };
    };
    /** @description An organization needs an owner. This is the only owner. Make somebody else an owner first. */
    LastOwner: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "last_owner";
        };
      };
    };
    /**
     * @description - `last_owner`: An organization needs an owner. This is the only owner. Make somebody else an owner first.
     *     - `unknown_role`: There is no such role. The organization has neither a built-in role nor one of its own with this name.
     */
    LastOwnerOrUnknownRole: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "last_owner" | "unknown_role";
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
    /** @description The organization is a person's own. Nobody joins, leaves or deletes the organization that a person got when they registered. */
    PersonalOrganization: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "personal_organization";
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
    /**
     * @description - `role_exists`: The role exists already. The organization has a role of this name. Choose another name, or change that role.
     *     - `too_many_roles`: Too many roles. An organization has at most 50 roles of its own.
     */
    RoleExistsOrTooManyRoles: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "role_exists" | "too_many_roles";
        };
      };
    };
    /** @description Somebody has this role. Members have the role, or invitations that were neither answered nor revoked. Give the members another one, and revoke the invitations. */
    RoleInUse: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "role_in_use";
        };
      };
    };
    /** @description Too many API keys. An organization has at most 100 keys that are not revoked. Revoke those that nothing uses. */
    TooManyKeys: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "too_many_keys";
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
    /**
     * @description - `unauthenticated`: Credentials are needed. Send a credential that the operation takes; the one that was sent, if any, does not work or no longer does.
     *     - `reauthentication_required`: A fresh login is needed. The caller is known, and logged in too long ago for this. Log in again, then repeat the request.
     */
    UnauthenticatedOrReauthenticationRequired: {
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
          code?: "unauthenticated" | "reauthentication_required";
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
     * @description The organization
     * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
     */
    organizationId: components["schemas"]["Id"];
    /**
     * @description The member
     * @example 0199d1a0-1111-7a52-8f11-3f0f6a1b2c3d
     */
    userId: components["schemas"]["Id"];
    /**
     * @description The role
     * @example auditor
     */
    roleName: components["schemas"]["RoleName"];
    /**
     * @description The invitation
     * @example 0199d1a0-5555-7a52-8f11-3f0f6a1b2c3d
     */
    invitationId: components["schemas"]["Id"];
    /**
     * @description The key
     * @example 0199d1a0-6666-7a52-8f11-3f0f6a1b2c3d
     */
    keyId: components["schemas"]["Id"];
    /**
     * @description Only events of this name
     * @example member.updated
     */
    auditEvent: components["schemas"]["AuditEventName"];
    /**
     * @description Only what this person or key did
     * @example 0199d1a0-1111-7a52-8f11-3f0f6a1b2c3d
     */
    auditSubject: components["schemas"]["Id"];
    /**
     * @description Only events at this instant or later
     * @example 2026-11-24T09:00:00.000Z
     */
    auditFrom: components["schemas"]["Instant"];
    /**
     * @description Only events before this instant
     * @example 2026-11-25T00:00:00.000Z
     */
    auditUntil: components["schemas"]["Instant"];
    /**
     * @description A UUID of the caller's own in double quotes: a repeat with the same key gets the first answer again
     * @example "0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d"
     */
    IdempotencyKeyIfWanted: string;
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
    /**
     * @description That it is a file to keep, and what to call it
     * @example attachment; filename="audit-0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d.csv"
     */
    ContentDisposition: string;
    /** @description The session's cookies, `__Host-session` and `__Host-refresh`, set or cleared; only with cookie transport */
    SessionCookies: string[];
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
export type Instant = components["schemas"]["Instant"];
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
export type NextCursor = components["schemas"]["NextCursor"];
export type OrganizationName = components["schemas"]["OrganizationName"];
export type NewOrganization = components["schemas"]["NewOrganization"];
export type OrganizationChange = components["schemas"]["OrganizationChange"];
export type Organization = components["schemas"]["Organization"];
export type Membership = components["schemas"]["Membership"];
export type MembershipPage = components["schemas"]["MembershipPage"];
export type RoleName = components["schemas"]["RoleName"];
export type Scope = components["schemas"]["Scope"];
export type Scopes = components["schemas"]["Scopes"];
export type RoleDescription = components["schemas"]["RoleDescription"];
export type Role = components["schemas"]["Role"];
export type RoleList = components["schemas"]["RoleList"];
export type NewRole = components["schemas"]["NewRole"];
export type RoleChange = components["schemas"]["RoleChange"];
export type Member = components["schemas"]["Member"];
export type MemberChange = components["schemas"]["MemberChange"];
export type MemberPage = components["schemas"]["MemberPage"];
export type NewInvitation = components["schemas"]["NewInvitation"];
export type Invitation = components["schemas"]["Invitation"];
export type InvitationPage = components["schemas"]["InvitationPage"];
export type InvitationAnswer = components["schemas"]["InvitationAnswer"];
export type InvitationToken = components["schemas"]["InvitationToken"];
export type InvitationPreview = components["schemas"]["InvitationPreview"];
export type KeyName = components["schemas"]["KeyName"];
export type KeyScope = components["schemas"]["KeyScope"];
export type KeyScopes = components["schemas"]["KeyScopes"];
export type NewApiKey = components["schemas"]["NewApiKey"];
export type ApiKey = components["schemas"]["ApiKey"];
export type ApiKeyPage = components["schemas"]["ApiKeyPage"];
export type ApiKeyGrant = components["schemas"]["ApiKeyGrant"];
export type ApiKeyRotation = components["schemas"]["ApiKeyRotation"];
export type AuditEventName = components["schemas"]["AuditEventName"];
export type Hash = components["schemas"]["Hash"];
export type AuditEvent = components["schemas"]["AuditEvent"];
export type AuditSequence = components["schemas"]["AuditSequence"];
export type AuditEventPage = components["schemas"]["AuditEventPage"];
export type AuditVerification = components["schemas"]["AuditVerification"];
export type AuditFault = components["schemas"]["AuditFault"];
export type Health = components["schemas"]["Health"];
export type Contract = components["schemas"]["Contract"];
export type ReferenceAsset = components["schemas"]["ReferenceAsset"];
export type JsonWebKeySet = components["schemas"]["JsonWebKeySet"];
export type JsonWebKey = components["schemas"]["JsonWebKey"];
export type Problem = components["schemas"]["Problem"];
export type ResponseBadRequest = components["responses"]["BadRequest"];
export type ResponseBodyTooLarge = components["responses"]["BodyTooLarge"];
export type ResponseForbidden = components["responses"]["Forbidden"];
export type ResponseForbiddenOrInvitedSomebodyElse = components["responses"]["ForbiddenOrInvitedSomebodyElse"];
export type ResponseForbiddenOrScopesNotHeld = components["responses"]["ForbiddenOrScopesNotHeld"];
export type ResponseIdempotencyInProgress = components["responses"]["IdempotencyInProgress"];
export type ResponseIdempotencyInProgressOrAlreadyAMemberOrAlreadyInvitedOrPersonalOrganizationOrTooManyInvitationsOrUnknownRole =
  components["responses"]["IdempotencyInProgressOrAlreadyAMemberOrAlreadyInvitedOrPersonalOrganizationOrTooManyInvitationsOrUnknownRole"];
export type ResponseInternal = components["responses"]["Internal"];
export type ResponseInvalidCredentials = components["responses"]["InvalidCredentials"];
export type ResponseInvalidRefreshTokenOrRefreshTokenReused =
  components["responses"]["InvalidRefreshTokenOrRefreshTokenReused"];
export type ResponseInvalidRequest = components["responses"]["InvalidRequest"];
export type ResponseInvalidRequestOrIdempotencyMismatch =
  components["responses"]["InvalidRequestOrIdempotencyMismatch"];
export type ResponseInvitationNotOpen = components["responses"]["InvitationNotOpen"];
export type ResponseLastOwner = components["responses"]["LastOwner"];
export type ResponseLastOwnerOrUnknownRole = components["responses"]["LastOwnerOrUnknownRole"];
export type ResponseNotAcceptable = components["responses"]["NotAcceptable"];
export type ResponseNotFound = components["responses"]["NotFound"];
export type ResponsePersonalOrganization = components["responses"]["PersonalOrganization"];
export type ResponsePreconditionFailed = components["responses"]["PreconditionFailed"];
export type ResponsePreconditionRequired = components["responses"]["PreconditionRequired"];
export type ResponseRateLimited = components["responses"]["RateLimited"];
export type ResponseRequestTimeout = components["responses"]["RequestTimeout"];
export type ResponseRoleExistsOrTooManyRoles = components["responses"]["RoleExistsOrTooManyRoles"];
export type ResponseRoleInUse = components["responses"]["RoleInUse"];
export type ResponseTooManyKeys = components["responses"]["TooManyKeys"];
export type ResponseUnauthenticated = components["responses"]["Unauthenticated"];
export type ResponseUnauthenticatedOrReauthenticationRequired =
  components["responses"]["UnauthenticatedOrReauthenticationRequired"];
export type ResponseUnavailable = components["responses"]["Unavailable"];
export type ResponseUnavailableOrNotReady = components["responses"]["UnavailableOrNotReady"];
export type ResponseUnsupportedMediaType = components["responses"]["UnsupportedMediaType"];
export type ParameterSessionId = components["parameters"]["sessionId"];
export type ParameterOrganizationId = components["parameters"]["organizationId"];
export type ParameterUserId = components["parameters"]["userId"];
export type ParameterRoleName = components["parameters"]["roleName"];
export type ParameterInvitationId = components["parameters"]["invitationId"];
export type ParameterKeyId = components["parameters"]["keyId"];
export type ParameterAuditEvent = components["parameters"]["auditEvent"];
export type ParameterAuditSubject = components["parameters"]["auditSubject"];
export type ParameterAuditFrom = components["parameters"]["auditFrom"];
export type ParameterAuditUntil = components["parameters"]["auditUntil"];
export type ParameterIdempotencyKeyIfWanted = components["parameters"]["IdempotencyKeyIfWanted"];
export type ParameterIfMatch = components["parameters"]["IfMatch"];
export type ParameterIfNoneMatch = components["parameters"]["IfNoneMatch"];
export type ParameterPageCursor = components["parameters"]["PageCursor"];
export type HeaderETag = components["headers"]["ETag"];
export type HeaderFileTag = components["headers"]["FileTag"];
export type HeaderPagePolicy = components["headers"]["PagePolicy"];
export type HeaderContentDisposition = components["headers"]["ContentDisposition"];
export type HeaderSessionCookies = components["headers"]["SessionCookies"];
export type HeaderLink = components["headers"]["Link"];
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
          Link: components["headers"]["Link"];
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
  listOrganizations: {
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
      /** @description One page of organizations */
      200: {
        headers: {
          Link: components["headers"]["Link"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MembershipPage"];
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
  createOrganization: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A UUID of the caller's own in double quotes: a repeat with the same key gets the first answer again
         * @example "0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d"
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyIfWanted"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewOrganization"];
      };
    };
    responses: {
      /** @description The organization */
      201: {
        headers: {
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Organization"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["Forbidden"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      409: components["responses"]["IdempotencyInProgress"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequestOrIdempotencyMismatch"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  getOrganization: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The organization as it is now */
      200: {
        headers: {
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Organization"];
        };
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
  deleteOrganization: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The organization, with the instant at which it will be gone */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Organization"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["UnauthenticatedOrReauthenticationRequired"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      406: components["responses"]["NotAcceptable"];
      409: components["responses"]["PersonalOrganization"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  updateOrganization: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The ETag that was read: the change is made only if it is still current (RFC 9110, section 13.1.1)
         * @example "1"
         */
        "If-Match": components["parameters"]["IfMatch"];
      };
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["OrganizationChange"];
      };
    };
    responses: {
      /** @description The organization as it is now */
      200: {
        headers: {
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Organization"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
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
  restoreOrganization: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The organization as it is now */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Organization"];
        };
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
  switchOrganization: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The session is in that organization now */
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
  leaveOrganization: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The caller is no member any more */
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
      409: components["responses"]["LastOwner"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listMembers: {
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
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of members */
      200: {
        headers: {
          Link: components["headers"]["Link"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MemberPage"];
        };
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
  getMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
        /**
         * @description The member
         * @example 0199d1a0-1111-7a52-8f11-3f0f6a1b2c3d
         */
        userId: components["parameters"]["userId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The member as they are now */
      200: {
        headers: {
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Member"];
        };
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
  removeMember: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
        /**
         * @description The member
         * @example 0199d1a0-1111-7a52-8f11-3f0f6a1b2c3d
         */
        userId: components["parameters"]["userId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description They are no member any more */
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
      403: components["responses"]["ForbiddenOrScopesNotHeld"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["LastOwner"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  updateMember: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The ETag that was read: the change is made only if it is still current (RFC 9110, section 13.1.1)
         * @example "1"
         */
        "If-Match": components["parameters"]["IfMatch"];
      };
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
        /**
         * @description The member
         * @example 0199d1a0-1111-7a52-8f11-3f0f6a1b2c3d
         */
        userId: components["parameters"]["userId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["MemberChange"];
      };
    };
    responses: {
      /** @description The member as they are now */
      200: {
        headers: {
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Member"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["ForbiddenOrScopesNotHeld"];
      404: components["responses"]["NotFound"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      409: components["responses"]["LastOwnerOrUnknownRole"];
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
  listRoles: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All roles */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RoleList"];
        };
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
  createRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewRole"];
      };
    };
    responses: {
      /** @description The role */
      201: {
        headers: {
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Role"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["ForbiddenOrScopesNotHeld"];
      404: components["responses"]["NotFound"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      409: components["responses"]["RoleExistsOrTooManyRoles"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  getRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
        /**
         * @description The role
         * @example auditor
         */
        roleName: components["parameters"]["roleName"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The role as it is now */
      200: {
        headers: {
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Role"];
        };
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
  deleteRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
        /**
         * @description The role
         * @example auditor
         */
        roleName: components["parameters"]["roleName"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The role is gone */
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
      403: components["responses"]["ForbiddenOrScopesNotHeld"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["RoleInUse"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  updateRole: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description The ETag that was read: the change is made only if it is still current (RFC 9110, section 13.1.1)
         * @example "1"
         */
        "If-Match": components["parameters"]["IfMatch"];
      };
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
        /**
         * @description The role
         * @example auditor
         */
        roleName: components["parameters"]["roleName"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RoleChange"];
      };
    };
    responses: {
      /** @description The role as it is now */
      200: {
        headers: {
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Role"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["ForbiddenOrScopesNotHeld"];
      404: components["responses"]["NotFound"];
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
  listInvitations: {
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
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of invitations */
      200: {
        headers: {
          Link: components["headers"]["Link"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["InvitationPage"];
        };
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
  createInvitation: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description A UUID of the caller's own in double quotes: a repeat with the same key gets the first answer again
         * @example "0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d"
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKeyIfWanted"];
      };
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewInvitation"];
      };
    };
    responses: {
      /** @description The invitation, which is on its way */
      201: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Invitation"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["ForbiddenOrScopesNotHeld"];
      404: components["responses"]["NotFound"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      409: components["responses"]["IdempotencyInProgressOrAlreadyAMemberOrAlreadyInvitedOrPersonalOrganizationOrTooManyInvitationsOrUnknownRole"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequestOrIdempotencyMismatch"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  revokeInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
        /**
         * @description The invitation
         * @example 0199d1a0-5555-7a52-8f11-3f0f6a1b2c3d
         */
        invitationId: components["parameters"]["invitationId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The invitation is taken back */
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
  resendInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
        /**
         * @description The invitation
         * @example 0199d1a0-5555-7a52-8f11-3f0f6a1b2c3d
         */
        invitationId: components["parameters"]["invitationId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The invitation, which is on its way again */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Invitation"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["ForbiddenOrScopesNotHeld"];
      404: components["responses"]["NotFound"];
      406: components["responses"]["NotAcceptable"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  previewInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["InvitationAnswer"];
      };
    };
    responses: {
      /** @description What the invitation is for */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["InvitationPreview"];
        };
      };
      400: components["responses"]["BadRequest"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      409: components["responses"]["InvitationNotOpen"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  acceptInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["InvitationAnswer"];
      };
    };
    responses: {
      /** @description The membership */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Membership"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["ForbiddenOrInvitedSomebodyElse"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      409: components["responses"]["InvitationNotOpen"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  declineInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["InvitationAnswer"];
      };
    };
    responses: {
      /** @description The invitation is declined */
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
      403: components["responses"]["ForbiddenOrInvitedSomebodyElse"];
      408: components["responses"]["RequestTimeout"];
      409: components["responses"]["InvitationNotOpen"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listApiKeys: {
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
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of keys */
      200: {
        headers: {
          Link: components["headers"]["Link"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApiKeyPage"];
        };
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
  createApiKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewApiKey"];
      };
    };
    responses: {
      /** @description The key, which nobody can read again */
      201: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApiKeyGrant"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["ForbiddenOrScopesNotHeld"];
      404: components["responses"]["NotFound"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      409: components["responses"]["TooManyKeys"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  revokeApiKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
        /**
         * @description The key
         * @example 0199d1a0-6666-7a52-8f11-3f0f6a1b2c3d
         */
        keyId: components["parameters"]["keyId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key is revoked */
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
  rotateApiKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
        /**
         * @description The key
         * @example 0199d1a0-6666-7a52-8f11-3f0f6a1b2c3d
         */
        keyId: components["parameters"]["keyId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ApiKeyRotation"];
      };
    };
    responses: {
      /** @description The key, which nobody can read again */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApiKeyGrant"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["ForbiddenOrScopesNotHeld"];
      404: components["responses"]["NotFound"];
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
  listAuditEvents: {
    parameters: {
      query?: {
        /**
         * @description Only events of this name
         * @example member.updated
         */
        event?: components["parameters"]["auditEvent"];
        /**
         * @description Only what this person or key did
         * @example 0199d1a0-1111-7a52-8f11-3f0f6a1b2c3d
         */
        subject?: components["parameters"]["auditSubject"];
        /**
         * @description Only events at this instant or later
         * @example 2026-11-24T09:00:00.000Z
         */
        from?: components["parameters"]["auditFrom"];
        /**
         * @description Only events before this instant
         * @example 2026-11-25T00:00:00.000Z
         */
        until?: components["parameters"]["auditUntil"];
        /** @description How many items a page may have */
        limit?: number;
        /**
         * @description The `nextCursor` of the page before; the first page without it
         * @example q0JzXk3cXqvY6v2Q
         */
        cursor?: components["parameters"]["PageCursor"];
      };
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of events */
      200: {
        headers: {
          Link: components["headers"]["Link"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AuditEventPage"];
        };
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
  exportAuditEvents: {
    parameters: {
      query?: {
        /** @description What the events are written as */
        format?: "ndjson" | "csv";
        /**
         * @description Only events of this name
         * @example member.updated
         */
        event?: components["parameters"]["auditEvent"];
        /**
         * @description Only what this person or key did
         * @example 0199d1a0-1111-7a52-8f11-3f0f6a1b2c3d
         */
        subject?: components["parameters"]["auditSubject"];
        /**
         * @description Only events at this instant or later
         * @example 2026-11-24T09:00:00.000Z
         */
        from?: components["parameters"]["auditFrom"];
        /**
         * @description Only events before this instant
         * @example 2026-11-25T00:00:00.000Z
         */
        until?: components["parameters"]["auditUntil"];
      };
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The events */
      200: {
        headers: {
          "Content-Disposition": components["headers"]["ContentDisposition"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/x-ndjson": unknown;
          "text/csv": unknown;
        };
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
  verifyAuditChain: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The organization
         * @example 0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d
         */
        organizationId: components["parameters"]["organizationId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was found */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AuditVerification"];
        };
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
