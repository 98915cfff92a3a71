import { type DestinationStream, type Logger as PinoLogger, pino } from "pino";

export interface Logger extends Pick<PinoLogger, "debug" | "info" | "warn" | "error"> {
  /** A log whose lines all carry these values. */
  child(bindings: Readonly<Record<string, unknown>>): Logger;
}

/** The log of the process. */
export interface Log extends Logger {
  /**
   * For fields that were chosen one by one and hold no secret: looking for the names of secrets takes longer than all
   * the rest of a request's line.
   */
  line(level: "info" | "error", fields: object, message: string): void;
  /** Writes what is held back. A process that ends does it by itself. */
  flush(): void;
}

export interface LogOptions {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly format: "json" | "pretty";
  /** Where lines go; standard output unless given. */
  readonly destination?: DestinationStream;
}

/** Names whose values never reach the log, at the top of a line or one level down. */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  "password",
  "secret",
  "token",
  "accessToken",
  "refreshToken",
  "key",
  "apiKey",
  "x-api-key",
  "authorization",
  "cookie",
  "set-cookie",
  "databaseUrl",
]);
const CENSORED = "[redacted]";

/** One JSON object a line, or, in development, one readable line. What a caller sent never begins a line of its own. */
export async function createLog({ level, format, destination }: LogOptions): Promise<Log> {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // pino's own redact looks for each name in each value: three quarters of the time that a line takes.
    formatters: { level: (label: string) => ({ level: label }), log: withoutSecrets },
    serializers: { err: (error: Error) => withoutSecrets(pino.stdSerializers.err(error) as unknown as Values) },
  };
  const sink = destination
    ? { write: (line: string) => void destination.write(line), flush: () => {} }
    : standardOutput();
  const stream = format === "pretty" ? await prettyStream(sink) : sink;
  const write = (line: string) => stream.write(HIDDEN.test(line) ? line.replace(HIDDEN_ALL, escaped) : line);
  const log = withGuardedChildren(pino(options, { write }));
  const silent = { info: !log.isLevelEnabled("info"), error: !log.isLevelEnabled("error") };
  const own: Pick<Log, "line" | "flush"> = {
    line(at, fields, message) {
      if (silent[at]) return;
      const text = JSON.stringify(fields);
      const rest = text === "{}" ? "" : `,${text.slice(1, -1)}`;
      write(`{"level":"${at}"${pino.stdTimeFunctions.isoTime()}${rest},"msg":${JSON.stringify(message)}}\n`);
    },
    flush: sink.flush,
  };
  return Object.assign(log, own);
}

type Values = Record<string, unknown>;

/** pino asks its formatters about the values of a line, and about those of a child it asks none. */
function withGuardedChildren(log: PinoLogger): PinoLogger {
  const child = log.child.bind(log);
  return Object.assign(log, { child: (bindings: Values) => withGuardedChildren(child(withoutSecrets(bindings))) });
}

/** The same object where it holds none of the names, which is nearly always. */
function withoutSecrets(values: Values): Values {
  let clean = values;
  for (const name in values) {
    const value = values[name];
    // An error keeps its form until its serializer has made a plain object of it.
    const known = SECRET_NAMES.has(name) ? CENSORED : isPlain(value) ? censored(value) : value;
    if (known === value) continue;
    if (clean === values) clean = { ...values };
    clean[name] = known;
  }
  return clean;
}

function censored(values: Values): Values {
  let clean = values;
  for (const name in values) {
    if (!SECRET_NAMES.has(name)) continue;
    if (clean === values) clean = { ...values };
    clean[name] = CENSORED;
  }
  return clean;
}

const isPlain = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !(value instanceof Error);

/** What JSON lets through and a terminal or a reader of lines obeys: DEL, the C1 controls, and Unicode's line ends. */
const HIDDEN = /[\u007f-\u009f\u2028\u2029]/;
const HIDDEN_ALL = new RegExp(HIDDEN, "g");
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

interface Sink extends DestinationStream {
  flush(): void;
}

/** Lines that wait for the end of a turn of the event loop, at most. */
const HELD_BACK_LINES = 256;

/**
 * The lines of one turn of the event loop go out in one write at its end, because a write costs as much as a small
 * request. A process that is killed in the middle of a turn takes that turn's lines with it.
 */
function standardOutput(): Sink {
  // Without the word it writes when it likes, and what is left at the end of the process is lost.
  const output = pino.destination({ dest: 1, sync: true });
  let lines: string[] = [];
  const flush = () => {
    const text = lines.join("");
    lines = [];
    if (text !== "") output.write(text);
  };
  process.on("exit", flush);
  return {
    write(line) {
      if (lines.push(line) === 1) setImmediate(flush);
      else if (lines.length === HELD_BACK_LINES) flush();
    },
    flush,
  };
}

/** Loaded only where it is asked for: production installs do without it. */
async function prettyStream(sink: Sink): Promise<DestinationStream> {
  const { prettyFactory } = await import("pino-pretty");
  const pretty = prettyFactory({
    colorize: process.stdout.isTTY,
    singleLine: true,
    errorLikeObjectKeys: [],
    ignore: "method,path,status,durationMs,query,plan",
    messageFormat: sentence,
  });
  return { write: (line) => sink.write(pretty(visible(line))) };
}

/** What a person reads first. The plan of a query is the one thing that takes lines of its own. */
function sentence({ method, path, status, durationMs, query, plan, msg = "" }: Values): string {
  if (Array.isArray(plan)) return [`${msg}, ${durationMs} ms: ${query}`, ...plan].join("\n    ");
  return method === undefined ? `${msg}` : `${method} ${path} ${status} in ${durationMs} ms ${msg}`;
}

/** The pretty format undoes JSON's escapes, and so would obey a control character in a path: they stay as they are spelt. */
const visible = (line: string): string =>
  line.replace(/\\(?:["\\/]|[bfnrt]|u[0-9a-fA-F]{4})/g, (spelt) => (/^\\["\\/]$/.test(spelt) ? spelt : `\\${spelt}`));
