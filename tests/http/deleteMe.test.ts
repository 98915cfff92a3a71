import { describe, expect, test } from "bun:test";
import type { User } from "#generated/types";
import { doors, lettersTo } from "../support/accounts";
import { Person, registration, testApp } from "../support/app";
import { meet } from "../support/locks";

const app = await testApp();
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const remove = (person: Person) => person.call<User & { code?: string; detail?: string }>("deleteMe");
const inThirtyDays = () => new Date(app.clock.now().getTime() + 30 * DAY_MS).toISOString();

describe("200", () => {
  test("it will be gone in thirty days, and says so", async () => {
    const ada = await app.person();
    const before = await ada.call<User>("getMe");
    const { status, body } = await remove(ada);
    expect({ status, body }).toEqual({
      status: 200,
      body: { ...before.body, updatedAt: app.clock.now().toISOString(), deletesAt: inThirtyDays() },
    });
    expect((await ada.call<User>("getMe")).body).toEqual(body);
  });

  test("the other sessions end, and the person is told how to keep the account", async () => {
    const ada = await app.person();
    const other = await app.logIn(ada);
    await remove(ada);
    expect(await other.call("getMe")).toMatchObject({ status: 401 });
    expect(await ada.call("getMe")).toMatchObject({ status: 200 });
    const [mail, ...more] = await lettersTo(app, ada, "account-deletion");
    expect(more).toEqual([]);
    expect(mail!.text).toContain(`gone on ${inThirtyDays().slice(0, 10)}`);
    expect(mail!.text.endsWith("\n\nhttp://localhost/restore-account")).toBeTrue();
  });

  test("until then the person logs in as ever, and from then on there is no such account", async () => {
    const ada = await app.person();
    await remove(ada);
    app.clock.advance(30 * DAY_MS - 1);
    const last = await app.logIn(ada);
    expect(await doors(app, last)).toEqual({ login: 201, refresh: 200, session: 200 });
    app.clock.advance(1);
    const { name: _, ...nobody } = registration();
    const unknown = await app.anonymous.call("createSession", { body: nobody });
    const refused = await app.anonymous.call("createSession", { body: { email: ada.email, password: ada.password } });
    expect([refused.status, refused.body.code]).toEqual([unknown.status, unknown.body.code]);
    app.clock.advance(5_000);
    expect(await last.call("getMe")).toMatchObject({ status: 401 });
  });

  test("nobody is written to at an address that was not proved", async () => {
    const body = registration();
    await app.anonymous.call("createUser", { body });
    const mallory = await app.logIn(body);
    expect(await remove(mallory)).toMatchObject({ status: 200 });
    expect(await lettersTo(app, mallory, "account-deletion")).toEqual([]);
  });

  test("of ten at once, and one later, one sets the date and sends the mail", async () => {
    const ada = await app.person();
    const answers = await Promise.all(Array.from({ length: 10 }, () => remove(ada)));
    app.clock.advance(MINUTE_MS);
    answers.push(await remove(ada));
    const { body } = await ada.call<User>("getMe");
    expect(answers.map((answer) => answer.body)).toEqual(answers.map(() => body));
    expect(await lettersTo(app, ada, "account-deletion")).toHaveLength(1);
  });

  test("the log of the person has it", async () => {
    const ada = await app.person();
    await remove(ada);
    expect([...(await app.audited("user.deletion_scheduled", ada.userId))]).toEqual([
      { operation: "deleteMe", subject: ada.userId, fields: {} },
    ]);
  });
});

describe("401 reauthentication_required", () => {
  test("sixteen minutes after the login", async () => {
    const ada = await app.person();
    app.clock.advance(16 * MINUTE_MS);
    const body = { transport: "bearer", refreshToken: ada.refreshToken };
    const { body: grant } = await app.anonymous.call("refreshSession", { body });
    const later = new Person(app.send, ada.known, grant as never);
    expect(await remove(later)).toMatchObject({ status: 401, body: { code: "reauthentication_required" } });
    expect((await later.call<User>("getMe")).body.deletesAt).toBeNull();
  });
});

describe("409 sole_owner", () => {
  test("names the organizations, and nothing has changed", async () => {
    const ada = await app.person();
    const other = await app.logIn(ada);
    for (const name of ["Looms", "Engines", "Bernoulli"]) await app.organization(ada, name);
    expect(await remove(ada)).toMatchObject({
      status: 409,
      body: { code: "sole_owner", detail: "You are the only owner of Bernoulli, Engines and Looms." },
    });
    expect(await other.call("getMe")).toMatchObject({ status: 200, body: { deletesAt: null } });
    expect(await lettersTo(app, ada, "account-deletion")).toEqual([]);
  });

  test("names ten at most, and says how many more there are", async () => {
    const ada = await app.person();
    for (let n = 10; n < 22; n++) await app.organization(ada, `Engine ${n}`);
    const names = Array.from({ length: 10 }, (_, n) => `Engine ${10 + n}`).join(", ");
    expect((await remove(ada)).body.detail).toBe(`You are the only owner of ${names} and 2 more.`);
  });

  test("not for those that have another owner, or are deleted themselves, or where they are no owner", async () => {
    const [ada, charles] = [await app.person(), await app.person()];
    await app.join(charles, await app.organization(ada, "Shared"), "owner");
    const organizationId = await app.organization(ada, "Deleted");
    await ada.call("deleteOrganization", { path: { organizationId } });
    await app.join(ada, await app.organization(charles, "Charles's"), "admin");
    expect(await remove(ada)).toMatchObject({ status: 200 });
  });

  test("an owner whose account is to be deleted is none who stays, until they keep it", async () => {
    const [ada, charles] = [await app.person(), await app.person()];
    const organizationId = await app.organization(ada, "Shared");
    await app.join(charles, organizationId, "owner");
    await remove(ada);
    expect(await remove(charles)).toMatchObject({ status: 409, body: { detail: "You are the only owner of Shared." } });
    const leaving = { path: { organizationId } };
    expect(await charles.call("leaveOrganization", leaving)).toMatchObject({
      status: 409,
      body: { code: "last_owner" },
    });
    await ada.call("restoreMe");
    expect(await charles.call("leaveOrganization", leaving)).toMatchObject({ status: 204 });
  });

  test("of two owners who go at once, on two servers, by whichever way, one stays", async () => {
    const there = await app.another();
    for (const goes of ["deleteMe", "leaveOrganization"]) {
      const [ada, charles] = [await app.person(), await app.person()];
      const path = { organizationId: await app.organization(ada, "Shared") };
      await app.join(charles, path.organizationId, "owner");
      const answers = await meet(
        app.database,
        (sql) => sql`select user_id from members where organization_id = ${path.organizationId} for update`,
        () => [remove(ada), there.as(charles).call(goes, goes === "deleteMe" ? {} : { path })],
      );
      const refused = answers.filter(({ status }) => status === 409);
      expect({ goes, refused: refused.length }).toEqual({ goes, refused: 1 });
    }
  });
});
