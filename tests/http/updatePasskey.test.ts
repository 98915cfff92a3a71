import { describe, expect, test } from "bun:test";
import { type Person, testApp } from "../support/app";
import { addPasskey } from "../support/second-factors";

const app = await testApp();

const rename = (person: Person, passkeyId: string, name: string) =>
  person.call("updatePasskey", { path: { passkeyId }, body: { name } });

describe("200", () => {
  test("the passkey has the new name, and everything else that it had", async () => {
    const ada = await app.person();
    const { passkey } = await addPasskey(ada);
    const renamed = { ...passkey, name: "Old phone" };
    expect(await rename(ada, passkey.id, "Old phone")).toMatchObject({ status: 200, body: renamed });
    expect(await ada.call("listPasskeys")).toMatchObject({ body: { items: [renamed] } });
    expect(await app.audited("passkey.updated", ada.userId)).toMatchObject([
      { fields: { "path.passkeyId": passkey.id, "body.name": "Old phone" } },
    ]);
  });
});

describe("404", () => {
  test("somebody else's is as one that does not exist, and keeps its name", async () => {
    const [ada, charles] = [await app.person(), await app.person()];
    const { passkey } = await addPasskey(ada);
    const [foreign, missing] = [passkey.id, app.options.ids.next()];
    const [one, other] = [await rename(charles, foreign, "Mine"), await rename(charles, missing, "Mine")];
    expect([one.status, other.status]).toEqual([404, 404]);
    expect({ ...one.body, instance: "", requestId: "" }).toEqual({ ...other.body, instance: "", requestId: "" });
    expect(await ada.call("listPasskeys")).toMatchObject({ body: { items: [{ name: "Phone" }] } });
  });
});
