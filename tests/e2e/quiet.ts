/** A page on which nothing may go wrong unseen. */
import { test as base, expect } from "@playwright/test";

interface Quiet {
  /** What a test provokes on purpose. */
  provoked: RegExp | undefined;
  /** Watches each page, whether or not the test names it. */
  quiet: undefined;
}

export const test = base.extend<Quiet>({
  provoked: [undefined, { option: true }],
  quiet: [
    async ({ page, baseURL, provoked }, use) => {
      const complaints: string[] = [];
      const note = (complaint: string) => {
        if (!provoked?.test(complaint)) complaints.push(complaint);
      };
      page.on("console", (message) => {
        // What a browser advises, such as for password managers, is no fault of the page.
        if (String(message.type()) !== "verbose") note(`${message.type()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => note(`error: ${error.message}`));
      page.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(`${baseURL}/`) && !url.startsWith("data:")) note(`asked elsewhere: ${url}`);
      });
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
