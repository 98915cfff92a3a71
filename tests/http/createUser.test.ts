import { describe, expect, test } from "bun:test";
import { type Dispatch, redirected } from "#db/redirect";
import { PASSWORD_COST } from "../../src/modules/accounts/passwords";
import { register } from "../../src/modules/credentials/registration";
import { type Registration, registration, testApp } from "../support/app";
import { mailsTo } from "../support/invitations";
import { newcomer, QUIET, templatesTo, tokenOf } from "../support/links";

const app = await testApp({ passwordCost: PASSWORD_COST });

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
  const { passwords, jobs, published } = app.services;
  await register({ sql, clock, ids, passwords, published, jobs, signal: AbortSignal.timeout(5_000) }, person);
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

  test.each([73, 1000])("passwords of %i bytes that differ at the end are different", async (bytes) => {
    const start = "a long password ".repeat(63).slice(0, bytes - 1);
    const person = registration({ password: `${start}a` });
    await app.anonymous.call("createUser", { body: person });
    const logIn = (password: string) =>
      app.anonymous.call("createSession", { body: { email: person.email, password } });
    expect(await logIn(`${start}b`)).toMatchObject({ status: 401 });
    expect(await logIn(`${start}a`)).toMatchObject({ status: 201 });
  });

  test("8 and 1,024 characters are enough and not too many, whatever they are and however many bytes", async () => {
    for (const password of ["\u{1f40e}".repeat(8), "\u{1f40e}".repeat(1024), "        "]) {
      const person = registration({ password });
      expect(await app.anonymous.call("createUser", { body: person })).toMatchObject({ status: 202 });
      const body = { email: person.email, password };
      expect(await app.anonymous.call("createSession", { body })).toMatchObject({ status: 201 });
    }
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

  test("a mail goes to the address, with a link that proves it is theirs", async () => {
    const ada = await newcomer(app);
    expect(await templatesTo(app, ada.email)).toEqual(["welcome"]);
    const token = await tokenOf(app, ada.email, "welcome");
    expect(await ada.call("verifyEmail", { body: { token } })).toMatchObject({ status: 200 });
  });

  test("nobody has proved the address yet, and so may do less", async () => {
    const ada = await newcomer(app);
    expect(await ada.call("getMe")).toMatchObject({ body: { emailVerifiedAt: null } });
    expect(await ada.call("createOrganization", { body: { name: "Engines" } })).toMatchObject({ status: 403 });
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
    expect(atFirst).toHaveLength(4);
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

  test("whoever has the address is told what to do, and nobody else", async () => {
    const ada = await app.person();
    app.clock.advance(QUIET);
    await app.anonymous.call("createUser", { body: { ...registration(), email: ada.email } });
    expect(await templatesTo(app, ada.email)).toEqual(["account-exists"]);
  });

  test("an account of an address that nobody has proved becomes theirs by the link, and nobody else's", async () => {
    const eve = await newcomer(app);
    app.clock.advance(QUIET);
    await app.anonymous.call("createUser", { body: { ...registration(), email: eve.email } });
    expect(await templatesTo(app, eve.email)).toEqual(["welcome", "account-claim"]);
    const body = { token: await tokenOf(app, eve.email, "account-claim"), password: "the owner's own password" };
    expect(await app.anonymous.call("resetPassword", { body })).toMatchObject({ status: 204 });
    expect(await eve.call("getMe")).toMatchObject({ status: 401 });
    expect(await app.anonymous.call("createSession", { body: eve.known })).toMatchObject({ status: 401 });
  });

  test("who registers one address again and again causes one mail in five minutes", async () => {
    const ada = await app.person();
    app.clock.advance(QUIET);
    for (let i = 0; i < 20; i++)
      await app.anonymous.call("createUser", { body: { ...registration(), email: ada.email } });
    expect(await mailsTo(app, ada.email)).toHaveLength(1);
    app.clock.advance(QUIET + 1);
    await app.anonymous.call("createUser", { body: { ...registration(), email: ada.email } });
    expect(await mailsTo(app, ada.email)).toHaveLength(2);
  });

  test("nothing is sent to somebody who is suspended", async () => {
    const ada = await app.person();
    await app.sql`update users set suspended_at = created_at, suspension_reason = 'Spam' where id = ${ada.userId}`;
    app.clock.advance(QUIET);
    await app.anonymous.call("createUser", { body: { ...registration(), email: ada.email } });
    expect(await mailsTo(app, ada.email)).toEqual([]);
  });

  test("of ten who register one address at once, one gets the account, and one welcome is sent", async () => {
    const person = registration();
    const bodies = Array.from({ length: 10 }, (_, i) => ({ ...person, name: `Number ${i}` }));
    const answers = await Promise.all(bodies.map((body) => app.anonymous.call("createUser", { body })));
    expect(answers.map(({ status }) => status)).toEqual(bodies.map(() => 202));
    const owned = await app.sql`
      select role from users join organizations on personal_to = users.id join members on user_id = users.id
      where email = ${person.email}`;
    expect([...owned]).toEqual([{ role: "owner" }]);
    expect(await templatesTo(app, person.email)).toEqual(["welcome"]);
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

describe("422 for a password", () => {
  const refused = (code: string) => ({
    status: 422,
    body: { code: "invalid_request", errors: [{ in: "body", pointer: "/password", code }] },
  });

  test.each([
    ["seven__", "too_short"],
    ["\u{1f40e}".repeat(7), "too_short"],
    ["x".repeat(1025), "too_long"],
    ["iloveyou", "common_password"],
    ["PASSWORD123", "common_password"],
    ["ada.lovelace1815", "common_password"],
  ])("%p is refused, and not repeated to whoever sent it", async (password, code) => {
    const person = registration({ email: "ada.lovelace@example.com", password });
    const answer = await app.anonymous.call("createUser", { body: person });
    expect(answer).toMatchObject(refused(code));
    expect(answer.text).not.toContain(password);
    expect(await app.sql`select 1 from users where email = ${person.email}`).toHaveLength(0);
  });

  test("whether the address has an account makes no difference, and no hash is made", async () => {
    const [{ email }, other] = [await app.person(), registration()];
    const seen = async (address: string) => {
      const body = { email: address, password: "iloveyou", name: "Ada" };
      const { answer, passwordsHashed } = await app.working(() => app.anonymous.call("createUser", { body }));
      const { requestId: _, ...problem } = answer.body;
      return { status: answer.status, problem, passwordsHashed };
    };
    expect(await seen(email)).toEqual(await seen(other.email));
    expect(await seen(email)).toMatchObject({ status: 422, passwordsHashed: 0 });
  });
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
