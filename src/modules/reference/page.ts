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
    directives[`${element as Inline}-src`] += ` ${hash(text)}`;
  const words = Object.entries(directives)
    .filter(([, sources]) => sources !== "")
    .map(([directive, sources]) => `${directive} ${sources.trim()}`);
  const policy = ["default-src 'none'", ...words, ALWAYS].join("; ");
  return Object.freeze({ status: 200, body, headers: Object.freeze({ "Content-Security-Policy": policy }) });
}

type Inline = "script" | "style";
const INLINE = /<(script|style)>([\s\S]*?)<\/\1>/g;

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
