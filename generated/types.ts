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
     * @description Creates an account. The answer is the same whether or not the address already has one, so that nobody can find out who is registered; a mail tells whoever has the address. Log in with `createSession` afterwards, and verify the address with the link in the mail. Passwords that many people have, or that say no more than the address and the name, are refused.
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
    /**
     * Delete my account
     * @description Marks the account to be deleted in thirty days and ends its other sessions. Until then the person can log in and restore it; from then on it is gone, with everything that is theirs alone. Organizations that would be without an owner come first. Needs a login of the last fifteen minutes.
     */
    delete: operations["deleteMe"];
    options?: never;
    head?: never;
    /**
     * Change my profile
     * @description Changes what is sent and leaves the rest as it is. Send the `ETag` of the profile that you read as `If-Match`, so that a change made elsewhere in the meantime is not lost.
     */
    patch: operations["updateMe"];
    trace?: never;
  };
  "/me/restoration": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Keep my account after all
     * @description Takes back the deletion of an account that is marked to be deleted. One that is not stays as it is.
     */
    post: operations["restoreMe"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/export": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Take my data away
     * @description Answers with everything that is stored about the person as a file, one JSON object in each line, whose `type` says what it is. Secrets are left out. Needs a login of the last fifteen minutes.
     */
    get: operations["exportMe"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/events": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * See what happened to my account
     * @description Lists what the audit log holds about the person alone, the newest first: logins and refused ones, changes of passwords, addresses and second factors, and what an administrator did.
     */
    get: operations["listMyEvents"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/email/verification": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Verify my address
     * @description Takes what the link in the mail carries. The person who is logged in must be the one whom the link was sent to, so that nobody who only clicks verifies an account that somebody else made with their address.
     */
    put: operations["verifyEmail"];
    /**
     * Get another link to verify my address
     * @description Sends a mail with a new link to the address of the account. The link before stops working.
     */
    post: operations["sendVerification"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/email/change": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Take the new address
     * @description Takes what the link in the mail carries. From now on the account has the new address; both addresses are told, and every other link of the account stops working.
     */
    put: operations["confirmEmailChange"];
    /**
     * Ask for another address
     * @description Sends a link to the new address, and word of it to the present one, which stays the account's until the link is used. The answer is the same whether or not the new address has an account. Needs a login of the last fifteen minutes.
     */
    post: operations["requestEmailChange"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/password": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Choose another password
     * @description Sets the password, also where the account had none. Every other session of the person ends, every link that was sent to them before stops working, and a mail tells them. Needs a login of the last fifteen minutes.
     */
    put: operations["changePassword"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/security": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * See what protects my account
     * @description Answers with the kinds of credentials that the account has.
     */
    get: operations["getSecurity"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/totp": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Turn on one-time codes
     * @description Takes a code of the app. From the next login on a second factor is asked for. Where it is the account's first, the answer has recovery codes. Needs a login of the last fifteen minutes.
     */
    put: operations["confirmTotp"];
    /**
     * Begin to set up one-time codes
     * @description Answers with a secret for an authenticator app (RFC 6238: SHA-1, six digits, thirty seconds). Nothing is asked for at a login until `confirmTotp` has seen a code. Needs a login of the last fifteen minutes.
     */
    post: operations["startTotp"];
    /**
     * Turn off one-time codes
     * @description Forgets the secret, and the recovery codes where no other second factor is left. A mail tells the person. Needs a login of the last fifteen minutes.
     */
    delete: operations["removeTotp"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/recovery-codes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Get new recovery codes
     * @description Makes ten codes, each of which stands in for a second factor once. The codes before stop working. Needs a login of the last fifteen minutes.
     */
    post: operations["createRecoveryCodes"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/passkey-ceremonies": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begin to add a passkey
     * @description Answers with the options for `navigator.credentials.create` (Web Authentication, level 3). Needs a login of the last fifteen minutes.
     */
    post: operations["startPasskey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/passkeys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * See my passkeys
     * @description Lists the passkeys of the account, the newest first.
     */
    get: operations["listPasskeys"];
    put?: never;
    /**
     * Add a passkey
     * @description Takes what `navigator.credentials.create` answered. A passkey is a way to log in by itself, and a second factor beside a password. Where it is the account's first second factor, the answer has recovery codes. A mail tells the person. Needs a login of the last fifteen minutes.
     */
    post: operations["createPasskey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/passkeys/{passkeyId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The passkey
         * @example 0199d1a0-9999-7a52-8f11-3f0f6a1b2c3d
         */
        passkeyId: components["parameters"]["passkeyId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Remove a passkey
     * @description The passkey stops working at once, and the recovery codes where no other second factor is left. A mail tells the person. Needs a login of the last fifteen minutes.
     */
    delete: operations["deletePasskey"];
    options?: never;
    head?: never;
    /**
     * Rename a passkey
     * @description Changes what the person calls it.
     */
    patch: operations["updatePasskey"];
    trace?: never;
  };
  "/me/identities": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * See my identities at other services
     * @description Lists the identities that the account can be logged in to with, the newest first.
     */
    get: operations["listIdentities"];
    /**
     * Link an identity
     * @description Takes what the identity provider sent the person back with. From now on they can log in with the identity. A mail tells them.
     */
    put: operations["completeIdentityLink"];
    /**
     * Begin to link an identity
     * @description Answers with the address at the identity provider to send the person to. Needs a login of the last fifteen minutes.
     */
    post: operations["startIdentityLink"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/me/identities/{identityId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The identity
         * @example 0199d1a0-aaaa-7a52-8f11-3f0f6a1b2c3d
         */
        identityId: components["parameters"]["identityId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Unlink an identity
     * @description The identity no longer logs in to the account. A mail tells the person. Needs a login of the last fifteen minutes.
     */
    delete: operations["deleteIdentity"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/password-resets": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Choose a new password by a link
     * @description Takes what the link in the mail carries. Every session of the person ends, and the address counts as verified. Log in afterwards; second factors are still asked for, unless the address was never verified before: then they, and every passkey, identity and API key, are removed, because whoever added them never proved that the address was theirs.
     */
    put: operations["resetPassword"];
    /**
     * Ask for a link to choose a new password
     * @description Sends a mail to the address, where it has an account. The answer and the time that it takes are the same where it has none. Within five minutes of a mail no second one is sent, and the link in the first goes on working.
     */
    post: operations["requestPasswordReset"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
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
     * @description Starts a session. Programs take the tokens from the body (`transport: bearer`); browsers ask for `transport: cookie` and get them as HttpOnly cookies that scripts cannot read. Where the account has second factors the answer is 202 with a challenge instead, which `completeSession` takes. Send the `deviceToken` of an earlier login, or the cookie that it came in, so that this one counts as of a known device.
     */
    post: operations["createSession"];
    /**
     * End my sessions
     * @description Ends all the other sessions of the person, or this one too: at once on the server that answers, within five seconds on any other.
     */
    delete: operations["revokeSessions"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/sessions/second-factor": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Log in with the second factor
     * @description Takes the challenge of the first step with a one-time code, a recovery code or a passkey, and starts the session. A challenge works for ten minutes and for five tries.
     */
    post: operations["completeSession"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/sessions/second-factor/passkey-ceremonies": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begin to use a passkey as the second factor
     * @description Answers with the options for `navigator.credentials.get`.
     */
    post: operations["startSecondFactorPasskey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/sessions/passkey-ceremonies": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begin to log in with a passkey
     * @description Answers with the options for `navigator.credentials.get`, which name no account: the person's device offers the passkeys that it has.
     */
    post: operations["startPasskeySession"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/sessions/passkey": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Log in with a passkey
     * @description Takes what `navigator.credentials.get` answered and starts a session. The device has seen that it is the person (user verification), so no second factor is asked for.
     */
    post: operations["createPasskeySession"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/sessions/federated": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Log in with another service
     * @description Takes what the identity provider sent the person back with, and starts a session of the account that the identity is linked to. Where it is linked to none, a new account is made, unless an account has the address already: its owner logs in to it first, and links the identity. Where the account has second factors the answer is 202.
     */
    post: operations["createFederatedSession"];
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
  "/session/authentication": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Prove again who I am
     * @description For operations that need a fresh login: the same session goes on, with a new access token. Who has second factors proves with a passkey, or with password and one-time code.
     */
    post: operations["reauthenticate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/session/authentication/passkey-ceremonies": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begin to prove with a passkey who I am
     * @description Answers with the options for `navigator.credentials.get`.
     */
    post: operations["startReauthenticationPasskey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/identity-providers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * See which services one can log in with
     * @description Lists the identity providers that this server is set up with.
     */
    get: operations["listIdentityProviders"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/identity-providers/authorizations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begin to log in with another service
     * @description Answers with the address at the identity provider to send the person to, and with a token that only this client knows: keep it, and send it with what they come back with.
     */
    post: operations["startFederatedSession"];
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
     * @description Makes the caller a member, with the role that they were invited to; who is a member already keeps the role that they have. Their account must have the e-mail address that was invited; who has the link has read the mail, so the address counts as verified from then on. To accept twice is to accept once.
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
  "/admin/users": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Find accounts
     * @description Lists the accounts, the newest first; with `query`, those whose e-mail address or name begins with it.
     */
    get: operations["listUsers"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/admin/users/{accountId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The person whose account it is
         * @example 0199d1a0-1111-7a52-8f11-3f0f6a1b2c3d
         */
        accountId: components["parameters"]["accountId"];
      };
      cookie?: never;
    };
    /**
     * Read an account
     * @description Answers with one account as those who run the product see it.
     */
    get: operations["getUser"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/admin/users/{accountId}/suspension": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The person whose account it is
         * @example 0199d1a0-1111-7a52-8f11-3f0f6a1b2c3d
         */
        accountId: components["parameters"]["accountId"];
      };
      cookie?: never;
    };
    get?: never;
    /**
     * Suspend an account
     * @description Ends every session of the account, and nobody logs in to it until it is restored. A mail tells the person. Needs a login of the last fifteen minutes.
     */
    put: operations["suspendUser"];
    post?: never;
    /**
     * Restore a suspended account
     * @description Its person can log in again. An account that is not suspended stays as it is.
     */
    delete: operations["restoreUser"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/admin/users/{accountId}/impersonation": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The person whose account it is
         * @example 0199d1a0-1111-7a52-8f11-3f0f6a1b2c3d
         */
        accountId: components["parameters"]["accountId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Act as somebody else
     * @description Answers with an access token of the account for fifteen minutes, which cannot be refreshed and may do what the role `impersonated` says. The person sees the session in their list, gets a mail, and whatever is recorded in it names the administrator. Needs a login of the last fifteen minutes.
     */
    post: operations["impersonateUser"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/admin/jobs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * See the work in the background
     * @description Lists the jobs that wait, run, have failed or are done, the newest first. Done ones are kept for some days.
     */
    get: operations["listJobs"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/admin/jobs/{jobId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The job
         * @example 0199d1a0-bbbb-7a52-8f11-3f0f6a1b2c3d
         */
        jobId: components["parameters"]["jobId"];
      };
      cookie?: never;
    };
    /**
     * Read a job
     * @description Answers with one job, and with what went wrong when it last failed.
     */
    get: operations["getJob"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/admin/jobs/{jobId}/retry": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The job
         * @example 0199d1a0-bbbb-7a52-8f11-3f0f6a1b2c3d
         */
        jobId: components["parameters"]["jobId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Try a failed job again
     * @description The job runs once more, as soon as there is room.
     */
    post: operations["retryJob"];
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
     * @description 8 to 1,024 characters, and no rule about which; refused where many people have it. Spaces of other scripts count as a space, and Unicode in form NFC
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
      /** @description When the person proved that the address is theirs; null where they have not */
      emailVerifiedAt: components["schemas"]["Timestamp"] | null;
      name: components["schemas"]["Name"];
      /** @description Whether they are of those who run the product */
      administrator: boolean;
      /** @description The administrator who acts as this person in this session; null where it is their own */
      impersonatedBy: components["schemas"]["Id"] | null;
      createdAt: components["schemas"]["Timestamp"];
      updatedAt: components["schemas"]["Timestamp"];
      /** @description When the account will be gone, unless the person restores it; null where they did not delete it */
      deletesAt: components["schemas"]["Timestamp"] | null;
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
      password: components["schemas"]["AnyPassword"];
      /** @default bearer */
      transport?: components["schemas"]["Transport"];
      deviceToken?: components["schemas"]["DeviceToken"];
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
      deviceToken?: components["schemas"]["DeviceToken"];
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
      /** @description The network address that it was started from; null where that is not known */
      address: string | null;
      /** @description Whether an administrator acts as the person in it */
      impersonated: boolean;
      createdAt: components["schemas"]["Timestamp"];
      lastUsedAt: components["schemas"]["Timestamp"];
      expiresAt: components["schemas"]["Timestamp"];
    };
    SessionPage: {
      items: components["schemas"]["Session"][];
      nextCursor: components["schemas"]["NextCursor"];
    };
    /**
     * Format: password
     * @description The password as it was chosen
     */
    AnyPassword: string;
    NewPassword: {
      password: components["schemas"]["Password"];
    };
    AddressOnly: {
      email: components["schemas"]["Email"];
    };
    /**
     * Format: password
     * @description What a link in a mail carries
     */
    LinkToken: string;
    LinkUse: {
      token: components["schemas"]["LinkToken"];
    };
    PasswordReset: {
      token: components["schemas"]["LinkToken"];
      password: components["schemas"]["Password"];
    };
    /**
     * Format: password
     * @description By which a device is known again at the next login; it opens nothing by itself
     */
    DeviceToken: string;
    /**
     * Format: password
     * @description What the first step of a login answered with
     */
    ChallengeToken: string;
    ChallengeOnly: {
      challenge: components["schemas"]["ChallengeToken"];
    };
    SecondFactorChallenge: {
      challenge: components["schemas"]["ChallengeToken"];
      /** @description What can be the second factor */
      methods: components["schemas"]["SecondFactorMethod"][];
      /**
       * Format: int32
       * @description Seconds until the challenge stops working
       */
      expiresIn: number;
    };
    /** @enum {string} */
    SecondFactorMethod: "totp" | "passkey" | "recovery_code";
    /**
     * Format: password
     * @description Six digits
     */
    TotpCode: string;
    /**
     * Format: password
     * @description Ten letters and digits; dashes, spaces and case do not matter
     */
    RecoveryCode: string;
    SecondFactor:
      | components["schemas"]["TotpFactor"]
      | components["schemas"]["RecoveryCodeFactor"]
      | components["schemas"]["PasskeyFactor"];
    TotpFactor: {
      /** @constant */
      method: "totp";
      challenge: components["schemas"]["ChallengeToken"];
      code: components["schemas"]["TotpCode"];
    };
    RecoveryCodeFactor: {
      /** @constant */
      method: "recovery_code";
      challenge: components["schemas"]["ChallengeToken"];
      code: components["schemas"]["RecoveryCode"];
    };
    PasskeyFactor: {
      /** @constant */
      method: "passkey";
      challenge: components["schemas"]["ChallengeToken"];
      ceremony: components["schemas"]["CeremonyToken"];
      response: components["schemas"]["PublicKeyCredential"];
    };
    Proof: components["schemas"]["PasswordProof"] | components["schemas"]["PasskeyProof"];
    PasswordProof: {
      /** @constant */
      method: "password";
      password: components["schemas"]["AnyPassword"];
      code?: components["schemas"]["TotpCode"];
    };
    PasskeyProof: {
      /** @constant */
      method: "passkey";
      ceremony: components["schemas"]["CeremonyToken"];
      response: components["schemas"]["PublicKeyCredential"];
    };
    AccessGrant: components["schemas"]["BearerAccess"] | components["schemas"]["CookieAccess"];
    BearerAccess: {
      /** @constant */
      transport: "bearer";
      sessionId: components["schemas"]["Id"];
      /** @description A JWT for `Authorization: Bearer` */
      accessToken: string;
      expiresIn: components["schemas"]["ExpiresIn"];
    };
    CookieAccess: {
      /** @constant */
      transport: "cookie";
      sessionId: components["schemas"]["Id"];
      expiresIn: components["schemas"]["ExpiresIn"];
    };
    Security: {
      /** @description Whether the account has a password */
      password: boolean;
      /** @description Whether one-time codes are on */
      totp: boolean;
      /**
       * Format: int32
       * @description How many recovery codes still work
       */
      recoveryCodes: number;
      /**
       * Format: int32
       * @description How many passkeys there are
       */
      passkeys: number;
    };
    TotpSetup: {
      /**
       * Format: password
       * @description For typing, in base32 (RFC 4648)
       */
      secret: string;
      /**
       * Format: password
       * @description For the app (Key URI Format)
       */
      uri: string;
      /**
       * Format: password
       * @description The same as a picture (SVG)
       */
      qrCode: string;
    };
    TotpConfirmation: {
      code: components["schemas"]["TotpCode"];
    };
    RecoveryCodes: {
      recoveryCodes: components["schemas"]["NewRecoveryCodes"];
    };
    /** @description Codes that each stand in for a second factor once, shown this once; none where there were some before */
    NewRecoveryCodes: components["schemas"]["RecoveryCode"][];
    /**
     * Format: password
     * @description What names one question to a passkey
     */
    CeremonyToken: string;
    PasskeyCeremony: {
      ceremony: components["schemas"]["CeremonyToken"];
      /** @description Options in JSON, as PublicKeyCredential's `parseCreationOptionsFromJSON` and `parseRequestOptionsFromJSON` take them */
      options: {
        [key: string]: unknown;
      };
    };
    /** @description What the browser answered, as its `toJSON` gives it (Web Authentication, level 3, section 5.1) */
    PublicKeyCredential: {
      id: string;
      rawId: string;
      /** @constant */
      type: "public-key";
      response: {
        [key: string]: unknown;
      };
    } & {
      [key: string]: unknown;
    };
    PasskeyCredentials: {
      ceremony: components["schemas"]["CeremonyToken"];
      response: components["schemas"]["PublicKeyCredential"];
      /** @default bearer */
      transport?: components["schemas"]["Transport"];
      deviceToken?: components["schemas"]["DeviceToken"];
    };
    /** @description What the person calls the passkey */
    PasskeyName: string;
    NewPasskey: {
      ceremony: components["schemas"]["CeremonyToken"];
      name: components["schemas"]["PasskeyName"];
      response: components["schemas"]["PublicKeyCredential"];
    };
    PasskeyChange: {
      name: components["schemas"]["PasskeyName"];
    };
    Passkey: {
      id: components["schemas"]["Id"];
      name: components["schemas"]["PasskeyName"];
      /** @description Whether it is kept on more than one device */
      backedUp: boolean;
      createdAt: components["schemas"]["Timestamp"];
      /** @description When it was last used; null where it never was */
      lastUsedAt: components["schemas"]["Timestamp"] | null;
    };
    PasskeyList: {
      items: components["schemas"]["Passkey"][];
    };
    AddedPasskey: {
      passkey: components["schemas"]["Passkey"];
      recoveryCodes: components["schemas"]["NewRecoveryCodes"];
    };
    /** @description The short name of an identity provider */
    ProviderId: string;
    Provider: {
      id: components["schemas"]["ProviderId"];
      /** @description What people know it by */
      name: string;
    };
    ProviderList: {
      items: components["schemas"]["Provider"][];
    };
    ProviderChoice: {
      provider: components["schemas"]["ProviderId"];
    };
    /**
     * Format: password
     * @description By which the client that began is known again
     */
    AuthorizationToken: string;
    Authorization: {
      authorization: components["schemas"]["AuthorizationToken"];
      /**
       * Format: uri
       * @description Where to send the person
       */
      url: string;
    };
    /** @description What the identity provider added to the address that the person came back to */
    AuthorizationAnswer: {
      authorization: components["schemas"]["AuthorizationToken"];
      state: components["schemas"]["CallbackValue"];
      code: components["schemas"]["CallbackValue"];
      iss?: components["schemas"]["CallbackIssuer"];
    };
    FederatedCredentials: {
      authorization: components["schemas"]["AuthorizationToken"];
      state: components["schemas"]["CallbackValue"];
      code: components["schemas"]["CallbackValue"];
      iss?: components["schemas"]["CallbackIssuer"];
      /** @default bearer */
      transport?: components["schemas"]["Transport"];
      deviceToken?: components["schemas"]["DeviceToken"];
    };
    /** Format: password */
    CallbackValue: string;
    /** @description Who answered (RFC 9207) */
    CallbackIssuer: string;
    Identity: {
      id: components["schemas"]["Id"];
      provider: components["schemas"]["ProviderId"];
      email: components["schemas"]["Email"];
      createdAt: components["schemas"]["Timestamp"];
      /** @description When it was last used; null where it never was */
      lastUsedAt: components["schemas"]["Timestamp"] | null;
    };
    IdentityList: {
      items: components["schemas"]["Identity"][];
    };
    /** @enum {string} */
    AccountState: "active" | "suspended" | "deleting";
    /** @description An account as those who run the product see it */
    Account: {
      id: components["schemas"]["Id"];
      email: components["schemas"]["Email"];
      /** @description When the person proved that the address is theirs; null where they have not */
      emailVerifiedAt: components["schemas"]["Timestamp"] | null;
      name: components["schemas"]["Name"];
      /** @description Whether they are of those who run the product */
      administrator: boolean;
      /** @description When it was suspended; null where it is not */
      suspendedAt: components["schemas"]["Timestamp"] | null;
      /** @description Why it was suspended; null where it is not */
      suspensionReason: components["schemas"]["Reason"] | null;
      createdAt: components["schemas"]["Timestamp"];
      updatedAt: components["schemas"]["Timestamp"];
      /** @description When it will be gone; null where the person did not delete it */
      deletesAt: components["schemas"]["Timestamp"] | null;
    };
    AccountPage: {
      items: components["schemas"]["Account"][];
      nextCursor: components["schemas"]["NextCursor"];
    };
    /** @description For the log, for whoever looks at it later, and for the person, who is told */
    Reason: string;
    Suspension: {
      reason: components["schemas"]["Reason"];
    };
    Impersonation: {
      reason: components["schemas"]["Reason"];
    };
    /**
     * Format: uuid
     * @description A UUID
     */
    JobId: string;
    /** @description A noun and what is done with it */
    JobName: string;
    /**
     * @description `waiting`: it runs when its time has come and there is room. `running`. `failed`: it was tried as often as it may, and waits for somebody to look. `done`.
     * @enum {string}
     */
    JobState: "waiting" | "running" | "failed" | "done";
    Job: {
      id: components["schemas"]["JobId"];
      name: components["schemas"]["JobName"];
      state: components["schemas"]["JobState"];
      /**
       * Format: int32
       * @description How often it was tried
       */
      attempts: number;
      /** @description What went wrong last; null where nothing did */
      error: string | null;
      createdAt: components["schemas"]["Timestamp"];
      /** @description Not before this instant */
      startsAt: components["schemas"]["Timestamp"];
      /** @description When it last began; null where it has not */
      startedAt: components["schemas"]["Timestamp"] | null;
      /** @description When it was done or failed for good; null where it is neither */
      endedAt: components["schemas"]["Timestamp"] | null;
    };
    JobPage: {
      items: components["schemas"]["Job"][];
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
      /** @description The person who invited; null where a key of the organization did, or where their account is gone */
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
      /** @description The person who made it; null where their account is gone */
      createdBy: components["schemas"]["Id"] | null;
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
    /** @description The login cannot go on. What came with the first step is unknown, has expired or was used. Log in from the beginning. */
    ChallengeNotValid: {
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
          code?: "challenge_not_valid";
        };
      };
    };
    /** @description The address is verified already. There is nothing left to verify. */
    EmailVerified: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "email_verified";
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
     *     - `account_suspended`: The account is suspended. Those who run the product have suspended it. Write to the support.
     */
    ForbiddenOrAccountSuspended: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "forbidden" | "account_suspended";
        };
      };
    };
    /**
     * @description - `forbidden`: Not allowed. The caller is known and may not do this.
     *     - `authorization_not_valid`: The login at the other service cannot be used. It is unknown, has expired, was used, is for somebody else, or the service refused it. Begin again.
     *     - `address_not_verified`: The other service does not vouch for the address. The identity provider gave no e-mail address, or one that it did not verify. Verify it there, or register here.
     */
    ForbiddenOrAuthorizationNotValidOrAddressNotVerified: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "forbidden" | "authorization_not_valid" | "address_not_verified";
        };
      };
    };
    /**
     * @description - `forbidden`: Not allowed. The caller is known and may not do this.
     *     - `authorization_not_valid`: The login at the other service cannot be used. It is unknown, has expired, was used, is for somebody else, or the service refused it. Begin again.
     *     - `address_not_verified`: The other service does not vouch for the address. The identity provider gave no e-mail address, or one that it did not verify. Verify it there, or register here.
     *     - `account_suspended`: The account is suspended. Those who run the product have suspended it. Write to the support.
     */
    ForbiddenOrAuthorizationNotValidOrAddressNotVerifiedOrAccountSuspended: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "forbidden" | "authorization_not_valid" | "address_not_verified" | "account_suspended";
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
     *     - `passkey_refused`: The passkey does not fit. It is unknown, or its answer is not for this question. Begin again.
     */
    ForbiddenOrPasskeyRefused: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "forbidden" | "passkey_refused";
        };
      };
    };
    /**
     * @description - `forbidden`: Not allowed. The caller is known and may not do this.
     *     - `passkey_refused`: The passkey does not fit. It is unknown, or its answer is not for this question. Begin again.
     *     - `account_suspended`: The account is suspended. Those who run the product have suspended it. Write to the support.
     */
    ForbiddenOrPasskeyRefusedOrAccountSuspended: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "forbidden" | "passkey_refused" | "account_suspended";
        };
      };
    };
    /**
     * @description - `forbidden`: Not allowed. The caller is known and may not do this.
     *     - `proof_refused`: This does not prove who you are. The password, the code or the passkey is not right, or a second factor is missing. Who has second factors proves with a passkey, or with password and code.
     */
    ForbiddenOrProofRefused: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "forbidden" | "proof_refused";
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
    /**
     * @description - `forbidden`: Not allowed. The caller is known and may not do this.
     *     - `wrong_code`: The code is not right. It is wrong, has expired or was used before. Take the next one.
     */
    ForbiddenOrWrongCode: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "forbidden" | "wrong_code";
        };
      };
    };
    /**
     * @description - `forbidden`: Not allowed. The caller is known and may not do this.
     *     - `wrong_code`: The code is not right. It is wrong, has expired or was used before. Take the next one.
     *     - `passkey_refused`: The passkey does not fit. It is unknown, or its answer is not for this question. Begin again.
     *     - `account_suspended`: The account is suspended. Those who run the product have suspended it. Write to the support.
     */
    ForbiddenOrWrongCodeOrPasskeyRefusedOrAccountSuspended: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "forbidden" | "wrong_code" | "passkey_refused" | "account_suspended";
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
    /** @description The identity is linked already. This identity is linked to an account, or the account has another one of the same provider. */
    IdentityTaken: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "identity_taken";
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
    /** @description An administrator. Administrators are neither suspended nor impersonated. That they are administrators has to end first. */
    IsAdministrator: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "is_administrator";
        };
      };
    };
    /**
     * @description - `job_not_failed`: The job has not failed. Only a job that failed for good can be tried again.
     *     - `job_waits`: Such a job waits already. Scheduled work is there once. A job of this name waits or runs, and does what the failed one did not.
     */
    JobNotFailedOrJobWaits: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "job_not_failed" | "job_waits";
        };
      };
    };
    /** @description Nothing would be left to log in with. The account has neither a password nor another identity nor a passkey. Add one first. */
    LastCredential: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "last_credential";
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
    /** @description There is an account already. An account has the e-mail address that the identity provider gave. Log in to it another way, then link the identity to it. */
    LinkNeeded: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "link_needed";
        };
      };
    };
    /** @description The link does not work. It is unknown, has expired, was used, was replaced by a newer one, or what it was for has changed. Ask for a new one. */
    LinkNotValid: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "link_not_valid";
        };
      };
    };
    /**
     * @description - `link_not_valid`: The link does not work. It is unknown, has expired, was used, was replaced by a newer one, or what it was for has changed. Ask for a new one.
     *     - `email_taken`: The address has an account. Another account has this e-mail address by now.
     */
    LinkNotValidOrEmailTaken: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "link_not_valid" | "email_taken";
        };
      };
    };
    /** @description There is no passkey. The account has no passkey. Use another second factor. */
    NoPasskey: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "no_passkey";
        };
      };
    };
    /** @description There is no second factor. Recovery codes stand in for a second factor. Set up one-time codes or add a passkey first. */
    NoSecondFactor: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "no_second_factor";
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
    /**
     * @description - `passkey_exists`: The passkey is known already. This passkey belongs to an account.
     *     - `too_many_passkeys`: Too many passkeys. An account has at most 20 passkeys. Remove those that you do not use.
     */
    PasskeyExistsOrTooManyPasskeys: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "passkey_exists" | "too_many_passkeys";
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
    /** @description The other service does not answer. The identity provider did not answer, or not as it should. Try again later or log in another way. */
    ProviderUnavailable: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "provider_unavailable";
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
    /**
     * @description - `rate_limited`: Too many requests. Wait for the seconds in Retry-After.
     *     - `too_many_attempts`: Too many attempts. There were too many wrong passwords or codes for this account. Wait for the seconds in Retry-After, log in from a device that the account knows, or ask for a link to choose a new password.
     */
    RateLimitedOrTooManyAttempts: {
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
          code?: "rate_limited" | "too_many_attempts";
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
    /** @description Organizations would be without an owner. You are the only owner of organizations. Make somebody else an owner of each, or delete it first. */
    SoleOwner: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "sole_owner";
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
    /** @description Too many passkeys. An account has at most 20 passkeys. Remove those that you do not use. */
    TooManyPasskeys: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "too_many_passkeys";
        };
      };
    };
    /** @description One-time codes are on already. Turn them off before you set them up anew. */
    TotpActive: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "totp_active";
        };
      };
    };
    /**
     * @description - `totp_active`: One-time codes are on already. Turn them off before you set them up anew.
     *     - `totp_not_started`: There is nothing to confirm. Begin to set up one-time codes first; what was begun is forgotten after an hour.
     */
    TotpActiveOrTotpNotStarted: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "totp_active" | "totp_not_started";
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
    /** @description There is no such provider. This server is not set up with an identity provider of this name. listIdentityProviders has those that it is. */
    UnknownProvider: {
      headers: {
        RateLimit: components["headers"]["RateLimit"];
        "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"] & {
          /** @enum {string} */
          code?: "unknown_provider";
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
    /** @description The device token of an earlier login with `transport cookie` */
    deviceCookie: components["schemas"]["DeviceToken"];
    /**
     * @description The passkey
     * @example 0199d1a0-9999-7a52-8f11-3f0f6a1b2c3d
     */
    passkeyId: components["schemas"]["Id"];
    /**
     * @description The identity
     * @example 0199d1a0-aaaa-7a52-8f11-3f0f6a1b2c3d
     */
    identityId: components["schemas"]["Id"];
    /**
     * @description The person whose account it is
     * @example 0199d1a0-1111-7a52-8f11-3f0f6a1b2c3d
     */
    accountId: components["schemas"]["Id"];
    /**
     * @description The job
     * @example 0199d1a0-bbbb-7a52-8f11-3f0f6a1b2c3d
     */
    jobId: components["schemas"]["JobId"];
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
    /** @description What the page may load and run, in place of the nothing that every other answer may */
    PagePolicy: string;
    /**
     * @description That it is a file to keep, and what to call it
     * @example attachment; filename="audit-0199d1a0-3333-7a52-8f11-3f0f6a1b2c3d.csv"
     */
    ContentDisposition: string;
    /** @description The cookies `__Host-session`, `__Host-refresh` and `__Host-device`, set or cleared; only with cookie transport */
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
export type AnyPassword = components["schemas"]["AnyPassword"];
export type NewPassword = components["schemas"]["NewPassword"];
export type AddressOnly = components["schemas"]["AddressOnly"];
export type LinkToken = components["schemas"]["LinkToken"];
export type LinkUse = components["schemas"]["LinkUse"];
export type PasswordReset = components["schemas"]["PasswordReset"];
export type DeviceToken = components["schemas"]["DeviceToken"];
export type ChallengeToken = components["schemas"]["ChallengeToken"];
export type ChallengeOnly = components["schemas"]["ChallengeOnly"];
export type SecondFactorChallenge = components["schemas"]["SecondFactorChallenge"];
export type SecondFactorMethod = components["schemas"]["SecondFactorMethod"];
export type TotpCode = components["schemas"]["TotpCode"];
export type RecoveryCode = components["schemas"]["RecoveryCode"];
export type SecondFactor = components["schemas"]["SecondFactor"];
export type TotpFactor = components["schemas"]["TotpFactor"];
export type RecoveryCodeFactor = components["schemas"]["RecoveryCodeFactor"];
export type PasskeyFactor = components["schemas"]["PasskeyFactor"];
export type Proof = components["schemas"]["Proof"];
export type PasswordProof = components["schemas"]["PasswordProof"];
export type PasskeyProof = components["schemas"]["PasskeyProof"];
export type AccessGrant = components["schemas"]["AccessGrant"];
export type BearerAccess = components["schemas"]["BearerAccess"];
export type CookieAccess = components["schemas"]["CookieAccess"];
export type Security = components["schemas"]["Security"];
export type TotpSetup = components["schemas"]["TotpSetup"];
export type TotpConfirmation = components["schemas"]["TotpConfirmation"];
export type RecoveryCodes = components["schemas"]["RecoveryCodes"];
export type NewRecoveryCodes = components["schemas"]["NewRecoveryCodes"];
export type CeremonyToken = components["schemas"]["CeremonyToken"];
export type PasskeyCeremony = components["schemas"]["PasskeyCeremony"];
export type PublicKeyCredential = components["schemas"]["PublicKeyCredential"];
export type PasskeyCredentials = components["schemas"]["PasskeyCredentials"];
export type PasskeyName = components["schemas"]["PasskeyName"];
export type NewPasskey = components["schemas"]["NewPasskey"];
export type PasskeyChange = components["schemas"]["PasskeyChange"];
export type Passkey = components["schemas"]["Passkey"];
export type PasskeyList = components["schemas"]["PasskeyList"];
export type AddedPasskey = components["schemas"]["AddedPasskey"];
export type ProviderId = components["schemas"]["ProviderId"];
export type Provider = components["schemas"]["Provider"];
export type ProviderList = components["schemas"]["ProviderList"];
export type ProviderChoice = components["schemas"]["ProviderChoice"];
export type AuthorizationToken = components["schemas"]["AuthorizationToken"];
export type Authorization = components["schemas"]["Authorization"];
export type AuthorizationAnswer = components["schemas"]["AuthorizationAnswer"];
export type FederatedCredentials = components["schemas"]["FederatedCredentials"];
export type CallbackValue = components["schemas"]["CallbackValue"];
export type CallbackIssuer = components["schemas"]["CallbackIssuer"];
export type Identity = components["schemas"]["Identity"];
export type IdentityList = components["schemas"]["IdentityList"];
export type AccountState = components["schemas"]["AccountState"];
export type Account = components["schemas"]["Account"];
export type AccountPage = components["schemas"]["AccountPage"];
export type Reason = components["schemas"]["Reason"];
export type Suspension = components["schemas"]["Suspension"];
export type Impersonation = components["schemas"]["Impersonation"];
export type JobId = components["schemas"]["JobId"];
export type JobName = components["schemas"]["JobName"];
export type JobState = components["schemas"]["JobState"];
export type Job = components["schemas"]["Job"];
export type JobPage = components["schemas"]["JobPage"];
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
export type ResponseChallengeNotValid = components["responses"]["ChallengeNotValid"];
export type ResponseEmailVerified = components["responses"]["EmailVerified"];
export type ResponseForbidden = components["responses"]["Forbidden"];
export type ResponseForbiddenOrAccountSuspended = components["responses"]["ForbiddenOrAccountSuspended"];
export type ResponseForbiddenOrAuthorizationNotValidOrAddressNotVerified =
  components["responses"]["ForbiddenOrAuthorizationNotValidOrAddressNotVerified"];
export type ResponseForbiddenOrAuthorizationNotValidOrAddressNotVerifiedOrAccountSuspended =
  components["responses"]["ForbiddenOrAuthorizationNotValidOrAddressNotVerifiedOrAccountSuspended"];
export type ResponseForbiddenOrInvitedSomebodyElse = components["responses"]["ForbiddenOrInvitedSomebodyElse"];
export type ResponseForbiddenOrPasskeyRefused = components["responses"]["ForbiddenOrPasskeyRefused"];
export type ResponseForbiddenOrPasskeyRefusedOrAccountSuspended =
  components["responses"]["ForbiddenOrPasskeyRefusedOrAccountSuspended"];
export type ResponseForbiddenOrProofRefused = components["responses"]["ForbiddenOrProofRefused"];
export type ResponseForbiddenOrScopesNotHeld = components["responses"]["ForbiddenOrScopesNotHeld"];
export type ResponseForbiddenOrWrongCode = components["responses"]["ForbiddenOrWrongCode"];
export type ResponseForbiddenOrWrongCodeOrPasskeyRefusedOrAccountSuspended =
  components["responses"]["ForbiddenOrWrongCodeOrPasskeyRefusedOrAccountSuspended"];
export type ResponseIdempotencyInProgress = components["responses"]["IdempotencyInProgress"];
export type ResponseIdempotencyInProgressOrAlreadyAMemberOrAlreadyInvitedOrPersonalOrganizationOrTooManyInvitationsOrUnknownRole =
  components["responses"]["IdempotencyInProgressOrAlreadyAMemberOrAlreadyInvitedOrPersonalOrganizationOrTooManyInvitationsOrUnknownRole"];
export type ResponseIdentityTaken = components["responses"]["IdentityTaken"];
export type ResponseInternal = components["responses"]["Internal"];
export type ResponseInvalidCredentials = components["responses"]["InvalidCredentials"];
export type ResponseInvalidRefreshTokenOrRefreshTokenReused =
  components["responses"]["InvalidRefreshTokenOrRefreshTokenReused"];
export type ResponseInvalidRequest = components["responses"]["InvalidRequest"];
export type ResponseInvalidRequestOrIdempotencyMismatch =
  components["responses"]["InvalidRequestOrIdempotencyMismatch"];
export type ResponseInvitationNotOpen = components["responses"]["InvitationNotOpen"];
export type ResponseIsAdministrator = components["responses"]["IsAdministrator"];
export type ResponseJobNotFailedOrJobWaits = components["responses"]["JobNotFailedOrJobWaits"];
export type ResponseLastCredential = components["responses"]["LastCredential"];
export type ResponseLastOwner = components["responses"]["LastOwner"];
export type ResponseLastOwnerOrUnknownRole = components["responses"]["LastOwnerOrUnknownRole"];
export type ResponseLinkNeeded = components["responses"]["LinkNeeded"];
export type ResponseLinkNotValid = components["responses"]["LinkNotValid"];
export type ResponseLinkNotValidOrEmailTaken = components["responses"]["LinkNotValidOrEmailTaken"];
export type ResponseNoPasskey = components["responses"]["NoPasskey"];
export type ResponseNoSecondFactor = components["responses"]["NoSecondFactor"];
export type ResponseNotAcceptable = components["responses"]["NotAcceptable"];
export type ResponseNotFound = components["responses"]["NotFound"];
export type ResponsePasskeyExistsOrTooManyPasskeys = components["responses"]["PasskeyExistsOrTooManyPasskeys"];
export type ResponsePersonalOrganization = components["responses"]["PersonalOrganization"];
export type ResponsePreconditionFailed = components["responses"]["PreconditionFailed"];
export type ResponsePreconditionRequired = components["responses"]["PreconditionRequired"];
export type ResponseProviderUnavailable = components["responses"]["ProviderUnavailable"];
export type ResponseRateLimited = components["responses"]["RateLimited"];
export type ResponseRateLimitedOrTooManyAttempts = components["responses"]["RateLimitedOrTooManyAttempts"];
export type ResponseRequestTimeout = components["responses"]["RequestTimeout"];
export type ResponseRoleExistsOrTooManyRoles = components["responses"]["RoleExistsOrTooManyRoles"];
export type ResponseRoleInUse = components["responses"]["RoleInUse"];
export type ResponseSoleOwner = components["responses"]["SoleOwner"];
export type ResponseTooManyKeys = components["responses"]["TooManyKeys"];
export type ResponseTooManyPasskeys = components["responses"]["TooManyPasskeys"];
export type ResponseTotpActive = components["responses"]["TotpActive"];
export type ResponseTotpActiveOrTotpNotStarted = components["responses"]["TotpActiveOrTotpNotStarted"];
export type ResponseUnauthenticated = components["responses"]["Unauthenticated"];
export type ResponseUnauthenticatedOrReauthenticationRequired =
  components["responses"]["UnauthenticatedOrReauthenticationRequired"];
export type ResponseUnavailable = components["responses"]["Unavailable"];
export type ResponseUnavailableOrNotReady = components["responses"]["UnavailableOrNotReady"];
export type ResponseUnknownProvider = components["responses"]["UnknownProvider"];
export type ResponseUnsupportedMediaType = components["responses"]["UnsupportedMediaType"];
export type ParameterDeviceCookie = components["parameters"]["deviceCookie"];
export type ParameterPasskeyId = components["parameters"]["passkeyId"];
export type ParameterIdentityId = components["parameters"]["identityId"];
export type ParameterAccountId = components["parameters"]["accountId"];
export type ParameterJobId = components["parameters"]["jobId"];
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
      /** @description The profile as it is now */
      200: {
        headers: {
          /**
           * @description Who may keep the answer, and for how long (RFC 9111, section 5.2.2)
           * @example private, max-age=60
           */
          "Cache-Control": string;
          ETag: components["headers"]["ETag"];
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
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["User"];
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
  deleteMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The profile, with the instant at which the account will be gone */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["User"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["UnauthenticatedOrReauthenticationRequired"];
      403: components["responses"]["Forbidden"];
      406: components["responses"]["NotAcceptable"];
      409: components["responses"]["SoleOwner"];
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
  restoreMe: {
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
  exportMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The data */
      200: {
        headers: {
          "Content-Disposition": components["headers"]["ContentDisposition"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/x-ndjson": unknown;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["UnauthenticatedOrReauthenticationRequired"];
      403: components["responses"]["Forbidden"];
      406: components["responses"]["NotAcceptable"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listMyEvents: {
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
      /** @description One page of events */
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
          Link: components["headers"]["Link"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AuditEventPage"];
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
  verifyEmail: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["LinkUse"];
      };
    };
    responses: {
      /** @description The profile as it is now */
      200: {
        headers: {
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
      409: components["responses"]["LinkNotValid"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  sendVerification: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The mail is on its way */
      202: {
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
      409: components["responses"]["EmailVerified"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  confirmEmailChange: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["LinkUse"];
      };
    };
    responses: {
      /** @description The profile as it is now */
      200: {
        headers: {
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
      409: components["responses"]["LinkNotValidOrEmailTaken"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  requestEmailChange: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["AddressOnly"];
      };
    };
    responses: {
      /** @description The mails are on their way */
      202: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["UnauthenticatedOrReauthenticationRequired"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["RequestTimeout"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewPassword"];
      };
    };
    responses: {
      /** @description The password is the new one */
      204: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["UnauthenticatedOrReauthenticationRequired"];
      403: components["responses"]["Forbidden"];
      408: components["responses"]["RequestTimeout"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  getSecurity: {
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
      /** @description What there is */
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
          "application/json": components["schemas"]["Security"];
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
      406: components["responses"]["NotAcceptable"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  confirmTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["TotpConfirmation"];
      };
    };
    responses: {
      /** @description One-time codes are on */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RecoveryCodes"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["UnauthenticatedOrReauthenticationRequired"];
      403: components["responses"]["ForbiddenOrWrongCode"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      409: components["responses"]["TotpActiveOrTotpNotStarted"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimitedOrTooManyAttempts"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  startTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What the app has to know, shown this once */
      201: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TotpSetup"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["UnauthenticatedOrReauthenticationRequired"];
      403: components["responses"]["Forbidden"];
      406: components["responses"]["NotAcceptable"];
      409: components["responses"]["TotpActive"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  removeTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One-time codes are off */
      204: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["UnauthenticatedOrReauthenticationRequired"];
      403: components["responses"]["Forbidden"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createRecoveryCodes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The codes, shown this once */
      201: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RecoveryCodes"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["UnauthenticatedOrReauthenticationRequired"];
      403: components["responses"]["Forbidden"];
      406: components["responses"]["NotAcceptable"];
      409: components["responses"]["NoSecondFactor"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  startPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The options, which work for five minutes */
      201: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PasskeyCeremony"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["UnauthenticatedOrReauthenticationRequired"];
      403: components["responses"]["Forbidden"];
      406: components["responses"]["NotAcceptable"];
      409: components["responses"]["TooManyPasskeys"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listPasskeys: {
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
      /** @description The passkeys */
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
          "application/json": components["schemas"]["PasskeyList"];
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
      406: components["responses"]["NotAcceptable"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  createPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewPasskey"];
      };
    };
    responses: {
      /** @description The passkey */
      201: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AddedPasskey"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["UnauthenticatedOrReauthenticationRequired"];
      403: components["responses"]["ForbiddenOrPasskeyRefused"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      409: components["responses"]["PasskeyExistsOrTooManyPasskeys"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  deletePasskey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The passkey
         * @example 0199d1a0-9999-7a52-8f11-3f0f6a1b2c3d
         */
        passkeyId: components["parameters"]["passkeyId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The passkey is gone */
      204: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["UnauthenticatedOrReauthenticationRequired"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["LastCredential"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  updatePasskey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The passkey
         * @example 0199d1a0-9999-7a52-8f11-3f0f6a1b2c3d
         */
        passkeyId: components["parameters"]["passkeyId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["PasskeyChange"];
      };
    };
    responses: {
      /** @description The passkey as it is now */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Passkey"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["Forbidden"];
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
  listIdentities: {
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
      /** @description The identities */
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
          "application/json": components["schemas"]["IdentityList"];
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
      406: components["responses"]["NotAcceptable"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  completeIdentityLink: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["AuthorizationAnswer"];
      };
    };
    responses: {
      /** @description The identity */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Identity"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["ForbiddenOrAuthorizationNotValidOrAddressNotVerified"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      409: components["responses"]["IdentityTaken"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      502: components["responses"]["ProviderUnavailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  startIdentityLink: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ProviderChoice"];
      };
    };
    responses: {
      /** @description Where to go */
      201: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Authorization"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["UnauthenticatedOrReauthenticationRequired"];
      403: components["responses"]["Forbidden"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      409: components["responses"]["UnknownProvider"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      502: components["responses"]["ProviderUnavailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  deleteIdentity: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The identity
         * @example 0199d1a0-aaaa-7a52-8f11-3f0f6a1b2c3d
         */
        identityId: components["parameters"]["identityId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The identity is unlinked */
      204: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["UnauthenticatedOrReauthenticationRequired"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["LastCredential"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  resetPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["PasswordReset"];
      };
    };
    responses: {
      /** @description The password is the new one */
      204: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadRequest"];
      408: components["responses"]["RequestTimeout"];
      409: components["responses"]["LinkNotValid"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  requestPasswordReset: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["AddressOnly"];
      };
    };
    responses: {
      /** @description If there is an account, a mail is on its way */
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
      /** @description One page of sessions */
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
          Link: components["headers"]["Link"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SessionPage"];
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
  createSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: {
        /** @description The device token of an earlier login with `transport cookie` */
        "__Host-device"?: components["parameters"]["deviceCookie"];
      };
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
      /** @description The password is right, and a second factor is due */
      202: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SecondFactorChallenge"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["InvalidCredentials"];
      403: components["responses"]["ForbiddenOrAccountSuspended"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimitedOrTooManyAttempts"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  revokeSessions: {
    parameters: {
      query: {
        /**
         * @description The others, or all
         * @example others
         */
        which: "others" | "all";
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sessions have ended */
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
  completeSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: {
        /** @description The device token of an earlier login with `transport cookie` */
        "__Host-device"?: components["parameters"]["deviceCookie"];
      };
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["SecondFactor"];
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
      401: components["responses"]["ChallengeNotValid"];
      403: components["responses"]["ForbiddenOrWrongCodeOrPasskeyRefusedOrAccountSuspended"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimitedOrTooManyAttempts"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  startSecondFactorPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ChallengeOnly"];
      };
    };
    responses: {
      /** @description The options, which work for five minutes */
      201: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PasskeyCeremony"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["ChallengeNotValid"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      409: components["responses"]["NoPasskey"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  startPasskeySession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The options, which work for five minutes */
      201: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PasskeyCeremony"];
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
  createPasskeySession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: {
        /** @description The device token of an earlier login with `transport cookie` */
        "__Host-device"?: components["parameters"]["deviceCookie"];
      };
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["PasskeyCredentials"];
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
      403: components["responses"]["ForbiddenOrPasskeyRefusedOrAccountSuspended"];
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
  createFederatedSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: {
        /** @description The device token of an earlier login with `transport cookie` */
        "__Host-device"?: components["parameters"]["deviceCookie"];
      };
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["FederatedCredentials"];
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
      /** @description The identity is right, and a second factor is due */
      202: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SecondFactorChallenge"];
        };
      };
      400: components["responses"]["BadRequest"];
      403: components["responses"]["ForbiddenOrAuthorizationNotValidOrAddressNotVerifiedOrAccountSuspended"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      409: components["responses"]["LinkNeeded"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      502: components["responses"]["ProviderUnavailable"];
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
  reauthenticate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Proof"];
      };
    };
    responses: {
      /** @description The session goes on, with a new access token */
      200: {
        headers: {
          "Set-Cookie": components["headers"]["SessionCookies"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AccessGrant"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["ForbiddenOrProofRefused"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimitedOrTooManyAttempts"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  startReauthenticationPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The options, which work for five minutes */
      201: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PasskeyCeremony"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["Forbidden"];
      406: components["responses"]["NotAcceptable"];
      409: components["responses"]["NoPasskey"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listIdentityProviders: {
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
      /** @description The providers */
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
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ProviderList"];
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
  startFederatedSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ProviderChoice"];
      };
    };
    responses: {
      /** @description Where to go */
      201: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Authorization"];
        };
      };
      400: components["responses"]["BadRequest"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      409: components["responses"]["UnknownProvider"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      502: components["responses"]["ProviderUnavailable"];
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
      /** @description One page of organizations */
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
          Link: components["headers"]["Link"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MembershipPage"];
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
      header?: {
        /**
         * @description The ETag that the caller has: the answer is 304 while it is current (RFC 9110, section 13.1.2)
         * @example "1"
         */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
    requestBody?: never;
    responses: {
      /** @description The organization as it is now */
      200: {
        headers: {
          /**
           * @description Who may keep the answer, and for how long (RFC 9111, section 5.2.2)
           * @example private, max-age=60
           */
          "Cache-Control": string;
          ETag: components["headers"]["ETag"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Organization"];
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
      header?: {
        /**
         * @description The ETag that the caller has: the answer is 304 while it is current (RFC 9110, section 13.1.2)
         * @example "1"
         */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
    requestBody?: never;
    responses: {
      /** @description One page of members */
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
          "application/json": components["schemas"]["MemberPage"];
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
      header?: {
        /**
         * @description The ETag that the caller has: the answer is 304 while it is current (RFC 9110, section 13.1.2)
         * @example "1"
         */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
    requestBody?: never;
    responses: {
      /** @description The member as they are now */
      200: {
        headers: {
          /**
           * @description Who may keep the answer, and for how long (RFC 9111, section 5.2.2)
           * @example private, max-age=60
           */
          "Cache-Control": string;
          ETag: components["headers"]["ETag"];
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
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Member"];
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
      header?: {
        /**
         * @description The ETag that the caller has: the answer is 304 while it is current (RFC 9110, section 13.1.2)
         * @example "1"
         */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
    requestBody?: never;
    responses: {
      /** @description All roles */
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
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RoleList"];
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
      header?: {
        /**
         * @description The ETag that the caller has: the answer is 304 while it is current (RFC 9110, section 13.1.2)
         * @example "1"
         */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
    requestBody?: never;
    responses: {
      /** @description The role as it is now */
      200: {
        headers: {
          /**
           * @description Who may keep the answer, and for how long (RFC 9111, section 5.2.2)
           * @example private, max-age=60
           */
          "Cache-Control": string;
          ETag: components["headers"]["ETag"];
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
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Role"];
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
      header?: {
        /**
         * @description The ETag that the caller has: the answer is 304 while it is current (RFC 9110, section 13.1.2)
         * @example "1"
         */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
    requestBody?: never;
    responses: {
      /** @description One page of invitations */
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
          Link: components["headers"]["Link"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["InvitationPage"];
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
      header?: {
        /**
         * @description The ETag that the caller has: the answer is 304 while it is current (RFC 9110, section 13.1.2)
         * @example "1"
         */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
    requestBody?: never;
    responses: {
      /** @description One page of keys */
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
          Link: components["headers"]["Link"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApiKeyPage"];
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
      header?: {
        /**
         * @description The ETag that the caller has: the answer is 304 while it is current (RFC 9110, section 13.1.2)
         * @example "1"
         */
        "If-None-Match"?: components["parameters"]["IfNoneMatch"];
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
    requestBody?: never;
    responses: {
      /** @description One page of events */
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
          Link: components["headers"]["Link"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AuditEventPage"];
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
  listUsers: {
    parameters: {
      query?: {
        /**
         * @description How the e-mail address or the name begins; case does not matter
         * @example ada
         */
        query?: string;
        /**
         * @description Only accounts in this state
         * @example active
         */
        state?: components["schemas"]["AccountState"];
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
      /** @description One page of accounts */
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
          Link: components["headers"]["Link"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AccountPage"];
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
  getUser: {
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
         * @description The person whose account it is
         * @example 0199d1a0-1111-7a52-8f11-3f0f6a1b2c3d
         */
        accountId: components["parameters"]["accountId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The account as it is now */
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
          "application/json": components["schemas"]["Account"];
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
  suspendUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The person whose account it is
         * @example 0199d1a0-1111-7a52-8f11-3f0f6a1b2c3d
         */
        accountId: components["parameters"]["accountId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Suspension"];
      };
    };
    responses: {
      /** @description The account as it is now */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Account"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["UnauthenticatedOrReauthenticationRequired"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      409: components["responses"]["IsAdministrator"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  restoreUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The person whose account it is
         * @example 0199d1a0-1111-7a52-8f11-3f0f6a1b2c3d
         */
        accountId: components["parameters"]["accountId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The account as it is now */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Account"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["UnauthenticatedOrReauthenticationRequired"];
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
  impersonateUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The person whose account it is
         * @example 0199d1a0-1111-7a52-8f11-3f0f6a1b2c3d
         */
        accountId: components["parameters"]["accountId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Impersonation"];
      };
    };
    responses: {
      /** @description The access token */
      201: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["BearerAccess"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["UnauthenticatedOrReauthenticationRequired"];
      403: components["responses"]["ForbiddenOrAccountSuspended"];
      404: components["responses"]["NotFound"];
      406: components["responses"]["NotAcceptable"];
      408: components["responses"]["RequestTimeout"];
      409: components["responses"]["IsAdministrator"];
      413: components["responses"]["BodyTooLarge"];
      415: components["responses"]["UnsupportedMediaType"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
  listJobs: {
    parameters: {
      query?: {
        /**
         * @description Only jobs in this state
         * @example failed
         */
        state?: components["schemas"]["JobState"];
        /**
         * @description Only jobs of this name
         * @example mail.send
         */
        name?: components["schemas"]["JobName"];
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
      /** @description One page of jobs */
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
          Link: components["headers"]["Link"];
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["JobPage"];
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
  getJob: {
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
         * @description The job
         * @example 0199d1a0-bbbb-7a52-8f11-3f0f6a1b2c3d
         */
        jobId: components["parameters"]["jobId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job as it is now */
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
          "application/json": components["schemas"]["Job"];
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
  retryJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description The job
         * @example 0199d1a0-bbbb-7a52-8f11-3f0f6a1b2c3d
         */
        jobId: components["parameters"]["jobId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job as it is now */
      200: {
        headers: {
          RateLimit: components["headers"]["RateLimit"];
          "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthenticated"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      406: components["responses"]["NotAcceptable"];
      409: components["responses"]["JobNotFailedOrJobWaits"];
      413: components["responses"]["BodyTooLarge"];
      422: components["responses"]["InvalidRequest"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["Internal"];
      503: components["responses"]["Unavailable"];
    };
  };
}
