/** A page of ours and the Content-Security-Policy (CSP, level 3) that holds for it alone. */
import { createHash } from "node:crypto";

export interface Page {
  readonly status: 200;
  readonly body: string;
  readonly headers: { readonly "Content-Security-Policy": string };
}

/** What every page of ours is denied, whatever else it may. */
const ALWAYS = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * `allowed` are sources by directive; everything that it does not name is denied. Scripts and styles that stand in the
 * page itself are allowed one by one, by their hash: nothing that finds its way into the page runs.
 */
export function page(body: string, allowed: Readonly<Record<string, string>>): Page {
  const directives = { "script-src": "", "style-src": "", ...allowed };
  for (const [, element, text = ""] of body.matchAll(INLINE))
    directives[`${element as Inline}-src`] += ` ${hashSource(text)}`;
  const words = Object.entries(directives)
    .filter(([, sources]) => sources !== "")
    .map(([directive, sources]) => `${directive} ${sources.trim()}`);
  const policy = ["default-src 'none'", ...words, ALWAYS].join("; ");
  return Object.freeze({ status: 200, body, headers: Object.freeze({ "Content-Security-Policy": policy }) });
}

interface Article {
  readonly title: string;
  /** Where the line at the top leads to, and what it says. */
  readonly home: { readonly href: string; readonly words: string };
  /** HTML. */
  readonly main: string;
  /** Rules besides those that every article has. */
  readonly style?: string;
  /** Sources by directive, besides the style and the empty icon. */
  readonly allowed?: Readonly<Record<string, string>>;
}

/** A page to read, in light and in dark. Title and words are text, whatever they hold. */
export const article = ({ title, home, main, style = "", allowed = {} }: Article): Page =>
  page(
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${Bun.escapeHTML(title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}${style}</style>
</head>
<body>
<header><a href="${Bun.escapeHTML(home.href)}">${Bun.escapeHTML(home.words)}</a></header>
<main>
${main}
</main>
</body>
</html>
`,
    { "img-src": "data:", ...allowed },
  );

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
`;

type Inline = "script" | "style";
const INLINE = /<(script|style)>([\s\S]*?)<\/\1>/g;

/** The source that allows a script or a style by what it says. */
export const hashSource = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
