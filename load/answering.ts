/** One page of files becomes an answer, out of Elysia and without a socket. */
import type { FilePage, StoredFile } from "./generated/types";
import { DEFAULT_LIMIT } from "./setup";

export type Answering = (page: unknown) => Response | Promise<Response>;

interface Fetching {
  fetch(request: Request): Response | Promise<Response>;
}

const ADDRESS = "http://localhost:3000/files";

/** `build` makes an app whose GET /files answers with the current page. */
export function answering(build: (current: () => unknown) => Fetching): Answering {
  let current: unknown;
  const app = build(() => current);
  return (page) => {
    current = page;
    return app.fetch(new Request(ADDRESS));
  };
}

/** So many that no engine remembers what it found out about a string. */
const PAGES = 64;

/** As the database gives them out; timestamps are text by then. */
export const samplePages = (): FilePage[] => Array.from({ length: PAGES }, (_, page) => samplePage(page));

function samplePage(page: number): FilePage {
  const items = Array.from({ length: DEFAULT_LIMIT }, (_, n): StoredFile => {
    const number = 100_000 + page * DEFAULT_LIMIT + n;
    const id = (part: string) => `0199d1a0-7c31-7a52-${part}-3f0f6a${number}`;
    const at = `2026-11-24T09:00:00.${String(number).slice(-3)}Z`;
    return {
      id: id("8f11"),
      ownerId: id("8f12"),
      folderId: id("8f13"),
      name: `quarterly report ${number}.pdf`,
      type: "application/pdf",
      size: number,
      digest: String(number).padStart(64, "0123456789abcdef"),
      createdAt: at,
      updatedAt: at,
    };
  });
  return { items, nextCursor: String(page).padStart(134, "x") };
}
