import { describe, expect, test } from "bun:test";
import { mailSamples } from "../../src/modules/mail-samples";
import { testApp } from "../support/app";
import { opened, statusesElsewhere } from "../support/pages";

const app = await testApp({ development: true });

describe("200", () => {
  test.each(mailSamples.map((sample) => [sample.template, sample] as const))(
    "%s: subject, text and HTML, as it would be sent",
    async (template, sample) => {
      const { status, html } = await opened(app, `/dev/mails/${template}`);
      expect(status).toBe(200);
      expect(html).toContain(`<h1>${Bun.escapeHTML(sample.subject)}</h1>`);
      expect(html).toContain(Bun.escapeHTML(sample.html.slice(sample.html.indexOf("<body"))));
      for (const paragraph of sample.text.split("\n\n")) expect(html).toContain(Bun.escapeHTML(paragraph));
    },
  );

  test("a preview is sent to nobody", async () => {
    await opened(app, `/dev/mails/${mailSamples[0]!.template}`);
    expect(await app.mails()).toEqual([]);
  });
});

describe("404", () => {
  test("a kind of mail that there is not", async () => {
    expect(await opened(app, "/dev/mails/telegram")).toMatchObject({ status: 404 });
  });

  test("where nobody develops", async () => {
    expect(await statusesElsewhere("/dev/mails/invitation")).toEqual([404, 404, 404]);
  });
});
