/** Reads check constraints, as far as a contract has words for what they say. */
import { type ColumnRef, type Node, parse } from "libpg-query";
import { above, below, type Range } from "./ranges.ts";

type Meaning =
  | { readonly says: "length" | "items" | "number"; readonly range: Partial<Range> }
  | { readonly says: "values"; readonly values: readonly string[] }
  | { readonly says: "pattern"; readonly pattern: string }
  /** Something that a contract has no word for. */
  | { readonly says: "more" };

/** What one part of a check, between two ANDs, says of one column. */
export type Condition = Meaning & { readonly column: string };

/** The conditions of a check, given as pg_get_expr writes it. Those that relate columns to each other are left out. */
export async function conditionsOf(check: string, isInteger: (column: string) => boolean): Promise<Condition[]> {
  const { stmts = [] } = await parse(`select ${check}`);
  const statement = stmts[0]?.stmt;
  const target = statement && "SelectStmt" in statement ? statement.SelectStmt.targetList?.[0] : undefined;
  if (!target || !("ResTarget" in target) || !target.ResTarget.val) throw new Error(`This is no check: ${check}`);
  return partsOf(target.ResTarget.val).flatMap((part) => {
    const [column, ...others] = new Set(columnsIn(part));
    if (column === undefined || others.length > 0) return [];
    return [{ column, ...(meaningOf(part, isInteger(column)) ?? { says: "more" }) }];
  });
}

function partsOf(node: Node): Node[] {
  if (!("BoolExpr" in node) || node.BoolExpr.boolop !== "AND_EXPR") return [node];
  return (node.BoolExpr.args ?? []).flatMap(partsOf);
}

function columnsIn(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  if (!("ColumnRef" in node)) return Object.values(node).flatMap(columnsIn);
  return [nameIn((node.ColumnRef as ColumnRef).fields)];
}

function meaningOf(node: Node, integer: boolean): Meaning | undefined {
  if (!("A_Expr" in node) || !node.A_Expr.lexpr || !node.A_Expr.rexpr) return undefined;
  const [left, right, operator] = [
    withoutCast(node.A_Expr.lexpr),
    withoutCast(node.A_Expr.rexpr),
    nameIn(node.A_Expr.name),
  ];
  const isColumn = "ColumnRef" in left;
  if (node.A_Expr.kind === "AEXPR_OP_ANY") return isColumn && operator === "=" ? listed(right) : undefined;
  const value = constantOf(node.A_Expr.rexpr);
  if (node.A_Expr.kind !== "AEXPR_OP" || value === undefined) return undefined;
  if (typeof value === "string") return isColumn ? meaningOfText(operator, value) : undefined;
  const says = isColumn ? "number" : countedBy(left);
  const range = rangeOf(operator, value, integer || says !== "number");
  return says && range ? { says, range } : undefined;
}

function listed(node: Node): Meaning | undefined {
  const values = "A_ArrayExpr" in node ? (node.A_ArrayExpr.elements ?? []).map(constantOf) : [undefined];
  return values.includes(undefined) ? undefined : { says: "values", values: values.map(String) };
}

function meaningOfText(operator: string, text: string): Meaning | undefined {
  if (operator === "~") return { says: "pattern", pattern: text };
  return operator === "=" ? { says: "values", values: [text] } : undefined;
}

const COUNTS: Readonly<Record<string, "length" | "items">> = {
  char_length: "length",
  length: "length",
  cardinality: "items",
};

function countedBy(node: Node): "length" | "items" | undefined {
  if (!("FuncCall" in node)) return undefined;
  const [argument, ...others] = node.FuncCall.args ?? [];
  const ofAColumn = argument && others.length === 0 && "ColumnRef" in withoutCast(argument);
  return ofAColumn ? COUNTS[nameIn(node.FuncCall.funcname)] : undefined;
}

function rangeOf(operator: string, value: number, integer: boolean): Partial<Range> | undefined {
  if (operator === "=") return { min: value, max: value };
  if (operator === ">=") return { min: value };
  if (operator === "<=") return { max: value };
  if (operator === ">") return { min: above(value, integer) };
  if (operator === "<") return { max: below(value, integer) };
  return undefined;
}

const NUMBERS = ["int2", "int4", "int8", "numeric", "float4", "float8"];

function constantOf(node: Node): string | number | undefined {
  if ("TypeCast" in node) {
    const value = node.TypeCast.arg && constantOf(node.TypeCast.arg);
    return value !== undefined && NUMBERS.includes(nameIn(node.TypeCast.typeName?.names)) ? Number(value) : value;
  }
  if (!("A_Const" in node)) return undefined;
  const { ival, fval, sval } = node.A_Const;
  // Zero is left out.
  if (ival) return ival.ival ?? 0;
  return fval ? Number(fval.fval) : sval?.sval;
}

const withoutCast = (node: Node): Node =>
  "TypeCast" in node && node.TypeCast.arg ? withoutCast(node.TypeCast.arg) : node;

/** The last part of a name: `int8` of `pg_catalog.int8`. */
function nameIn(parts: readonly Node[] = []): string {
  const last = parts.at(-1);
  return last && "String" in last ? (last.String.sval ?? "") : "";
}
