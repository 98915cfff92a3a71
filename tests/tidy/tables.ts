/** Only its owner writes a table: whoever wants a change asks the owner for it. */
import { statementsOf } from "./calls";
import { fault, type Rule } from "./source";

/** Each table with the folder whose code writes it; a schema of somebody else, by its name, counts as one. */
export const OWNERS: Readonly<Record<string, string>> = {
  account_links: "src/modules/credentials",
  api_key_secrets: "src/modules/api-keys",
  api_keys: "src/modules/api-keys",
  audit_chains: "src/contract",
  audit_events: "src/contract",
  authorization_requests: "src/modules/identities",
  cache_changes: "src/contract",
  custom_roles: "src/modules/members",
  devices: "src/modules/devices",
  idempotency_keys: "src/contract",
  identities: "src/modules/identities",
  invitations: "src/modules/invitations",
  login_challenges: "src/modules/sessions",
  login_throttles: "src/modules/devices",
  members: "src/modules/members",
  organizations: "src/modules/organizations",
  outbox_mails: "src/modules/mail",
  passkey_ceremonies: "src/modules/passkeys",
  passkeys: "src/modules/passkeys",
  pgboss: "src/modules/jobs",
  purge_progress: "src/modules/purging",
  recovery_codes: "src/modules/factors",
  refresh_tokens: "src/modules/sessions",
  sessions: "src/modules/sessions",
  signing_keys: "src/modules/keys",
  totp_secrets: "src/modules/factors",
  users: "src/modules/accounts",
};

/** Not `for update`, `for no key update` and `do update`, which name no table. */
const WRITE =
  /\b(?:insert\s+into|(?<!\b(?:for|do|key)\s+)update|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+(?:only\s+)?(?:public\.)?([\w"$]+)/gi;

export const tableOwners: Rule = (source) =>
  statementsOf(source).flatMap(({ node, text }) =>
    [...text.matchAll(WRITE)].flatMap(([, table = ""]) => {
      const owner = OWNERS[table];
      if (!owner)
        return [
          fault(source, node, `${table} has no owner: write its name, and name its owner in tests/tidy/tables.ts.`),
        ];
      return source.path.startsWith(`${owner}/`)
        ? []
        : [fault(source, node, `Only ${owner} writes ${table}: ask it to.`)];
    }),
  );

/** The tables that a migration leaves behind: what its up part creates and does not drop. */
export function tablesOf(migration: string): string[] {
  const [up = ""] = migration.split(/^-- migrate:down/m);
  const named = (pattern: RegExp) => [...up.matchAll(pattern)].map(([, name = ""]) => name);
  const dropped = named(/^\s*drop table (?:if exists )?(\w+)/gim);
  return named(/^\s*create table (?:if not exists )?(\w+)/gim).filter((table) => !dropped.includes(table));
}
