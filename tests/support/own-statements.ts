/** The product's statements, as they stand in its queries.ts files. */
import ts from "typescript";
import { nodesOf, readSources } from "../tidy/source";

export interface OwnStatement {
  /** Of the function that runs it. */
  readonly name: string;
  /** With $1 for the first value. */
  readonly text: string;
}

export async function ownStatements(): Promise<OwnStatement[]> {
  const sources = await readSources("src/modules", "src/contract");
  return sources
    .filter(({ path }) => path.endsWith("/queries.ts"))
    .flatMap(({ tree }) => [...nodesOf(tree)].flatMap((node) => statementOf(node) ?? []));
}

function statementOf(node: ts.Node): OwnStatement | undefined {
  if (!ts.isTaggedTemplateExpression(node) || node.tag.getText() !== "sql") return undefined;
  const { template } = node;
  if (ts.isNoSubstitutionTemplateLiteral(template)) return { name: nameAround(node), text: template.text };
  const rest = template.templateSpans.map(({ literal }, index) => `$${index + 1}${literal.text}`);
  return { name: nameAround(node), text: template.head.text + rest.join("") };
}

function nameAround(node: ts.Node): string {
  for (let around = node.parent; around; around = around.parent)
    if (
      (ts.isVariableDeclaration(around) && ts.isSourceFile(around.parent.parent.parent)) ||
      ts.isFunctionDeclaration(around)
    )
      return around.name?.getText() ?? "";
  return "";
}
