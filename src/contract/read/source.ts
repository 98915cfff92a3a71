/** HTTP as a way in: an operation's input, read from a request. */
import type { RawInput, Source } from "#contract/call";
import type { MaybePromise } from "#contract/pipeline";
import { type Fault, isProblem, type Problem, pipelineProblem } from "#contract/problem";
import { noBody, type ReadBody, readBody } from "#contract/read/body";
import { readCookieParameters, readHeaders, readPath, readQuery, readSegment } from "#contract/read/parameters";
import type { Route } from "#contract/route";

export class HttpSource implements Source {
  constructor(
    readonly request: Request,
    readonly route: Route,
    /** Percent-encoded, as it was sent. */
    readonly path: string,
    /** Without its question mark. */
    readonly query: string,
  ) {}

  field(name: string): string | null {
    return this.request.headers.get(name);
  }

  segment(name: string): string | null {
    const place = this.route.parameters.path.find(({ parameter }) => parameter.name === name);
    return place ? readSegment(this.path, place.segment) : null;
  }

  read(): MaybePromise<RawInput | Problem> {
    const { operation } = this.route;
    const faults: Fault[] = [];
    const parameters = this.#parameters(faults);
    if (isProblem(parameters)) return parameters;
    if (!operation.body) return rawInput(parameters, noBody, faults);
    return readBody(this.request, operation.body, operation.policy.bodyLimitBytes, faults).then((body) =>
      isProblem(body) ? body : rawInput(parameters, body, faults),
    );
  }

  #parameters(faults: Fault[]): RawInput["parameters"] | Problem {
    const plan = this.route.parameters;
    const read: RawInput["parameters"] = {};
    if (plan.path.length > 0) {
      const path = readPath(plan.path, this.path);
      if (path === null) return pipelineProblem("not_found");
      read.path = path;
    }
    if (plan.query.size > 0 || this.query !== "") {
      const query = readQuery(plan.query, this.query, faults);
      if (isProblem(query)) return query;
      if (plan.query.size > 0) read.query = query;
    }
    if (plan.header.length > 0) read.header = readHeaders(plan.header, (name) => this.field(name), faults);
    if (plan.cookie.length > 0) {
      const cookies = readCookieParameters(plan.cookie, this.field("cookie"), faults);
      if (isProblem(cookies)) return cookies;
      read.cookie = cookies;
    }
    return read;
  }
}

const rawInput = (parameters: RawInput["parameters"], body: ReadBody, faults: Fault[]): RawInput => ({
  parameters,
  body: body.value,
  contentType: body.contentType,
  faults,
});
