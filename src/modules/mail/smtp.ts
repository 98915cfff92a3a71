/** Mails by SMTP (RFC 5321). Each has a connection of its own: they are few, and so none is found to have gone stale. */
import { createTransport } from "nodemailer";
import type { SMTPTransportOptions } from "nodemailer/lib/smtp-transport";
import { isLoopback } from "#lib/networks";
import { PermanentJobError } from "../jobs/job";
import type { MailTransport } from "./mail";

const SUBMISSION_PORT = 587;
const TLS_PORT = 465;
const CONNECT_TIMEOUT_MS = 5_000;
const GREETING_TIMEOUT_MS = 5_000;
/** How long the server may be silent in between. */
const SOCKET_TIMEOUT_MS = 10_000;

/**
 * smtp:// begins in clear and goes on with TLS (STARTTLS, RFC 3207), or not at all, unless the server is this machine or the
 * address ends with `?tls=off`. smtps:// is TLS from the start (RFC 8314). User and password are percent-encoded.
 */
export function smtpSettings(address: string): SMTPTransportOptions {
  const { protocol, hostname, port, username, password, searchParams } = new URL(address);
  const secure = protocol === "smtps:";
  const inClear = !secure && (isLoopback(hostname) || searchParams.get("tls") === "off");
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || (secure ? TLS_PORT : SUBMISSION_PORT),
    secure,
    requireTLS: !secure && !inClear,
    ignoreTLS: inClear,
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}

export function smtpTransport(settings: SMTPTransportOptions): MailTransport {
  const transport = createTransport({
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: GREETING_TIMEOUT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...settings,
  });
  return {
    async send({ from, replyTo, to, subject, text, html, messageId, date }, signal) {
      const message = { from, to: { name: "", address: to }, subject, text, html, messageId, date, signal };
      await transport
        .sendMail({
          ...message,
          ...(replyTo && { replyTo }),
          // So that nobody's holiday answers it (RFC 3834).
          headers: { "Auto-Submitted": "auto-generated" },
          xMailer: false,
        })
        .catch((error) => {
          throw failure(error);
        });
    },
  };
}

/** Where there is no mail server: mails stay in the inbox of development. */
export const nowhere: MailTransport = { send: async () => {} };

interface SmtpError {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** Commands whose refusal is about this one mail, and not about us. */
const ABOUT_THE_MAIL = new Set(["RCPT TO", "DATA"]);

/** In words that say nothing of the mail: servers repeat addresses, and what they did not like. */
function failure({ code, originalCode, command, responseCode, response = "" }: SmtpError): Error {
  if (!responseCode) return new Error(`The mail server cannot be reached: ${[code, originalCode].join(" ").trim()}`);
  // RFC 3463.
  const [, status = ""] = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response) ?? [];
  const words = `The mail server answered ${command} with ${responseCode} ${status}`.trim();
  const isFinal = responseCode >= 500 && ABOUT_THE_MAIL.has(command ?? "");
  return isFinal ? new PermanentJobError(words) : new Error(words);
}
