/** What the product writes to people: one description, of which the text and the HTML of a mail are made. */

/** Whom a mail is for. */
export interface Recipient {
  /** One address. */
  readonly to: string;
  /** Whom it greets; nobody by name unless given. */
  readonly name?: string;
}

export interface Letter extends Recipient {
  /** Names this kind of mail, where mails are previewed and counted: "invitation". */
  readonly template: string;
  readonly subject: string;
  /** What a mail program shows beside the subject. */
  readonly preheader: string;
  readonly paragraphs: readonly string[];
  /** What there is to do, by a link of http or https. */
  readonly action?: { readonly label: string; readonly link: string };
  /** For whoever did not expect the mail. */
  readonly closing?: string;
}

export interface Mail {
  readonly template: string;
  readonly to: string;
  /** One line. */
  readonly subject: string;
  /** Plain text. The link stands last, so that nothing behind it is taken for a part of it. */
  readonly text: string;
  /** A whole document (HTML living standard), which loads nothing. */
  readonly html: string;
}

/** A name, which may be empty, and an address. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** An instant as mails write it: "2026-11-24 09:00 UTC". */
export const minute = (instant: Date): string => `${instant.toISOString().slice(0, 16).replace("T", " ")} UTC`;

/**
 * Whatever people have typed may stand in any of the words: each stays the line that it is, and is text in the HTML.
 * Throws where the link is not of http or https.
 */
export function letter({ template, to, name, action, ...written }: Letter): Mail {
  if (action && !/^https?:\/\/\S+$/.test(action.link)) throw new Error("A mail links to http and https only.");
  const subject = line(written.subject);
  const greeting = line(name === undefined ? "Hello," : `Hello ${name},`);
  const paragraphs = [greeting, ...written.paragraphs.map(line)];
  const closing = written.closing === undefined ? [] : [line(written.closing)];
  const link = action ? [`${line(action.label)}:`, action.link] : [];
  const text = [...paragraphs, ...closing, ...link].join("\n\n");
  const body = [...paragraphs.map(paragraph), ...(action ? button(action) : []), ...closing.map(small)];
  return { template, to, subject, text, html: page(subject, line(written.preheader), body) };
}

/** Marks that turn the direction of what follows (Unicode, UAX 9), by which a name could rearrange the words around it. */
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Line ends could begin a paragraph or a header. */
const line = (words: string): string =>
  words
    .replace(DIRECTIONS, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();

const escaped = (words: string): string => Bun.escapeHTML(words);

const paragraph = (words: string): string => `<p style="margin:0 0 16px">${escaped(words)}</p>`;

const small = (words: string): string =>
  `<p class="quiet" style="margin:0 0 16px;font-size:14px;color:#59636e">${escaped(words)}</p>`;

const button = ({ label, link }: NonNullable<Letter["action"]>): readonly string[] => [
  `<p style="margin:24px 0"><a class="button" href="${escaped(link)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#0550ae;color:#ffffff;font-weight:600;text-decoration:none">${escaped(line(label))}</a></p>`,
  `<p class="quiet" style="margin:0 0 16px;font-size:14px;color:#59636e">If the button does not work, open this address:<br><a class="link" href="${escaped(link)}" style="color:#0550ae;word-break:break-all">${escaped(link)}</a></p>`,
];

/**
 * Styles stand in the elements, because some programs drop a style sheet; it says what changes in the dark. Those that turn
 * colors by themselves find none on the page to turn.
 */
const page = (subject: string, preheader: string, body: readonly string[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>${MAIL_STYLE}</style>
</head>
<body style="margin:0;padding:24px 16px">
<div style="display:none;max-height:0;overflow:hidden">${escaped(preheader)}</div>
<div lang="en" style="max-width:560px;margin:0 auto;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
${body.join("\n")}
</div>
</body>
</html>
`;

/** The only style sheet of every mail. */
export const MAIL_STYLE = `
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .button { background: #79b8ff !important; color: #0f1318 !important; }
  .link { color: #79b8ff !important; }
  .quiet { color: #9aa4af !important; }
}
`;
