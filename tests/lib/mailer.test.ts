import { describe, expect, test } from "bun:test";
import { createLog } from "#lib/log";
import { logMailer, type Mail } from "#lib/mailer";

const MAIL: Mail = {
  to: "charles@example.com",
  subject: "Hello",
  text: "Open this:\n\nhttps://x.example/#token=gwi_1",
};

/** What the log holds of a mail that was sent. */
async function logged(format: "json" | "pretty", isDevelopment: boolean): Promise<string> {
  const lines: string[] = [];
  const log = await createLog({ level: "info", format, destination: { write: (line) => void lines.push(line) } });
  logMailer({ log, isDevelopment }).send(MAIL);
  expect(lines).toHaveLength(1);
  return lines[0]!;
}

describe("in development", () => {
  test("the log has the whole mail", async () => {
    expect(JSON.parse(await logged("json", true))).toMatchObject({ level: "info", msg: "mail", ...MAIL });
  });

  test("at a terminal it is one line, whose end is the link by itself", async () => {
    const line = await logged("pretty", true);
    expect(line).toContain('"to":"charles@example.com","subject":"Hello"');
    expect(line).toEndWith('https://x.example/#token=gwi_1"}\n');
  });
});

describe("elsewhere", () => {
  test.each(["json", "pretty"] as const)(
    "the log, as %s, says that the mail was not sent, and not what was in it",
    async (format) => {
      const line = await logged(format, false);
      expect(line).toContain("mail was not sent: there is no mailer");
      for (const secret of ["gwi_", "charles", "Open this"]) expect(line).not.toContain(secret);
    },
  );
});
