/** The page that the `type` of a problem leads to. */
import type { ProblemEntry } from "#contract/problem";
import { article, type Page } from "#lib/page";

/** An operation that can answer with a problem. */
export interface Answering {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
}

export function explanation(
  service: string,
  code: string,
  { status, title, meaning }: ProblemEntry,
  operations: readonly Answering[] | "every",
): Page {
  return article({
    title: `${title} (${code}) - ${service}`,
    home: { href: "/docs", words: `${service} reference` },
    style: STYLE,
    main: `<p class="code"><code>${text(code)}</code> <span>${status}</span></p>
<h1>${text(title)}</h1>
<p class="meaning">${text(meaning)}</p>
<h2>Where it occurs</h2>
${occurrences(operations)}
<h2>What a program sees</h2>
<p>A problem document (RFC 9457) of the type <code>application/problem+json</code>. Switch on <code>code</code>; it never
changes. Give <code>requestId</code> to whoever runs the server when you ask about one.</p>
<pre>${text(JSON.stringify({ title, status, code }, null, 2))}</pre>`,
  });
}

function occurrences(operations: readonly Answering[] | "every"): string {
  if (operations === "every") return "<p>Every operation can answer so.</p>";
  if (operations.length === 0) return "<p>At any address: it is answered before an operation is found.</p>";
  const items = operations.map(
    ({ id, method, path, tag }) =>
      `<li><a href="/docs#/${encodeURIComponent(tag)}/${encodeURIComponent(id)}"><code>${text(method)} ${text(path)}</code></a> ${text(id)}</li>`,
  );
  return `<ul>\n${items.join("\n")}\n</ul>`;
}

const text = (words: string): string => Bun.escapeHTML(words);

const STYLE = `
.code { margin: 2.5rem 0 0; color: var(--quiet); }
.code span { padding: .1rem .5rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .85rem; }
.meaning { font-size: 1.15rem; }
`;
