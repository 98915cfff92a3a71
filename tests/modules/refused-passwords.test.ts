import { describe, expect, test } from "bun:test";
import { refusedPassword } from "../../src/modules/accounts/accounts";

const ADA = { email: "ada.king@engines.example", name: "Ada Lovelace" };
const codesOf = (password: string, person = ADA) =>
  refusedPassword(password, person, "Groundwork")?.extra.faults?.map(({ pointer, code }) => [pointer, code]);

describe("refused", () => {
  test.each([
    ["one that many have", "iloveyou"],
    ["the same in capitals", "PassWord1"],
    ["the same with punctuation at its ends", "...password1!"],
    ["the same with wide spaces at its ends", "\u3000password1\u3000"],
    ["the product's name and a year", "Groundwork2026"],
    ["the name", "Ada Lovelace"],
    ["the name without its space, and digits", "adalovelace42"],
    ["one word of the name, again and again", "LovelaceLovelace"],
    ["the whole address", "ada.king@engines.example"],
    ["the part of it before the @", "ada.king!"],
    ["its domain", "engines.example"],
    ["a word of the domain between digits", "123engines456"],
    ["words of the address and of the name", "king-of-engines".replace("-of-", "-1-")],
  ])("%s: %p", (_, password) => {
    expect(codesOf(password)).toEqual([["/password", "common_password"]]);
  });

  test("the name, however its letters are composed", () => {
    expect(codesOf("Zoe\u0308 1234", { ...ADA, name: "Zo\u00eb" })).toBeDefined();
  });

  test("the refusal does not repeat the password", () => {
    expect(JSON.stringify(refusedPassword("adalovelace42", ADA, "Groundwork"))).not.toContain("adalovelace42");
  });
});

describe("taken", () => {
  test.each([
    ["a common word among others", "correct horse battery staple"],
    ["the name among other words", "Ada Lovelace walks the dog"],
    ["digits that nobody has", "8035127094463"],
    ["a common password with a word behind it", "password1 of the stapler"],
    ["letters of another script", "правильная лошадь"],
    [
      "what holds none of the words and no letter",
      "\u{1f40e}\u{1f50b}\u{1f4ce}\u{1f40e}\u{1f50b}\u{1f4ce}\u{1f40e}\u{1f50b}",
    ],
  ])("%s: %p", (_, password) => {
    expect(codesOf(password)).toBeUndefined();
  });

  test("one whose letters are the initials of a name", () => {
    expect(codesOf("jrrtjrrt", { ...ADA, name: "J R R T" })).toBeUndefined();
  });
});
