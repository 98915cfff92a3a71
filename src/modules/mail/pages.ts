/** The inbox of development, and what each kind of mail looks like. */
import { MAIL_STYLE, type Mail, type Mailbox } from "#lib/letter";
import { article, hashSource, type Page } from "#lib/page";
import type { KeptMail, Message } from "./mail";

const INBOX = { href: "/dev/inbox", words: "Inbox" };
const TEMPLATES = { href: "/dev/mails", words: "All mails" };

export const inboxPage = (mails: readonly KeptMail[]): Page =>
  article({
    title: "Inbox",
    home: TEMPLATES,
    style: STYLE,
    main: [
      "<h1>Inbox</h1>",
      "<p>Every mail of this server, whomever it is to, the newest first. Only development has this page.</p>",
      mails.length === 0 ? "<p>There is none yet.</p>" : `<ul>\n${mails.map(inboxItem).join("\n")}\n</ul>`,
    ].join("\n"),
  });

const inboxItem = ({ id, to, subject, date, sentAt }: KeptMail): string =>
  `<li><a href="/dev/inbox/${text(id)}">${text(subject)}</a><br>to ${text(to)}, ${time(date)}${sentAt === null ? ", waiting" : ""}</li>`;

export const keptMailPage = (mail: KeptMail): Page =>
  mailPage(INBOX, mail, [["State", mail.sentAt === null ? "waiting" : `sent ${time(new Date(mail.sentAt))}`]]);

export const templatesPage = (samples: readonly Mail[]): Page =>
  article({
    title: "All mails",
    home: INBOX,
    style: STYLE,
    main: `<h1>All mails</h1>
<p>What this server writes to people, with made-up words.</p>
<ul>
${samples.map(({ template, subject }) => `<li><a href="/dev/mails/${text(template)}">${text(template)}</a><br>${text(subject)}</li>`).join("\n")}
</ul>`,
  });

export const previewPage = (mail: Message): Page => mailPage(TEMPLATES, mail, []);

/**
 * The mail's HTML is in a frame that runs no script; its links open beside the page. The frame has the policy of the page
 * (CSP, level 3, section 7.8), which must allow the styles that stand in a mail's elements.
 */
function mailPage(home: typeof INBOX, mail: Message, more: readonly (readonly [string, string])[]): Page {
  const { from, replyTo, to, subject, date, messageId, template, html } = mail;
  const headers = [
    ["From", mailbox(from)],
    ...(replyTo ? [["Reply-To", mailbox(replyTo)] as const] : []),
    ["To", to],
    ["Date", time(date)],
    ["Message-ID", messageId],
    ["Kind", template],
    ...more,
  ] as const;
  const framed = html.replace("<head>", '<head><base target="_blank">');
  return article({
    title: subject,
    home,
    style: STYLE,
    allowed: { "style-src": hashSource(MAIL_STYLE), "style-src-attr": "'unsafe-inline'" },
    main: `<h1>${text(subject)}</h1>
<dl>
${headers.map(([name, value]) => `<dt>${name}</dt><dd>${text(value)}</dd>`).join("\n")}
</dl>
<h2>HTML</h2>
<iframe title="The mail's HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${text(framed)}"></iframe>
<h2>Text</h2>
<pre>${linked(mail.text)}</pre>`,
  });
}

const text = (words: string): string => Bun.escapeHTML(words);

/** The whole second, in UTC. */
const time = (at: Date): string => `${at.toISOString().slice(0, 19).replace("T", " ")} UTC`;

const mailbox = ({ name, address }: Mailbox): string => (name === "" ? address : `${name} <${address}>`);

const linked = (words: string): string =>
  words
    .split(/(https?:\/\/\S+)/)
    .map((part, index) => (index % 2 === 0 ? text(part) : `<a href="${text(part)}" target="_blank">${text(part)}</a>`))
    .join("");

const STYLE = `
h1 { margin-top: 2rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0; font-size: .9rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
iframe { box-sizing: border-box; width: 100%; height: 28rem; border: 1px solid var(--line); border-radius: 6px; background: Canvas; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
`;
