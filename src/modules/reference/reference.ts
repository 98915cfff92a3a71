/** What a person reads about this service. Made once at start: everybody gets the same. */
import { pipelineProblems } from "#contract/problem";
import type { GetReferenceAssetResult } from "#generated/handlers";
import { contract } from "#generated/operations";
import { problems } from "#generated/problems";
import type { ReferenceAsset } from "#generated/types";
import type { Page } from "#lib/page";
import { readAsset } from "./assets";
import { type Answering, explanation } from "./explanation";
import { viewer } from "./viewer";

export interface Reference {
  readonly viewer: Page;
  readonly assets: Readonly<Record<ReferenceAsset, Extract<GetReferenceAssetResult, { status: 200 }>>>;
  /** By code: a map, which finds nothing under the names that every object has. */
  readonly problems: ReadonlyMap<string, Page>;
}

/** What the pages need of the published contract. */
interface Described {
  readonly info: { readonly title: string; readonly summary: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId?: string; tags?: string[] }>>>>;
}

export async function openReference(published: Readonly<Record<string, unknown>>): Promise<Reference> {
  const { info, paths } = published as unknown as Described;
  const [page, program, style] = await Promise.all([
    viewer(info),
    readAsset("swagger-ui-bundle.js", "text/javascript"),
    readAsset("swagger-ui.css", "text/css"),
  ]);
  const tags = tagsOf(paths);
  const explained = Object.entries({ ...pipelineProblems, ...problems }).map(
    ([code, entry]) => [code, explanation(info.title, code, entry, answering(code, tags))] as const,
  );
  return {
    viewer: page,
    assets: { "swagger-ui-bundle.js": program, "swagger-ui.css": style },
    problems: new Map(explained),
  };
}

function tagsOf(paths: Described["paths"]): ReadonlyMap<string, string> {
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  return new Map(operations.map(({ operationId = "", tags = [] }) => [operationId, tags[0] ?? ""]));
}

function answering(code: string, tags: ReadonlyMap<string, string>): readonly Answering[] | "every" {
  const published = contract.operations.filter(({ id }) => tags.has(id));
  const able = published.filter((operation) => operation.problems.includes(code));
  if (able.length === published.length) return "every";
  return able.map(({ id, method, path }) => ({ id, method, path, tag: tags.get(id) ?? "" }));
}
