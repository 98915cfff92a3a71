import type { WalkedOperation } from "#contract/walk";
import { type Instead, testApp } from "../support/app";
import { oidcProvider } from "../support/oidc-provider";
import { call, differences, differing, inWords, isSuccess, unmet } from "./answers";
import { type Acting, type Caller, callersOf, type Scene } from "./callers";
import { expected } from "./expected";
import { type ForeignCall, foreignCalls } from "./foreign";
import { type Input, inputOf } from "./inputs";
import { PROVIDER } from "./made";
import { People } from "./people";
import { type ReadStored, storedReader } from "./stored";

/**
 * Calls operations as everybody whom the contract tells apart. What does not follow from the contract is a finding: a
 * sentence that names the operation, the caller, what was expected and what came.
 */
export class Matrix {
  private constructor(
    private readonly people: People,
    private readonly readStored: ReadStored,
  ) {}

  /** For the server as it is, or with something else in place of a part of it. */
  static async open(instead?: Instead): Promise<Matrix> {
    const provider = await oidcProvider();
    const app = await testApp({ identityProviders: [provider.settings(PROVIDER)], instead });
    return new Matrix(await People.gather(app, provider, instead), await storedReader(app.sql));
  }

  /** All findings about an operation. That it cannot be called is one too. */
  async findings(operation: WalkedOperation): Promise<string[]> {
    const callers = callersOf(operation);
    const isRefused = (caller: Caller) => expected(operation, caller) !== "passes";
    const { refused = [], passing = [] } = Object.groupBy(callers, (each) => (isRefused(each) ? "refused" : "passing"));
    const parts = [
      () => this.#refuses(operation, refused),
      () => this.#hides(operation, callers.filter(isForeignTo(operation))),
      () => this.#passes(operation, passing),
    ];
    const found = new Set<string>();
    for (const part of parts)
      try {
        for (const finding of await part()) found.add(finding);
      } catch (error) {
        found.add(`${operation.id} cannot be called: ${(error as Error).message}`);
      }
    return [...found];
  }

  /** Who may not call it, all in one organization: none of them changes anything. */
  async #refuses(operation: WalkedOperation, callers: readonly Caller[]): Promise<string[]> {
    if (callers.length === 0) return [];
    const { scene, input } = await this.#begin(operation);
    const acting: Acting[] = [];
    for (const caller of callers) acting.push(await caller.act(scene));
    const changes = await this.#changes();
    const found: string[] = [];
    for (const [index, caller] of callers.entries()) {
      const came = await send(operation, acting[index]!, input);
      const wanted = unmet(operation, came, expected(operation, caller));
      if (wanted) found.push(sentence(operation, caller.name, wanted, inWords(came)));
      const changed = await changes();
      if (changed) found.push(sentence(operation, caller.name, "that nothing changes", changed));
    }
    return found;
  }

  /** Who belongs elsewhere: what is not theirs is not there for them. */
  async #hides(operation: WalkedOperation, callers: readonly Caller[]): Promise<string[]> {
    if (callers.length === 0) return [];
    const { scene, input } = await this.#begin(operation);
    const found: string[] = [];
    for (const caller of callers) {
      const acting = await caller.act(scene);
      const changes = await this.#changes();
      for (const foreignCall of foreignCalls(operation, input, this.people.elsewhere.id)) {
        const who = `${caller.name}, with the ${foreignCall.what} of the first one`;
        for (const [wanted, came] of await difference(operation, acting, foreignCall))
          found.push(sentence(operation, who, wanted, came));
        const changed = await changes();
        if (changed) found.push(sentence(operation, who, "that nothing changes", changed));
      }
    }
    return found;
  }

  /** Who may call it. A call may be the end of the organization that it is about, so each has one of its own. */
  async #passes(operation: WalkedOperation, callers: readonly Caller[]): Promise<string[]> {
    const found: string[] = [];
    let scene: Scene | undefined;
    for (const caller of callers) {
      if (!scene || operation.organizationScoped) scene = await this.#scene(operation);
      const acting = await caller.act(scene);
      const input = await inputOf(operation, { ...scene, person: acting.person });
      const came = await send(operation, acting, input);
      const wanted = unmet(operation, came, "passes", caller.succeeds || operation.security.length === 0);
      if (wanted) found.push(sentence(operation, caller.name, wanted, inWords(came)));
    }
    return found;
  }

  async #scene(operation: WalkedOperation): Promise<Scene> {
    return { people: this.people, operation, organization: await this.people.organization() };
  }

  /** A scene, and what its owner would send in it. */
  async #begin(operation: WalkedOperation) {
    const scene = await this.#scene(operation);
    const person = operation.organizationScoped ? this.people.owner : await this.people.newcomer();
    return { scene, input: await inputOf(operation, { ...scene, person }) };
  }

  /** Says each time what holds something else than the time before; nothing where all is as it was. */
  async #changes(): Promise<() => Promise<string>> {
    let before = await this.readStored();
    return async () => {
      const after = await this.readStored();
      const changed = differing(before, after);
      before = after;
      return changed.length === 0 ? "" : `a change of ${changed.join(", ")}`;
    };
  }
}

/** Whether they belong elsewhere, by a credential that the operation takes. */
const isForeignTo = (operation: WalkedOperation) => (caller: Caller) =>
  operation.security.length > 0 &&
  caller.holds(operation) === null &&
  caller.holdsOfTheirOwn === undefined &&
  ["passes", "not_found"].includes(expected(operation, caller));

const send = (operation: WalkedOperation, { client, alters }: Acting, input: Input) =>
  call(client, operation, alters?.(input) ?? input);

/** What was expected and what came, where a foreign id is not refused like one that does not exist. */
async function difference(operation: WalkedOperation, acting: Acting, { foreign, missing, isInBody }: ForeignCall) {
  const [came, other] = [await send(operation, acting, foreign), await send(operation, acting, missing)];
  const found: [wanted: string, came: string][] = [];
  const wanted = isInBody ? isSuccess(operation, came) && "a refusal" : unmet(operation, came, "not_found");
  if (wanted) found.push([wanted, inWords(came)]);
  const differs = differences(came, other);
  if (differs.length > 0) found.push(["the answer to an id that does not exist", `another ${differs.join(", ")}`]);
  return found;
}

const sentence = ({ id }: WalkedOperation, who: string, wanted: string, came: string) =>
  `${id} as ${who}: expected ${wanted}, came ${came}`;
