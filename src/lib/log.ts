import { type DestinationStream, type Logger as PinoLogger, pino } from "pino";

export interface Logger extends Pick<PinoLogger, "debug" | "info" | "warn" | "error"> {
  /** A log whose lines all carry these values. */
  child(bindings: Readonly<Record<string, unknown>>): Logger;
}

export interface LogOptions {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly format: "json" | "pretty";
  /** Where lines go; standard output unless given. */
  readonly destination?: DestinationStream;
}

/** Names whose values never reach the log, at the top of a line or one level down. */
const SECRET_NAMES = [
  "password",
  "secret",
  "token",
  "accessToken",
  "refreshToken",
  "authorization",
  "cookie",
  "set-cookie",
  "databaseUrl",
];
const redact = { paths: SECRET_NAMES.flatMap((name) => [`["${name}"]`, `*["${name}"]`]), censor: "[redacted]" };

/** One JSON object a line, or, in development, one readable line. */
export async function createLog({ level, format, destination }: LogOptions): Promise<Logger> {
  const options = {
    level,
    redact,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const log: Logger = pino(options, destination ?? (format === "pretty" ? await prettyStream() : pino.destination(1)));
  return log;
}

/** Loaded only where it is asked for: production installs do without it. */
async function prettyStream(): Promise<DestinationStream> {
  const { default: pretty } = await import("pino-pretty");
  const stream = pretty({
    colorize: process.stdout.isTTY,
    singleLine: true,
    ignore: "method,path,status,durationMs",
    messageFormat: "{if method}{method} {path} {status} in {durationMs} ms{end}{if msg} {msg}{end}",
    sync: true,
  });
  return { write: (line) => void stream.write(line) };
}
