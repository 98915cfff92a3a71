/** One-time codes by the clock (RFC 6238). */
import { timingSafeEqual } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import encodeQR from "qr";

/** What every authenticator app does, and many nothing else. */
const FORM = { algorithm: "SHA1", digits: 6, period: 30 };
const STEP_MS = FORM.period * 1000;
/** RFC 4226, section 4: 160 bits. */
const SECRET_BYTES = 20;
/** Steps that the clock of the person's device may be away from ours (RFC 6238, section 5.2). */
const DRIFT_STEPS = 1;
/** ISO/IEC 18004, section 6.3.8: four modules of quiet around it. */
const QR_CODE = { ecc: "medium", border: 4 } as const;

export interface TotpSetup {
  /** In base32 (RFC 4648, section 6). */
  readonly secret: string;
  /** In Google's Key URI Format, which apps read. */
  readonly uri: string;
  /** The address as a QR code (ISO/IEC 18004), in SVG. */
  readonly qrCode: string;
}

/** A new secret, and what tells it to an app. */
export function newTotp(issuer: string, email: string): TotpSetup {
  const totp = new TOTP({ ...FORM, issuer, label: email, secret: new Secret({ size: SECRET_BYTES }) });
  const uri = totp.toString();
  return { secret: totp.secret.base32, uri, qrCode: picture(uri) };
}

/**
 * The step whose code this is, from one before to one after `now`, and after `lastStep`: no code works twice, nor after a
 * newer one. Undefined where it is none of them.
 */
export function matchingStep(secret: string, code: string, now: Date, lastStep: number | null): number | undefined {
  const current = Math.floor(now.getTime() / STEP_MS);
  const steps = Array.from({ length: 2 * DRIFT_STEPS + 1 }, (_, index) => current - DRIFT_STEPS + index);
  return steps.find((step) => (lastStep === null || step > lastStep) && isSame(codeAt(secret, step), code));
}

const codeAt = (secret: string, step: number): string =>
  TOTP.generate({ ...FORM, secret: Secret.fromBase32(secret), timestamp: step * STEP_MS });

function isSame(one: string, other: string): boolean {
  const [bytes, others] = [Buffer.from(one), Buffer.from(other)];
  return bytes.length === others.length && timingSafeEqual(bytes, others);
}

/** On white: what is dark on a dark page, no camera reads. */
const picture = (text: string): string =>
  encodeQR(text, "svg", QR_CODE).replace(">", '><rect width="100%" height="100%" fill="#fff"/>');
