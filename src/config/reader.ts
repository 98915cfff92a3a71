import type { Mailbox } from "#lib/letter";
import type { Environment } from "../config";

const SECRET_MIN_CHARACTERS = 32;
const MAILBOX = /^(?:([^<>\p{Cc}]{0,100})<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))$/u;
const EXAMPLE_MAILBOX = "whom mails are from, such as Groundwork <mail@example.com>";
const EXAMPLE_SMTP_URL = "smtp://user:password@host:587 or smtps://user:password@host";
export const HOW_TO_MAKE_A_SECRET = "Make one with: openssl rand -base64 32";

/** Collects faults and goes on with a stand-in, so that one run finds them all. */
export class Reader {
  readonly faults: string[] = [];

  constructor(private readonly environment: Environment) {}

  fault(name: string, sentence: string): void {
    this.faults.push(`${name} ${sentence}`);
  }

  /** Whether a value was given and understood; a missing one was reported already. */
  valid(value: string): boolean {
    return value !== "";
  }

  text(name: string, fallback: string): string {
    return this.raw(name) ?? fallback;
  }

  has(name: string): boolean {
    return this.raw(name) !== undefined;
  }

  /** Whether all of them are given; where some are and others are not, each that is missing is a fault. */
  allOrNone(...names: readonly string[]): boolean {
    const given = names.filter((name) => this.has(name));
    if (given.length > 0)
      for (const name of names) if (!this.has(name)) this.fault(name, `is missing: it belongs to ${given.join(", ")}`);
    return given.length === names.length;
  }

  list(name: string, fallback: readonly string[]): readonly string[] {
    return (
      this.raw(name)
        ?.split(",")
        .map((item) => item.trim())
        .filter((item) => item !== "") ?? fallback
    );
  }

  oneOf<const T extends readonly string[]>(name: string, values: T, fallback?: T[number]): T[number] {
    const raw = this.raw(name);
    const value = raw === undefined ? fallback : values.find((known) => known === raw);
    if (value === undefined)
      this.fault(name, `${raw === undefined ? "is missing" : "is not known"}: one of ${values.join(", ")}`);
    return value ?? values[0]!;
  }

  boolean(name: string, fallback: boolean): boolean {
    const raw = this.raw(name);
    if (raw !== undefined && raw !== "true" && raw !== "false") this.fault(name, "is true or false");
    return raw === undefined ? fallback : raw === "true";
  }

  integer(name: string, minimum: number, maximum: number, fallback: number): number {
    return this.number(name, /^\d{1,9}$/, "a whole number", minimum, maximum, fallback);
  }

  decimal(name: string, minimum: number, maximum: number, fallback: number): number {
    return this.number(name, /^\d{1,9}(?:\.\d{1,9})?$/, "a number", minimum, maximum, fallback);
  }

  origin(name: string, fallback: string | undefined): string {
    const raw = this.raw(name) ?? fallback;
    if (raw !== undefined && isOrigin(raw)) return raw;
    this.fault(
      name,
      raw === undefined
        ? "is missing: the origin that callers use, such as https://api.example.com"
        : "is not an origin such as https://api.example.com",
    );
    return "";
  }

  /** Null where none is given. */
  url(name: string): string | null {
    const raw = this.raw(name);
    if (raw === undefined) return null;
    if (!URL.canParse(raw) || !/^https?:$/.test(new URL(raw).protocol)) this.fault(name, "is not an http or https URL");
    return raw;
  }

  /** A URL that paths are added to. Its fallback may be one that was found to be faulty. */
  base(name: string, fallback: string): string {
    const raw = this.raw(name);
    if (raw !== undefined && !isBase(raw)) this.fault(name, "is not a URL such as https://app.example.com");
    return raw ?? fallback;
  }

  /** `Name <address>`, or an address alone. */
  mailbox(name: string, fallback?: string): Mailbox {
    const raw = this.raw(name) ?? fallback;
    const [, title = "", named, alone] = MAILBOX.exec(raw ?? "") ?? [];
    const address = named ?? alone;
    if (address === undefined)
      this.fault(name, `${raw === undefined ? "is missing" : "is not understood"}: ${EXAMPLE_MAILBOX}`);
    return { name: title.trim(), address: address ?? "" };
  }

  /** Null where none is given and none is needed. */
  smtpUrl(name: string, isOptional: boolean): string | null {
    const raw = this.raw(name);
    if (raw === undefined ? !isOptional : !isSmtpUrl(raw))
      this.fault(name, `${raw === undefined ? "is missing" : "is not of the form"}: ${EXAMPLE_SMTP_URL}`);
    return raw ?? null;
  }

  /** `name=value`, separated by commas, each value percent-encoded where it needs to be. */
  pairs(name: string): Readonly<Record<string, string>> {
    const pairs = this.list(name, []).map((item) => /^([\w-]+)=(.*)$/.exec(item));
    if (pairs.some((pair) => pair === null || !isDecodable(pair[2]!)))
      this.fault(name, "is not of the form name=value, separated by commas");
    return Object.fromEntries(
      pairs.flatMap((pair) => (pair && isDecodable(pair[2]!) ? [[pair[1], decodeURIComponent(pair[2]!)]] : [])),
    );
  }

  databaseUrl(name: string): string {
    const raw = this.raw(name);
    if (raw !== undefined && URL.canParse(raw) && /^postgres(?:ql)?:$/.test(new URL(raw).protocol)) return raw;
    this.fault(
      name,
      raw === undefined
        ? "is missing: postgres://user:password@host/database"
        : "is not of the form postgres://user:password@host/database",
    );
    return "";
  }

  secret(name: string): string {
    const raw = this.raw(name);
    if (raw === undefined) this.fault(name, `is missing. ${HOW_TO_MAKE_A_SECRET}`);
    else if (raw.length < SECRET_MIN_CHARACTERS)
      this.fault(name, `is shorter than ${SECRET_MIN_CHARACTERS} characters. ${HOW_TO_MAKE_A_SECRET}`);
    return raw ?? "";
  }

  private number(
    name: string,
    shape: RegExp,
    kind: string,
    minimum: number,
    maximum: number,
    fallback: number,
  ): number {
    const raw = this.raw(name);
    if (raw === undefined) return fallback;
    const value = shape.test(raw) ? Number(raw) : Number.NaN;
    if (value >= minimum && value <= maximum) return value;
    this.fault(name, `is ${kind} from ${minimum} to ${maximum}`);
    return fallback;
  }

  /** An empty variable counts as none: env files and compose files cannot unset one. */
  private raw(name: string): string | undefined {
    return this.environment[name]?.trim() || undefined;
  }
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function isBase(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, pathname } = new URL(text);
  return /^https?:$/.test(protocol) && text === origin + pathname.replace(/\/$/, "");
}

function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hostname, pathname, search, hash } = new URL(text);
  const isBare = /^\/?$/.test(pathname) && /^(?:\?tls=off)?$/.test(search) && hash === "";
  return /^smtps?:$/.test(protocol) && hostname !== "" && isBare && isDecodable(username + password);
}

export function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}
