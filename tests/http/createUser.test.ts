import { describe, expect, test } from "bun:test";
import { type Dispatch, redirected } from "#db/redirect";
import { register } from "../../src/modules/accounts/accounts";
import { type Registration, registration, testApp } from "../support/app";

const app = await testApp();

const users = () =>
  app.sql`select id, email, name, password_hash, version, created_at, updated_at from users order by id`;

const organizations = () =>
  app.sql`select id, name, personal_to, user_id, role from organizations left join members on organization_id = id`;

/** What is sent to the database when somebody registers: the statements, without the values. */
async function statementsOf(person: Registration): Promise<string[]> {
  const sent: string[] = [];
  const record: Dispatch = (query, send) => {
    sent.push((query as unknown as { strings: string[] }).strings.join("?"));
    send(query);
  };
  const sql = redirected(app.sql, record, {});
  const { clock, ids } = app.options;
  await register({ sql, clock, ids, passwords: app.services.passwords, signal: AbortSignal.timeout(5_000) }, person);
  return sent;
}

describe("202", () => {
  test("a new person can log in with the address and the password", async () => {
    const person = registration();
    const answer = await app.anonymous.call("createUser", { body: person });
    expect(answer).toMatchObject({ status: 202, text: "" });
    const { email, password } = person;
    expect(await app.anonymous.call("createSession", { body: { email, password } })).toMatchObject({ status: 201 });
  });

  test("the address is kept as typed and logs in however it is typed", async () => {
    const person = registration({ email: "Grace.Hopper@Example.COM" });
    const ada = await app.person(person);
    expect(await ada.call("getMe")).toMatchObject({ body: { email: "Grace.Hopper@Example.COM" } });
    const body = { email: "grace.hopper@example.com", password: person.password };
    expect(await app.anonymous.call("createSession", { body })).toMatchObject({ status: 201 });
  });

  test("a password works however a keyboard composes its letters and spaces", async () => {
    const person = registration({ password: "cafe\u0301 au\u00a0lait" });
    await app.anonymous.call("createUser", { body: person });
    const body = { email: person.email, password: "caf\u00e9 au lait" };
    expect(await app.anonymous.call("createSession", { body })).toMatchObject({ status: 201 });
  });

  test("the password is stored as argon2id of at least 19 MiB and two passes, and nowhere else", async () => {
    const person = registration();
    await app.anonymous.call("createUser", { body: person });
    const [user] = await app.sql<{ passwordHash: string }[]>`
      select password_hash as "passwordHash" from users where email = ${person.email}`;
    expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await app.everythingStored()).not.toContain(person.password);
    expect(app.logged()).not.toContain(person.password);
  });

  test("they have an organization of their own at once, whose only member and owner they are", async () => {
    const ada = await app.person({ name: "Ada Lovelace" });
    const owned = await app.sql`
      select name, personal_to, user_id, role from organizations join members on organization_id = id
      where user_id = ${ada.userId} or personal_to = ${ada.userId}`;
    expect([...owned]).toEqual([{ name: "Ada Lovelace", personalTo: ada.userId, userId: ada.userId, role: "owner" }]);
  });

  test("the audit log names who registered", async () => {
    const person = await app.person();
    expect(await app.audited("registration.received", person.userId)).toMatchObject([
      { operation: "createUser", fields: {} },
    ]);
  });
});

describe("202 for an address that has an account", () => {
  test("the answer is the same, the work is the same, and nothing changes", async () => {
    const person = registration();
    const atFirst = await app.working(() => app.anonymous.call("createUser", { body: person }));
    const before = [await users(), await organizations()];
    const taken = { ...registration(), email: person.email.toUpperCase() };
    const again = await app.working(() => app.anonymous.call("createUser", { body: taken }));

    expect(again.answer.status).toBe(atFirst.answer.status);
    expect(again.answer.text).toBe(atFirst.answer.text);
    expect(headerNames(again.answer.headers)).toEqual(headerNames(atFirst.answer.headers));
    expect(again.passwordsHashed).toBe(1);
    expect(atFirst.passwordsHashed).toBe(1);
    expect([await users(), await organizations()]).toEqual(before);
  });

  test("the same statements run, so that their number does not tell it either", async () => {
    const person = registration();
    const atFirst = await statementsOf(person);
    expect(atFirst).toHaveLength(3);
    expect(await statementsOf({ ...registration(), email: person.email })).toEqual(atFirst);
  });

  test("the first password still logs in, and the second never does", async () => {
    const person = registration();
    const second = { ...person, password: "another password altogether" };
    await app.anonymous.call("createUser", { body: person });
    await app.anonymous.call("createUser", { body: second });
    const logIn = (password: string) =>
      app.anonymous.call("createSession", { body: { email: person.email, password } });
    expect(await logIn(person.password)).toMatchObject({ status: 201 });
    expect(await logIn(second.password)).toMatchObject({ status: 401 });
  });

  test("of ten who register one address at once, one gets the account", async () => {
    const person = registration();
    const bodies = Array.from({ length: 10 }, (_, i) => ({ ...person, name: `Number ${i}` }));
    const answers = await Promise.all(bodies.map((body) => app.anonymous.call("createUser", { body })));
    expect(answers.map(({ status }) => status)).toEqual(bodies.map(() => 202));
    const owned = await app.sql`
      select role from users join organizations on personal_to = users.id join members on user_id = users.id
      where email = ${person.email}`;
    expect([...owned]).toEqual([{ role: "owner" }]);
  });
});

describe("422", () => {
  test.each(["\0", "Ada\0", "\0Ada", "A\u007f", "\u0085A", "Ada\n", " Ada", "Ada\u00a0"])(
    "%j, which begins or ends with a control character or a space, is no name",
    async (name) => {
      const before = await users();
      expect(await app.anonymous.call("createUser", { body: { ...registration(), name } })).toMatchObject({
        status: 422,
        body: { errors: [{ in: "body", pointer: "/name", code: "pattern" }] },
      });
      expect(await users()).toEqual(before);
    },
  );
});

describe("500", () => {
  test("an organization that cannot be made leaves no account behind", async () => {
    const before = [await users(), await organizations()];
    const owner = app.database.connect({ max: 1, asOwner: true });
    await owner`revoke insert on members from groundwork_app`;
    const answer = await app.anonymous.call("createUser", { body: registration() });
    await owner`grant insert on members to groundwork_app`;
    await owner.end();
    expect(answer.status).toBe(500);
    expect([await users(), await organizations()]).toEqual(before);
  });
});

const headerNames = (headers: Headers) => [...headers.keys()].sort();
