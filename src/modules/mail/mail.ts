import type { Services } from "#context";
import type { Sql } from "#db/client";
import type { Clock } from "#lib/clock";
import type { Ids } from "#lib/ids";
import type { Mail, Mailbox } from "#lib/letter";
import { Sealing } from "#lib/sealing";
import { sendMail } from "./jobs";
import * as queries from "./queries";

/** A mail as it goes out (RFC 5322). */
export interface Message extends Mail {
  readonly from: Mailbox;
  readonly replyTo: Mailbox | null;
  /** With its angle brackets. The same each time that the mail is sent, so that who gets it twice can tell. */
  readonly messageId: string;
  readonly date: Date;
}

/** Whatever takes mails from here to where they are going. */
export interface MailTransport {
  /** Resolves once somebody else answers for the message. Throws a PermanentJobError where it will never be taken. */
  send(message: Message, signal: AbortSignal): Promise<void>;
}

/** A message of the outbox that can still be read. */
export interface KeptMail extends Message {
  readonly id: string;
  /** Null while it waits. */
  readonly sentAt: string | null;
}

export interface OutboxOptions {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Encrypts what was not sent yet. */
  readonly secret: string;
  readonly from: Mailbox;
  readonly replyTo: Mailbox | null;
  readonly transport: MailTransport;
  /** Whether mails stay readable once they were sent: for the inbox of development. */
  readonly keepsSent: boolean;
}

/** Where mails are added. The job mail.send takes them from there. */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #jobs: Services["jobs"];
  readonly #sealing: Sealing;

  constructor(options: OutboxOptions, jobs: Services["jobs"]) {
    this.#options = options;
    this.#jobs = jobs;
    this.#sealing = new Sealing(options.secret, "groundwork/outbox");
  }

  /** Sends a mail once the transaction of `sql` is committed, and not at all where it is not. */
  async add(sql: Sql, { template, ...content }: Mail): Promise<void> {
    const { clock, ids } = this.#options;
    const id = ids.next();
    const contentSealed = this.#sealing.seal(id, JSON.stringify(content));
    await queries.insertMail(sql, { id, template, contentSealed, createdAt: clock.now() });
    await this.#jobs.add(sql, sendMail, { mailId: id });
  }

  /**
   * Sends it in the transaction of `sql`, which holds the row: what is sent and not committed is sent again. Answers with
   * the kind of mail, or undefined where there is nothing to send any more.
   */
  async send(sql: Sql, id: string, signal: AbortSignal): Promise<string | undefined> {
    const { clock, transport, keepsSent } = this.#options;
    const row = await queries.lockUnsentMail(sql, id);
    if (!row) return undefined;
    await transport.send(this.#opened(row), signal);
    await queries.updateMailSent(sql, id, clock.now(), keepsSent);
    return row.template;
  }

  /** The newest first. */
  async listKept(sql: Sql, limit: number): Promise<KeptMail[]> {
    return (await queries.listKeptMails(sql, limit)).map((row) => this.#opened(row));
  }

  async readKept(sql: Sql, id: string): Promise<KeptMail | undefined> {
    const row = await queries.selectKeptMail(sql, id);
    return row && this.#opened(row);
  }

  /** The message that becomes of a mail with this id. */
  message(id: string, mail: Mail, date: Date): Message {
    const { from, replyTo } = this.#options;
    const domain = from.address.slice(from.address.lastIndexOf("@") + 1);
    return { ...mail, from, replyTo, messageId: `<${id}@${domain}>`, date };
  }

  #opened({ id, template, contentSealed, createdAt, sentAt }: queries.MailRow): KeptMail {
    const content = JSON.parse(this.#sealing.open(id, contentSealed));
    return { ...this.message(id, { template, ...content }, new Date(createdAt)), id, sentAt };
  }
}
