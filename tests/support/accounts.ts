/** What tests of accounts that go, or are suspended, have in common. */
import type { Message } from "../../src/modules/mail/mail";
import type { Known, Person, TestApp } from "./app";

/** What the person was sent of one kind. */
export const lettersTo = async (app: TestApp, { email }: Known, template: string): Promise<Message[]> =>
  (await app.mails()).filter((mail) => mail.to === email && mail.template === template);

/** How the server answers somebody who logs in, or asks who they are. */
export async function doors(app: TestApp, person: Person) {
  const body = { email: person.email, password: person.password };
  const login = await app.anonymous.call("createSession", { body });
  const token = { transport: "bearer", refreshToken: person.refreshToken };
  const refresh = await app.anonymous.call("refreshSession", { body: token });
  const session = await person.call("getMe");
  return { login: login.status, refresh: refresh.status, session: session.status };
}

/** What the log of a person alone has of one event, with who did it. */
export const happenedTo = (app: TestApp, { userId }: Person, event: string) =>
  app.sql<{ operation: string; address: string; fields: Record<string, unknown> }[]>`
    select operation, address, fields from audit_events
    where chain_id = ${userId} and event = ${event} order by sequence`;
