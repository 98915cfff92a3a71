import { describe, expect, test } from "bun:test";
import { mailSamples } from "../../src/modules/mail-samples";
import { testApp } from "../support/app";
import { opened, statusesElsewhere } from "../support/pages";

const app = await testApp({ development: true });

describe("200", () => {
  test("it names every kind of mail, each with a link to its preview", async () => {
    const { status, html } = await opened(app, "/dev/mails");
    expect(status).toBe(200);
    const paths = [...html.matchAll(/<li><a href="([^"]+)">/g)].map(([, path]) => path!);
    expect(paths).toEqual(mailSamples.map(({ template }) => `/dev/mails/${template}`));
    for (const path of paths) expect(await opened(app, path)).toMatchObject({ status: 200 });
  });
});

describe("404", () => {
  test("where nobody develops", async () => {
    expect(await statusesElsewhere("/dev/mails")).toEqual([404, 404, 404]);
  });
});
