/** The page of @elysiajs/swagger, showing our contract instead of a derived one, and loading from this server only. */
import { swagger } from "@elysiajs/swagger";
import { type Page, page } from "#lib/page";

const PATH = "/docs";
const CONTRACT = "/openapi.json";
/** The plugin makes an address on its CDN of this word, by which we find that address again. */
const VERSION = "ours";
const CDN_PROGRAM = `https://unpkg.com/swagger-ui-dist@${VERSION}/swagger-ui-bundle.js`;

/**
 * Swagger UI and not Scalar, the plugin's other viewer: it needs neither eval nor styles that scripts write into the
 * page, so script-src and style-src are this server and hashes. Its icons are data in its style sheet.
 */
const ALLOWED = {
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "connect-src": "'self'",
};

export async function viewer({ title, summary }: { title: string; summary: string }): Promise<Page> {
  // An app of its own that serves nobody: its routes, the derived contract among them, are never mounted.
  const plugin = swagger({
    provider: "swagger-ui",
    path: PATH,
    specPath: CONTRACT,
    version: VERSION,
    theme: `${PATH}/swagger-ui.css`,
    documentation: {
      info: { title: Bun.escapeHTML(title), description: Bun.escapeHTML(summary), version: "" },
    },
    swaggerOptions: OPTIONS,
  });
  const answer = await plugin.handle(new Request(`http://localhost${PATH}`));
  return page(selfHosted(await answer.text()), ALLOWED);
}

/** `initialState` is Swagger UI's word and not in the plugin's types: of the contract's servers, the one that it came from. */
const OPTIONS = {
  deepLinking: true,
  displayOperationId: true,
  displayRequestDuration: true,
  tryItOutEnabled: true,
  defaultModelsExpandDepth: 0,
  // Else, where the server is public, the contract's address is sent to swagger.io.
  validatorUrl: "none",
  initialState: { oas3: { selectedServer: "/" } },
};

/** Takes the program from this server. Throws where the plugin's page is not what it was: better no start than a CDN. */
export function selfHosted(html: string): string {
  const own = html
    .replace(`src="${CDN_PROGRAM}" crossorigin`, `src="${PATH}/swagger-ui-bundle.js"`)
    // Without an icon a browser asks for /favicon.ico.
    .replace("</head>", '<link rel="icon" href="data:," />\n</head>');
  const foreign = /(?:src|href)="(?!data:,"|\/[^/])[^"]*"|\bhttps?:/.exec(own);
  if (foreign) throw new Error(`The page of @elysiajs/swagger would load from elsewhere: ${foreign[0]}`);
  if (!own.includes(`src="${PATH}/swagger-ui-bundle.js"`))
    throw new Error("The page of @elysiajs/swagger has no program.");
  return own;
}
