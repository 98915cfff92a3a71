/** The pages of development, which no published contract describes. */
import { type TestApp, testApp } from "./app";
import { ORIGIN } from "./client";

/** What a browser gets at a path. */
export async function opened(app: TestApp, path: string) {
  const response = await app.send(new Request(`${ORIGIN}${path}`));
  return { status: response.status, headers: response.headers, html: await response.text() };
}

/** The statuses of a path where nobody develops: on both listeners, and on that for operators of one who does. */
export async function statusesElsewhere(path: string): Promise<number[]> {
  const [production, development] = [await testApp(), await testApp({ development: true })];
  const asked = [production.send, production.inside, development.inside];
  return Promise.all(asked.map(async (send) => (await send(new Request(`${ORIGIN}${path}`))).status));
}
