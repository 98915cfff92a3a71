import { join } from "node:path";
import { article } from "#lib/page";

const ENTRY = join(import.meta.dir, "../../dev/app/app.ts");

/** The same for each of its addresses: the program looks at where it is. */
export const appPage = article({
  title: "Groundwork",
  home: { href: "/dev/inbox", words: "Inbox" },
  style: `
section, form { margin: 1.5rem 0; padding: 1rem 1.25rem; background: var(--soft); border: 1px solid var(--line); border-radius: 6px; }
section h2, form h2 { margin: 0 0 .75rem; }
label { display: block; margin: .5rem 0; color: var(--quiet); font-size: .9rem; }
input { display: block; box-sizing: border-box; width: 100%; padding: .45rem .6rem; font: inherit; border: 1px solid var(--line); border-radius: 6px; }
button { margin: .5rem .5rem 0 0; padding: .4rem .9rem; font: inherit; border: 1px solid var(--line); border-radius: 6px; cursor: pointer; }
img { width: 12rem; padding: .5rem; background: #fff; }
[role=status]:empty { display: none; }
[role=status] { padding: .6rem 1rem; border: 1px solid var(--line); border-radius: 6px; }
.refusal { border-color: light-dark(#cf222e, #f85149); color: light-dark(#cf222e, #f85149); }
.quiet { color: var(--quiet); }
`,
  main: '<script type="module" src="/dev/app/assets/app.js"></script>',
  allowed: { "script-src": "'self'", "connect-src": "'self'" },
});

let script: Promise<Uint8Array> | undefined;

/** Built when it is first asked for: only development has the packages that it takes. Rejects with what is wrong with it. */
export function appScript(): Promise<Uint8Array> {
  script ??= Bun.build({ entrypoints: [ENTRY], target: "browser" })
    .then(({ outputs: [program] }) => program!.arrayBuffer())
    .then((bytes) => new Uint8Array(bytes));
  return script;
}
