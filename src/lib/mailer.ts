import type { Log } from "#lib/log";

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

/** Sends mail, sooner or later. Never throws. */
export interface Mailer {
  send(mail: Mail): void;
}

/** Until there is a mailer: in development the mail is in the log, its links too; elsewhere the log says that it was not sent. */
export const logMailer = ({ log, isDevelopment }: { log: Log; isDevelopment: boolean }): Mailer => ({
  send: ({ to, subject, text }) => {
    if (isDevelopment) log.info({ to, subject, text }, "mail");
    else log.error({ subject }, "mail was not sent: there is no mailer");
  },
});
