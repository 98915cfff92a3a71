/** The pages that links in mails lead to while there is no frontend: each flow of accounts, by the generated client. */
import { accountPage } from "./account";
import { api, Refusal, take } from "./api";
import { h } from "./dom";
import { linkPages } from "./links";
import { loginPage } from "./login";

/** What a page gets: words for the person, and the way to the next page. */
export interface Shell {
  /** Runs what a person asked for; what goes wrong is told on the page. True where it did not. */
  readonly attempt: (run: () => Promise<unknown>) => Promise<boolean>;
  readonly tell: (text: string) => void;
  /** Draws the page anew, or another one. */
  readonly open: (page?: string) => Promise<void>;
}

const BASE = "/dev/app/";
const message = h("p", { role: "status" });
const main = h("div", { id: "app" });
document.querySelector("main")!.append(message, main);

function tell(text: string, isRefusal = false): void {
  message.textContent = text;
  message.className = isRefusal ? "refusal" : "";
}

const shell: Shell = {
  tell,
  attempt: async (run) => {
    tell("");
    try {
      await run();
      return true;
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), true);
      return false;
    }
  },
  open: async (page) => {
    if (page !== undefined) history.pushState(null, "", `${BASE}${page}`);
    await draw();
  },
};

async function draw(): Promise<void> {
  const page = location.pathname.slice(BASE.length);
  const parameters = new URLSearchParams(location.hash.slice(1) || location.search.slice(1));
  const linked = linkPages[page];
  const drawn = linked
    ? await linked(shell, parameters)
    : (await isLoggedIn())
      ? await accountPage(shell)
      : await loginPage(shell);
  main.replaceChildren(...drawn);
}

async function isLoggedIn(): Promise<boolean> {
  try {
    await take(api.GET("/me"));
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.problem.status === 401) return false;
    throw error;
  }
}

addEventListener("popstate", () => void shell.attempt(draw));
await shell.attempt(draw);
