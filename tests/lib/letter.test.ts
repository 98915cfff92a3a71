import { describe, expect, test } from "bun:test";
import { type Letter, letter } from "#lib/letter";

const LINK = "https://app.example.com/invitation#token=gwi_1";

const written = (more: Partial<Letter> = {}) =>
  letter({
    template: "greeting",
    to: "charles@example.com",
    subject: "Good day",
    preheader: "A word of welcome.",
    name: "Charles",
    paragraphs: ["Good to have you.", "There is one thing to do."],
    action: { label: "Begin", link: LINK },
    closing: "If this is not for you, forget it.",
    ...more,
  });

describe("the text", () => {
  test("is the greeting, the paragraphs, the closing and the link, which stands last", () => {
    expect(written().text).toBe(
      [
        "Hello Charles,",
        "Good to have you.",
        "There is one thing to do.",
        "If this is not for you, forget it.",
        "Begin:",
        LINK,
      ].join("\n\n"),
    );
  });

  test("without a name and anything to do, it greets nobody by name and has no link", () => {
    const news = { template: "news", to: "charles@example.com", subject: "News", preheader: "", paragraphs: ["News."] };
    expect(letter(news).text).toBe("Hello,\n\nNews.");
  });
});

describe("the HTML", () => {
  test("says the same, with its language, the link twice, and nothing that is loaded or run", () => {
    const { html } = written();
    for (const words of ["Hello Charles,", "Good to have you.", "A word of welcome.", "<title>Good day</title>"])
      expect(html).toContain(words);
    expect(html).toStartWith('<!doctype html>\n<html lang="en">');
    expect(html.split(`href="${LINK}"`)).toHaveLength(3);
    expect(html).not.toMatch(/<(?:script|img|link|iframe|object)\b|\bsrc=|\burl\(|@import|\son\w+=/);
  });

  test("has what mail programs need to be dark in the dark", () => {
    expect(written().html).toContain('<meta name="color-scheme" content="light dark">');
    expect(written().html).toContain("@media (prefers-color-scheme: dark)");
  });
});

describe("a link", () => {
  test.each(["javascript:alert(1)", "data:text/html,x", "//example.com", "https://example.com/a b", ""])(
    "%p is refused",
    (link) => {
      expect(() => written({ action: { label: "Begin", link } })).toThrow("http and https only");
    },
  );

  test("is escaped where it would end its attribute", () => {
    const { html } = written({ action: { label: "Begin", link: 'https://example.com/?a="><b>&c' } });
    expect(html).toContain('href="https://example.com/?a=&quot;&gt;&lt;b&gt;&amp;c"');
  });
});

/** What people can call themselves. */
const HOSTILE: Record<string, readonly [typed: string, shown: string]> = {
  "a script": ["<script>alert(1)</script>", "<script>alert(1)</script>"],
  quotes: [`"'\`><b a="`, `"'\`><b a="`],
  "an entity": ["&lt;b&gt; &amp;", "&lt;b&gt; &amp;"],
  "line ends": ["Ada\r\nBcc: all@example.com\n\nhttps://evil.example", "Ada Bcc: all@example.com https://evil.example"],
  "other line ends": ["Ada\u2028Bcc\u2029all\u0085\u000b\u0000b", "Ada Bcc all b"],
  "an override of the direction": ["Ada \u202emoc.elpmaxe\u202c \u2066x\u2069", "Ada moc.elpmaxe x"],
  "a hundred emoji": ["👩‍👩‍👧‍👦".repeat(9) + "👋".repeat(91), "👩‍👩‍👧‍👦".repeat(9) + "👋".repeat(91)],
};

describe.each(Object.entries(HOSTILE))("a name with %s", (_, [typed, shown]) => {
  const { subject, text, html } = written({
    subject: `For ${typed}`,
    preheader: `To ${typed}`,
    name: typed,
    paragraphs: [`You are ${typed}, no doubt.`],
    action: { label: `Be ${typed}`, link: LINK },
    closing: `Unless you are not ${typed}.`,
  });
  const escaped = Bun.escapeHTML(shown);

  test("is part of one line in the text, and of the subject", () => {
    expect(subject).toBe(`For ${shown}`);
    expect(text.split("\n\n")).toEqual([
      `Hello ${shown},`,
      `You are ${shown}, no doubt.`,
      `Unless you are not ${shown}.`,
      `Be ${shown}:`,
      LINK,
    ]);
  });

  test("is text in the HTML, wherever it stands", () => {
    for (const place of [
      `<title>For ${escaped}</title>`,
      `>To ${escaped}</div>`,
      `>Hello ${escaped},</p>`,
      `>You are ${escaped}, no doubt.</p>`,
      `>Be ${escaped}</a>`,
      `>Unless you are not ${escaped}.</p>`,
    ])
      expect(html).toContain(place);
  });
});
