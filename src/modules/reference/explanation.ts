/** The page that the `type` of a problem leads to. */
import type { ProblemEntry } from "#contract/problem";
import { type Page, page } from "./page";

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
  return page(
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text(title)} (${text(code)}) - ${text(service)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header><a href="/docs">${text(service)} reference</a></header>
<main>
<p class="code"><code>${text(code)}</code> <span>${status}</span></p>
<h1>${text(title)}</h1>
<p class="meaning">${text(meaning)}</p>
<h2>Where it occurs</h2>
${occurrences(operations)}
<h2>What a program sees</h2>
<p>A problem document (RFC 9457) of the type <code>application/problem+json</code>. Switch on <code>code</code>; it never
changes. Give <code>requestId</code> to whoever runs the server when you ask about one.</p>
<pre>${text(JSON.stringify({ title, status, code }, null, 2))}</pre>
</main>
</body>
</html>
`,
    { "img-src": "data:" },
  );
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
:root { color-scheme: light dark; --line: light-dark(#d8dee4, #3d444d); --soft: light-dark(#f6f8fa, #1b2027);
  --text: light-dark(#1f2328, #e6edf3); --quiet: light-dark(#59636e, #9aa4af); --link: light-dark(#0550ae, #79b8ff); }
body { margin: 0 auto; max-width: 42rem; padding: 1.5rem 1.25rem 4rem; background: light-dark(#fff, #0f1318);
  color: var(--text); font: 1rem/1.6 system-ui, sans-serif; }
header { padding-bottom: 1rem; border-bottom: 1px solid var(--line); font-size: .9rem; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
h1 { margin: .25rem 0 1rem; font-size: 2rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.1rem; }
code, pre { font: .9em/1.5 ui-monospace, monospace; }
pre { padding: 1rem; overflow-x: auto; background: var(--soft); border: 1px solid var(--line); border-radius: 6px; }
ul { padding: 0; list-style: none; }
li { padding: .3rem 0; border-bottom: 1px solid var(--line); color: var(--quiet); }
.code { margin: 2.5rem 0 0; color: var(--quiet); }
.code span { padding: .1rem .5rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .85rem; }
.meaning { font-size: 1.15rem; }
`;
