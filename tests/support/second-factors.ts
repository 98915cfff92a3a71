/** Second factors as people add them, through the server's own operations. */
import { Secret, TOTP } from "otpauth";
import type { Sql } from "#db/client";
import type { AddedPasskey, PasskeyCeremony, RecoveryCodes, TotpSetup } from "#generated/types";
import type { Person, TestApp } from "./app";
import { Authenticator } from "./authenticator";
import { meet } from "./locks";

const STEP_MS = 30_000;

/** An authenticator app that knows a secret, by the clock of the test. */
export class TotpApp {
  constructor(
    readonly secret: string,
    private readonly app: TestApp,
  ) {}

  /** The code of now, or of some steps before or after. */
  code(steps = 0): string {
    const timestamp = this.app.clock.now().getTime() + steps * STEP_MS;
    return TOTP.generate({ secret: Secret.fromBase32(this.secret), timestamp });
  }

  /** A code that is wrong now: that of none of the steps which are taken. */
  wrongCode(): string {
    const right = [-1, 0, 1].map((steps) => this.code(steps));
    return ["000000", "000001", "000002", "000003"].find((code) => !right.includes(code)) ?? "";
  }

  /** Waits for the next code. */
  nextCode(): string {
    this.app.clock.advance(STEP_MS);
    return this.code();
  }
}

export async function startTotp(app: TestApp, person: Person): Promise<TotpApp> {
  const { status, body, text } = await person.call<TotpSetup>("startTotp");
  if (status !== 201) throw new Error(`one-time codes could not be started: ${text}`);
  return new TotpApp(body.secret, app);
}

/** From now on a login of this person asks for a second factor. The code of this step is spent. */
export async function turnOnTotp(app: TestApp, person: Person) {
  const totp = await startTotp(app, person);
  const { status, body, text } = await person.call<RecoveryCodes>("confirmTotp", { body: { code: totp.code() } });
  if (status !== 200) throw new Error(`one-time codes could not be turned on: ${text}`);
  return { totp, recoveryCodes: body.recoveryCodes };
}

export async function startPasskey(person: Person): Promise<PasskeyCeremony> {
  const { status, body, text } = await person.call<PasskeyCeremony>("startPasskey");
  if (status !== 201) throw new Error(`a passkey could not be started: ${text}`);
  return body;
}

export async function addPasskey(person: Person, authenticator = new Authenticator(), name = "Phone") {
  const { ceremony, options } = await startPasskey(person);
  const body = { ceremony, name, response: authenticator.create(options) };
  const answer = await person.call<AddedPasskey>("createPasskey", { body });
  if (answer.status !== 201) throw new Error(`a passkey could not be added: ${answer.text}`);
  return { ...answer.body, authenticator };
}

/** Passkeys that nobody can use. */
export async function fillPasskeys({ sql, clock, options: { ids } }: TestApp, { userId }: Person, count: number) {
  for (let made = 0; made < count; made++) {
    const id = ids.next();
    await sql`
      insert into passkeys (id, user_id, credential_id, public_key, counter, transports, backed_up, name, created_at)
      values (${id}, ${userId}, ${Buffer.from(id)}, ${Buffer.from("key")}, 0, '{}', false, 'Key', ${clock.now()})`;
  }
}

/** What rules of these modules get, outside of any request. */
export const contextOf = ({ services, clock, options: { log, ids } }: TestApp) => ({ ...services, clock, ids, log });

/** Runs a rule as an operation does: in a transaction of its own. */
export const inTransaction = <R>({ sql }: { sql: Sql }, work: (sql: Sql) => Promise<R>): Promise<R> =>
  sql.begin((transaction) => work(transaction as unknown as Sql)) as Promise<R>;

/** How many of ten transactions did it, all of which wait at once for what `hold` locks. */
export async function successesOfTen(
  { database }: TestApp,
  hold: Parameters<typeof meet>[1],
  work: (sql: Sql) => Promise<boolean>,
): Promise<number> {
  const sql = database.connect({ max: 10 });
  try {
    const done = await meet(database, hold, () => Array.from({ length: 10 }, () => inTransaction({ sql }, work)));
    return done.filter((did) => did).length;
  } finally {
    await sql.end();
  }
}

/** Requests that all wait for one person's row, whose changes of what they log in with come one after the other. */
export const meetAtPerson = <Answer>({ database }: TestApp, { userId }: Person, request: () => Promise<Answer>[]) =>
  meet(database, (sql) => sql`select from users where id = ${userId} for update`, request);
