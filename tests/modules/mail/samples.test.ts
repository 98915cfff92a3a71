import { expect, test } from "bun:test";
import { join } from "node:path";
import type { Mail } from "#lib/letter";
import { mailSamples } from "../../../src/modules/mail-samples";

const MODULES = join(import.meta.dir, "../../../src/modules");
const files = await Array.fromAsync(new Bun.Glob("*/mail.ts").scan(MODULES));
/** Of the module mail, that file is something else. */
const letters = files.filter((file) => file !== "mail/mail.ts").sort();

test.each(letters)("%s: every mail that it can make has a sample, and the previews have them", async (file) => {
  const { samples, ...rest }: { samples: readonly Mail[] } & Record<string, unknown> = await import(
    join(MODULES, file)
  );
  const makers = Object.keys(rest).filter((name) => name.endsWith("Mail"));
  expect(makers).not.toBeEmpty();
  expect(samples).toHaveLength(makers.length);
  for (const sample of samples) expect(mailSamples).toContain(sample);
});

test("each kind of mail has a name of its own", () => {
  const names = mailSamples.map(({ template }) => template);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
});
