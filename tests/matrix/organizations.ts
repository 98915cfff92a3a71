import type { KeyScope, Scope } from "#generated/types";
import type { Person, TestApp } from "../support/app";
import type { ApiKeyClient } from "../support/client";

/** An organization as the matrix needs it: made anew for each call that may change something. */
export class Organization {
  readonly #keys = new Map<string, Promise<ApiKeyClient>>();

  private constructor(
    readonly app: TestApp,
    readonly owner: Person,
    readonly id: string,
  ) {}

  static async found(app: TestApp, owner: Person): Promise<Organization> {
    return new Organization(app, owner, await app.organization(owner));
  }

  /** With a built-in role or one that `role` has made. Lists have those first who joined last. */
  admit(person: Person, role: string, joinedAt?: Date): Promise<void> {
    return this.app.join(person, this.id, role, joinedAt);
  }

  /** A role of the organization's own. */
  role(name: string, scopes: readonly string[]): Promise<void> {
    return this.app.role(this.id, name, scopes as Scope[]);
  }

  /** A program with a key that works, the same one for the same scopes. */
  key(scopes: readonly string[]): Promise<ApiKeyClient> {
    const wanted = scopes.join(" ");
    const key = this.#keys.get(wanted) ?? this.#newKey(scopes);
    this.#keys.set(wanted, key);
    return key;
  }

  async revokedKey(scopes: readonly string[]): Promise<ApiKeyClient> {
    const key = await this.#newKey(scopes);
    const path = { organizationId: this.id, keyId: key.apiKeyId };
    const answer = await this.owner.call("revokeApiKey", { path });
    if (answer.status !== 204) throw new Error(`a key could not be revoked: ${answer.text}`);
    return key;
  }

  /** As if it had been made two days ago for one day. Nobody has used it yet. */
  async expiredKey(scopes: readonly string[]): Promise<ApiKeyClient> {
    const key = await this.#newKey(scopes);
    await this.app.sql`
      update api_keys set created_at = created_at - interval '2 days', expires_at = created_at - interval '1 day'
      where id = ${key.apiKeyId}`;
    return key;
  }

  #newKey(scopes: readonly string[]): Promise<ApiKeyClient> {
    return this.app.apiKey(this.owner, this.id, scopes as KeyScope[]);
  }
}
