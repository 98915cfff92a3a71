/**
 * ESLint has one task here: to prove the SQL against a migrated database (@ts-safeql/eslint-plugin). Everything else is
 * Biome's. tests/db/queries.test.ts runs it, with DATABASE_URL; docs/testing.md says how to read what it finds.
 */
import safeql from "@ts-safeql/eslint-plugin/config";
import tseslint from "typescript-eslint";

/** Wrong on purpose: shows that the proof finds what it should. */
const FIXTURE = "tests/db/wrong-queries/queries.ts";

/** What postgres.js hands over and takes where SafeQL would say otherwise; see src/db/client.ts. */
const types = {
  bigint: "string",
  bytea: { parameter: { regex: "^(Uint8Array|Buffer)(<ArrayBufferLike>)?$" }, return: "Buffer" },
  jsonb: { parameter: { regex: "^Parameter<.*>$" }, return: "unknown" },
  numeric: "string",
  timestamptz: { parameter: { regex: "^(Date|string)$" }, return: "string" },
};

/**
 * The shape of a jsonb column, by the name of the type that its row declares. PostgreSQL knows no more than that it is
 * JSON, so this is a statement about all code that writes the column, and it is not proved.
 */
const columns = {
  "audit_events.fields": "AuditedFields",
  "idempotency_keys.headers": "StoredHeaders",
  "signing_keys.public_jwk": "StoredJwk",
};

const parser = { parser: tseslint.parser };
const unproved = (selector, message) => ({ "no-restricted-syntax": ["error", { selector, message }] });

export default [
  {
    files: ["src/**/queries.ts", FIXTURE],
    languageOptions: { ...parser, parserOptions: { project: "tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    ...safeql.configs.connections({
      databaseUrl: process.env.DATABASE_URL,
      targets: [{ tag: "sql", transform: "{type}[]", fieldTransform: "camel" }],
      overrides: { types, columns },
    }),
  },
  {
    files: ["src/**/queries.ts", FIXTURE],
    rules: unproved(
      ":matches(TaggedTemplateExpression[tag.name!='sql'], CallExpression[callee.property.name=/^(unsafe|file)$/])",
      "Write it as sql`...`: no other statement is proved.",
    ),
  },
  {
    files: ["src/**/*.ts", FIXTURE.replace("queries.ts", "rule.ts")],
    // src/db asks the server about itself, before and beside the product's tables.
    ignores: ["src/**/queries.ts", "src/db/**", "src/contract/transaction.ts"],
    languageOptions: parser,
    rules: unproved(
      ":matches(TaggedTemplateExpression[tag.name=/sql/i], TaggedTemplateExpression[tag.property.name=/sql/i])",
      "SQL stands in a queries.ts, where it is proved against the database.",
    ),
  },
];
