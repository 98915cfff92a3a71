/** A real SMTP server on this machine. It keeps what it takes, as a mail program reads it. */
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** What it says to a command; undefined is yes. */
export type Refusal = { readonly code: number; readonly words: string } | undefined;

export class MailServer {
  readonly received: ParsedMail[] = [];
  /** What it says to a recipient. */
  recipient: (address: string) => Refusal = () => undefined;
  /** What it says to a message that it has read whole. */
  message: () => Refusal | Promise<Refusal> = () => undefined;
  #server: SMTPServer | undefined;
  #port = 0;

  constructor(private readonly options: SMTPServerOptions = {}) {}

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  /** On the same port each time. */
  async open(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      logger: false,
      onRcptTo: ({ address }, _session, answer) => answer(refused(this.recipient(address))),
      onData: (stream, _session, answer) => {
        simpleParser(stream).then(async (mail) => {
          this.received.push(mail);
          answer(refused(await this.message()));
        }, answer);
      },
      ...this.options,
    });
    // A client that goes away is no fault of the server's.
    server.on("error", () => {});
    await new Promise<void>((resolve) => server.listen(this.#port, "127.0.0.1", resolve));
    this.#port = (server.server.address() as AddressInfo).port;
    this.#server = server;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => (this.#server ? this.#server.close(resolve) : resolve()));
    this.#server = undefined;
  }
}

const refused = (refusal: Refusal): Error | null =>
  refusal ? Object.assign(new Error(refusal.words), { responseCode: refusal.code }) : null;
