import { expect, test } from "bun:test";
import { walk } from "#generated/walk";
import { readLog } from "./log";
import { unseen } from "./unseen";

const line = (more: object) =>
  JSON.stringify({ level: "info", msg: "request", operation: "getMe", status: 200, ...more });

test("a warning, an answer of 500 and above, and a line that is not JSON are faults of the server", () => {
  const bad = [
    line({ level: "warn" }),
    line({ level: "error", operation: null }),
    line({ status: 503 }),
    "panic: oh no",
  ];
  const { faults, answers } = readLog([line({}), ...bad, line({ status: 401 }), ""].join("\n"));
  expect(faults).toEqual(bad.map((text) => `The server logged: ${text}`));
  expect(answers).toEqual({ getMe: { 200: 2, 401: 1, 503: 1 } });
});

test("a pass in which an operation only refuses is no proof", () => {
  const all = Object.fromEntries(walk.map(({ id }) => [id, { 204: 1 }]));
  expect(unseen("person", all)).toEqual([]);
  expect(unseen("person", { ...all, getMe: { 401: 9 } })).toEqual(["getMe was never called with success."]);
  expect(unseen("nobody", { ...all, getMe: { 401: 9 } })).toEqual([]);
});
