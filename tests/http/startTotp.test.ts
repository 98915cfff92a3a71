import { describe, expect, test } from "bun:test";
import { Secret } from "otpauth";
import decodeQR from "qr/decode.js";
import type { TotpSetup } from "#generated/types";
import { useTotpCode } from "../../src/modules/factors/factors";
import { testApp } from "../support/app";
import { contextOf, inTransaction, startTotp, turnOnTotp } from "../support/second-factors";

const app = await testApp();
const HOUR_MS = 60 * 60_000;

describe("201", () => {
  test("the secret has 160 bits, and the address tells it to an app with the names of product and person", async () => {
    const ada = await app.person();
    const { body } = await ada.call<TotpSetup>("startTotp");
    expect(Secret.fromBase32(body.secret).bytes).toHaveLength(20);
    const uri = new URL(body.uri);
    expect(uri.href).toStartWith("otpauth://totp/");
    expect(decodeURIComponent(uri.pathname)).toEndWith(`Groundwork:${ada.email}`);
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      issuer: "Groundwork",
      secret: body.secret,
      algorithm: "SHA1",
      digits: "6",
      period: "30",
    });
  });

  test("a camera reads the address in the picture, which is dark on white", async () => {
    const ada = await app.person();
    const { body } = await ada.call<TotpSetup>("startTotp");
    expect(body.qrCode).toContain('<rect width="100%" height="100%" fill="#fff"/>');
    expect(decodeQR(pixelsOf(body.qrCode))).toBe(body.uri);
  });

  test("the longest address with the most escapes fits into address and picture", async () => {
    const domain = `${Array.from({ length: 3 }, () => "d".repeat(60)).join(".")}.example`;
    const ada = await app.person({ email: `${"!".repeat(63)}@${domain}` });
    const { status, body } = await ada.call<TotpSetup>("startTotp");
    expect(status).toBe(201);
    expect(decodeQR(pixelsOf(body.qrCode))).toBe(body.uri);
  });

  test("nothing is asked for at a login yet", async () => {
    const ada = await app.person();
    await startTotp(app, ada);
    expect(await app.logIn(ada)).toMatchObject({ userId: ada.userId });
  });

  test("beginning anew replaces the secret, and gives an hour again", async () => {
    const ada = await app.person();
    const older = await startTotp(app, ada);
    app.clock.advance(HOUR_MS - 1000);
    const again = await app.logIn(ada);
    const newer = await startTotp(app, again);
    app.clock.advance(2000);
    expect(await again.call("confirmTotp", { body: { code: older.code() } })).toMatchObject({ status: 403 });
    expect(await again.call("confirmTotp", { body: { code: newer.code() } })).toMatchObject({ status: 200 });
  });

  test("the secret is in no row, no line of the log and no audit row", async () => {
    const ada = await app.person();
    const { secret } = await startTotp(app, ada);
    const stored = await app.everythingStored();
    for (const spelling of [secret, secret.toLowerCase(), Buffer.from(secret).toString("hex"), hexOf(secret)])
      for (const place of [stored, app.logged()]) expect(place).not.toContain(spelling);
    expect(await app.audited("totp.started", ada.userId)).toMatchObject([{ operation: "startTotp", fields: {} }]);
  });
});

describe("409 totp_active", () => {
  test("a secret in use is not replaced", async () => {
    const ada = await app.person();
    const { totp } = await turnOnTotp(app, ada);
    expect(await ada.call("startTotp")).toMatchObject({ status: 409, body: { code: "totp_active" } });
    const use = (code: string) => inTransaction(app, (sql) => useTotpCode(contextOf(app), sql, ada.userId, code));
    expect(await use(totp.nextCode())).toBe(true);
  });
});

const hexOf = (secret: string) => Buffer.from(Secret.fromBase32(secret).bytes).toString("hex");

const PIXELS = 4;

/** Draws the squares of the picture's path, each a few pixels wide, on white. */
function pixelsOf(svg: string) {
  const width = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]) * PIXELS;
  const data = new Uint8Array(width * width * 4).fill(255);
  let [x, y] = [0, 0];
  for (const [, move, across, down] of svg.matchAll(/([mM])(-?\d+) (-?\d+)h1v1/g)) {
    x = Number(across) + (move === "m" ? x : 0);
    y = Number(down) + (move === "m" ? y : 0);
    for (let row = y * PIXELS; row < (y + 1) * PIXELS; row++)
      data.fill(0, (row * width + x * PIXELS) * 4, (row * width + (x + 1) * PIXELS) * 4);
  }
  return { width, height: width, data };
}
