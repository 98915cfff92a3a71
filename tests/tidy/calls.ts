/** Calls that something else of ours does better, with what to write instead. */
import ts from "typescript";
import { fault, nodesOf, type Rule, type Source } from "./source";

interface Ban {
  /** Of the callee, or of a property that is read. */
  readonly name: RegExp;
  readonly instead: string;
  /** Where the rule holds. */
  readonly within: RegExp;
  readonly except?: RegExp;
}

/** Programs of the command line: they speak to a person and end with a status. */
const PROGRAMS = /^src\/(?:main|dev\/\w[\w-]*|codegen\/(?:main|scaffold|postman|diff\/main)|db\/migrate)\.ts$/;

/** These get a DATABASE_URL from make, or hand the environment on; config.ts reads all that is the server's. */
const ENVIRONMENT =
  /^src\/(?:config|dev\/(?:environment|seed(?:-large)?|slow-queries|administrator|e2e)|db\/migrate)\.ts$/;

const BANS: readonly Ban[] = [
  {
    name: /^(?:process|Bun|import\.meta)\.env$/,
    instead: "Only src/config.ts reads the environment: take the value from the config.",
    within: /^(?:src|generated)\//,
    except: ENVIRONMENT,
  },
  {
    name: /^console\.\w+$/,
    instead: "Write to ctx.log, or to the log that the context gives.",
    within: /^(?:src|generated)\//,
    except: PROGRAMS,
  },
  {
    name: /^(?:Date\.now|new Date)$/,
    instead: "Ask the clock: ctx.clock.now(). Tests set it.",
    within: /^(?:src|generated|tests)\//,
    except: /^src\/lib\/clock\.ts$/,
  },
  {
    name: /^(?:crypto\.|Bun\.)?randomUUID(?:v\d)?$/,
    instead: "Take ctx.ids.next(): ids are UUIDv7.",
    within: /^(?:src|generated)\//,
    except: /^src\/lib\/ids\.ts$/,
  },
  {
    name: /^Math\.random$/,
    instead: "Take crypto.getRandomValues: Math.random can be foreseen.",
    within: /^(?:src|generated)\//,
  },
  {
    name: /^process\.exit$/,
    instead: "Throw, or return: only a main ends the process.",
    within: /^(?:src|generated)\//,
    except: PROGRAMS,
  },
  {
    name: /^(?:setTimeout|setInterval|Bun\.sleep(?:Sync)?)$/,
    instead: "Wait for the condition itself, or set the clock: a test never sleeps.",
    within: /^tests\//,
  },
];

export const bannedCalls: Rule = (source) => {
  const bans = BANS.filter(({ within, except }) => within.test(source.path) && !except?.test(source.path));
  const faults: string[] = [];
  for (const node of nodesOf(source.tree)) {
    const name = nameOf(node);
    const ban = name && bans.find((each) => each.name.test(name));
    if (ban) faults.push(fault(source, node, `${name}: ${ban.instead}`));
  }
  return faults;
};

/** `new Date(value)` reads no clock: only the empty one counts. */
function nameOf(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node)) return node.arguments?.length ? undefined : `new ${node.expression.getText()}`;
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) return node.expression.text;
  return ts.isPropertyAccessExpression(node) ? node.getText().replaceAll("?.", ".") : undefined;
}

export const sqlWords: Rule = (source) =>
  statementsOf(source).flatMap(({ node, text, values }) => {
    const faults: string[] = [];
    // src/db reads PostgreSQL's catalogue, whose columns nobody here changes.
    if (!source.path.startsWith("src/db/") && /\b(?:select|returning)\s+(?:\w+\.)?\*|,\s*\w+\.\*/i.test(text))
      faults.push(fault(source, node, "select *: name the columns, so that a new one changes no answer."));
    if (values.some((value) => /\bJSON\.stringify\(/.test(value)))
      faults.push(fault(source, node, "JSON.stringify stores a string, not an object: write sql.json(value)."));
    return faults;
  });

export interface Statement {
  readonly node: ts.Node;
  /** Each value stands as "$", and each text in it as ''. */
  readonly text: string;
  readonly values: readonly string[];
}

/** Every tagged template whose tag is a connection: sql`...`, tx`...`, this.#sql<Row[]>`...`. */
export function statementsOf({ tree }: Source): Statement[] {
  const found: Statement[] = [];
  for (const node of nodesOf(tree)) {
    if (!ts.isTaggedTemplateExpression(node) || !/(?:sql|tx|admin|pool)$/i.test(node.tag.getText())) continue;
    const { template } = node;
    if (ts.isNoSubstitutionTemplateLiteral(template))
      found.push({ node, text: withoutTexts(template.text), values: [] });
    else {
      const spans = [...template.templateSpans];
      const text = [template.head.text, ...spans.map(({ literal }) => literal.text)].join("$");
      found.push({ node, text: withoutTexts(text), values: spans.map(({ expression }) => expression.getText()) });
    }
  }
  return found;
}

const withoutTexts = (sql: string) => sql.replace(/'(?:[^']|'')*'/g, "''");
