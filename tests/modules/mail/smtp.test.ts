/** What arrives at a real SMTP server, read as a mail program reads it. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { createServer } from "node:net";
import type { ParsedMail } from "mailparser";
import { letter } from "#lib/letter";
import { invitationMail } from "../../../src/modules/invitations/mail";
import { PermanentJobError } from "../../../src/modules/jobs/job";
import type { Message } from "../../../src/modules/mail/mail";
import { smtpSettings, smtpTransport } from "../../../src/modules/mail/smtp";
import { MailServer } from "../../support/mail-server";

const server = new MailServer({ disabledCommands: ["STARTTLS"] });
beforeAll(() => server.open());
afterAll(() => server.close());

const LINK = "https://app.example.com/invitation#token=gwi_1";

const message = (more: Partial<Message> = {}): Message => ({
  ...invitationMail({ to: "charles@example.com", organizationName: "Analytical Engines", link: LINK }),
  from: { name: "Groundwork", address: "mail@example.com" },
  replyTo: null,
  messageId: "<0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d@example.com>",
  date: new Date("2026-11-24T09:00:00.000Z"),
  ...more,
});

const send = (sent: Message, settings = {}, url = server.url) =>
  smtpTransport({ ...smtpSettings(url), ...settings }).send(sent, new AbortController().signal);

/** Sends it, and answers with what the server got. */
async function arrived(sent: Message): Promise<ParsedMail> {
  await send(sent);
  return server.received.at(-1)!;
}

/** How it fails; undefined where it does not. */
const failure = (attempt: Promise<void>): Promise<Error | undefined> =>
  attempt.then(
    () => undefined,
    (error) => error,
  );

describe("a mail arrives", () => {
  test("with its headers: from whom, to whom, when, under which id, and that nobody need answer", async () => {
    const mail = await arrived(message({ replyTo: { name: "Help", address: "help@example.com" } }));
    expect(mail.from?.value).toEqual([{ name: "Groundwork", address: "mail@example.com" }]);
    expect([mail.to].flat()[0]?.value).toEqual([{ name: "", address: "charles@example.com" }]);
    expect(mail.replyTo?.value).toEqual([{ name: "Help", address: "help@example.com" }]);
    expect(mail.subject).toBe("Invitation to Analytical Engines");
    expect(mail.messageId).toBe("<0199d1a0-7c31-7a52-8f11-3f0f6a1b2c3d@example.com>");
    expect(mail.date).toEqual(new Date("2026-11-24T09:00:00.000Z"));
    expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
  });

  test("and says nothing of what has sent it", async () => {
    const mail = await arrived(message());
    expect([...mail.headers.keys()].sort()).toEqual(
      ["auto-submitted", "content-type", "date", "from", "message-id", "mime-version", "subject", "to"].sort(),
    );
  });

  test("with its text and its HTML as they were made", async () => {
    const sent = message();
    const mail = await arrived(sent);
    expect(mail.text?.trimEnd()).toBe(sent.text);
    expect((mail.html as string).trimEnd()).toBe(sent.html.trimEnd());
  });

  test.each([
    ["a script", "<script>alert(1)</script>"],
    ["quotes", `"'\`><b a="`],
    ["line ends", "Ada\r\nBcc: all@example.com\r\n\r\nhttps://evil.example"],
    ["an override of the direction", "Ada \u202emoc.elpmaxe\u202c"],
    ["a hundred emoji", "👩‍👩‍👧‍👦".repeat(9) + "👋".repeat(91)],
  ])("whole where a name is %s, with no header and no recipient more", async (_, organizationName) => {
    const sent = message(invitationMail({ to: "charles@example.com", organizationName, link: LINK }));
    const mail = await arrived(sent);
    expect(mail.subject).toBe(sent.subject);
    expect(mail.text?.trimEnd()).toBe(sent.text);
    expect((mail.html as string).trimEnd()).toBe(sent.html.trimEnd());
    expect([mail.bcc, mail.cc]).toEqual([undefined, undefined]);
    expect(mail.to).toMatchObject({ value: [{ address: "charles@example.com" }] });
  });

  test("without the header that a subject would begin, were it several lines", async () => {
    const mail = await arrived(message({ subject: "Good day\r\nBcc: all@example.com\r\n\r\nGood night" }));
    expect(mail.bcc).toBeUndefined();
    expect(mail.text).not.toContain("Good night");
  });

  test("at the one address that it is to, even where that reads like two", async () => {
    const to = '"a, b@example.org"@example.com';
    await send(message(letter({ template: "x", to, subject: "x", preheader: "", paragraphs: [] }))).catch(() => {});
    const addresses = server.received.flatMap(({ to: given }) => [given].flat().flatMap((each) => each?.value ?? []));
    expect(addresses.map(({ address }) => address)).not.toContain("b@example.org");
  });
});

describe("a refusal", () => {
  const refuse = (code: number, words: string) => () => ({ code, words });
  const anybody = () => undefined;

  test.each([550, 553])("of the recipient by %d is final, and says nothing of the mail", async (code) => {
    server.recipient = refuse(code, "5.1.1 <charles@example.com> unknown");
    const error = await failure(send(message()));
    server.recipient = anybody;
    expect(error).toBeInstanceOf(PermanentJobError);
    expect(error?.message).toBe(`The mail server answered RCPT TO with ${code} 5.1.1`);
  });

  test("of the message is final", async () => {
    server.message = refuse(554, "5.7.1 spam: Invitation to Analytical Engines");
    const error = await failure(send(message()));
    server.message = anybody;
    expect(error).toBeInstanceOf(PermanentJobError);
    expect(error?.message).toBe("The mail server answered DATA with 554 5.7.1");
  });

  test.each([450, 451, 452])("by %d is for now", async (code) => {
    server.recipient = refuse(code, "4.7.1 <charles@example.com> later");
    const error = await failure(send(message()));
    server.recipient = anybody;
    expect(error).not.toBeInstanceOf(PermanentJobError);
    expect(error?.message).toBe(`The mail server answered RCPT TO with ${code} 4.7.1`);
  });

  test("of our password is no fault of the mail's", async () => {
    const closed = new MailServer({
      disabledCommands: ["STARTTLS"],
      authOptional: false,
      onAuth: (_, _session, answer) => answer(new Error("wrong")),
    });
    await closed.open();
    const url = closed.url.replace("//", "//user:secret@");
    const error = await failure(send(message(), {}, url));
    await closed.close();
    expect(error).toBeDefined();
    expect(error).not.toBeInstanceOf(PermanentJobError);
    expect(error?.message).not.toContain("secret");
  });

  test("by a port on which nobody listens is for now", async () => {
    const error = await failure(send(message(), {}, "smtp://127.0.0.1:1"));
    expect(error).not.toBeInstanceOf(PermanentJobError);
    expect(error?.message).toBe("The mail server cannot be reached: ESOCKET ECONNREFUSED");
  });
});

test("a server that says nothing keeps nobody waiting", async () => {
  const silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const { port } = silent.address() as { port: number };
  const url = `smtp://127.0.0.1:${port}`;
  expect(await failure(send(message(), { greetingTimeout: 20 }, url))).toBeInstanceOf(Error);
  const aborted = smtpTransport(smtpSettings(url)).send(message(), AbortSignal.timeout(20));
  expect(await failure(aborted)).toBeInstanceOf(Error);
  silent.close();
});

describe("TLS", () => {
  test.each([
    ["smtp://mail.example.com", { host: "mail.example.com", port: 587, secure: false, requireTLS: true }],
    ["smtp://mail.example.com:2525", { port: 2525, requireTLS: true, ignoreTLS: false }],
    ["smtp://mail.example.com?tls=off", { secure: false, requireTLS: false, ignoreTLS: true }],
    ["smtps://mail.example.com", { port: 465, secure: true, requireTLS: false, ignoreTLS: false }],
    ["smtps://localhost", { port: 465, secure: true }],
    ["smtp://localhost:1025", { requireTLS: false, ignoreTLS: true }],
    ["smtp://[::1]:1025", { host: "::1", ignoreTLS: true }],
    ["smtp://us%40er:p%2Fss@mail.example.com", { auth: { user: "us@er", pass: "p/ss" } }],
  ])("%s", (url, settings) => {
    expect(smtpSettings(url)).toMatchObject(settings);
  });

  test("a server that offers none gets no mail where it must be there", async () => {
    const before = server.received.length;
    const error = await failure(send(message(), { requireTLS: true, ignoreTLS: false }));
    expect(error).toBeInstanceOf(Error);
    expect(server.received).toHaveLength(before);
  });

  test("nor does one whose certificate nobody vouches for", async () => {
    const self = new MailServer();
    await self.open();
    const error = await failure(send(message(), { requireTLS: true, ignoreTLS: false }, self.url));
    await self.close();
    expect(error).toBeInstanceOf(Error);
    expect(self.received).toEqual([]);
  });
});
