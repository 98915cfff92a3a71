/** A phone or a security key in software: answers as a browser does for it (Web Authentication, level 3, section 5.1). */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { cose, isoCBOR } from "@simplewebauthn/server/helpers";
import type { PublicKeyCredential } from "#generated/types";
import { ORIGIN } from "./client";

interface Passkey {
  readonly id: Buffer;
  readonly rpId: string;
  readonly userHandle: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  counter: number;
}

/** What an honest device would not do, or not this one. */
export interface Deviations {
  /** Of the page that asks. */
  readonly origin?: string;
  readonly rpId?: string;
  readonly type?: string;
  readonly challenge?: string;
  readonly crossOrigin?: boolean;
  readonly userPresent?: boolean;
  readonly userVerified?: boolean;
  /** What the counter says this time; the next time it goes on from where it was. */
  readonly counter?: number;
  /** Whose passkey it says that it is; null says nothing. */
  readonly userHandle?: string | null;
  /** Signs instead of the passkey's own key. */
  readonly key?: KeyObject;
  /** What vouches for a new passkey; none does unless given. */
  readonly attestation?: "self" | "certificate" | "unknown";
  /** Of a new passkey's key, by COSE's name. */
  readonly algorithm?: number;
  readonly idLength?: number;
  /** Gives the newest passkey as a new one. */
  readonly sameAgain?: boolean;
}

export interface AuthenticatorOptions {
  /** Whether it counts how often a passkey was used. Passkeys that are kept on several devices stay at zero. */
  readonly counts?: boolean;
  /** Whether its passkeys are kept elsewhere too. */
  backedUp?: boolean;
}

const FLAGS = { userPresent: 0x01, userVerified: 0x04, backupEligible: 0x08, backedUp: 0x10, attested: 0x40 };

export class Authenticator {
  readonly #passkeys: Passkey[] = [];

  constructor(readonly options: AuthenticatorOptions = {}) {}

  /** Takes the options of `startPasskey`; the answer is for `createPasskey`. */
  create(given: Record<string, unknown>, deviations: Deviations = {}): PublicKeyCredential {
    const options = given as unknown as PublicKeyCredentialCreationOptionsJSON;
    const passkey = this.#made(options, deviations);
    const client = clientData("webauthn.create", options.challenge, deviations);
    const { id, publicKey } = passkey;
    const attested = Buffer.concat([Buffer.alloc(16), uint16(id.length), id, coseKey(publicKey, deviations)]);
    const authData = Buffer.concat([this.#head(passkey, FLAGS.attested, deviations), attested]);
    const object = new Map<string, unknown>([
      ...attestation(deviations, signature(passkey, authData, client, deviations)),
      ["authData", new Uint8Array(authData)],
    ]);
    const response: RegistrationResponseJSON["response"] = {
      clientDataJSON: client.toString("base64url"),
      attestationObject: encoded(object).toString("base64url"),
      transports: ["internal"],
    };
    return answer(passkey, { ...response });
  }

  /** Takes the options for a login, a second factor or a fresh proof; the answer is for the operation that follows. */
  get(given: Record<string, unknown>, deviations: Deviations = {}): PublicKeyCredential {
    const options = given as unknown as PublicKeyCredentialRequestOptionsJSON;
    const passkey = this.#chosen(options);
    if (this.options.counts) passkey.counter++;
    const authData = this.#head(passkey, 0, deviations);
    const client = clientData("webauthn.get", options.challenge, deviations);
    const { userHandle = passkey.userHandle } = deviations;
    const response: AuthenticationResponseJSON["response"] = {
      clientDataJSON: client.toString("base64url"),
      authenticatorData: authData.toString("base64url"),
      signature: signature(passkey, authData, client, deviations).toString("base64url"),
      ...(userHandle !== null && { userHandle }),
    };
    return answer(passkey, { ...response });
  }

  #made({ rp, user }: PublicKeyCredentialCreationOptionsJSON, { idLength = 32, sameAgain }: Deviations): Passkey {
    const newest = this.#passkeys.at(-1);
    if (sameAgain && newest) return newest;
    const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const passkey = { id: randomBytes(idLength), rpId: rp.id ?? "", userHandle: user.id, ...keys, counter: 0 };
    this.#passkeys.push(passkey);
    return passkey;
  }

  /** The newest that fits, as a person would choose it. */
  #chosen({ rpId, allowCredentials }: PublicKeyCredentialRequestOptionsJSON): Passkey {
    const allowed = (id: Buffer) =>
      !allowCredentials || allowCredentials.some((credential) => credential.id === id.toString("base64url"));
    const passkey = this.#passkeys.findLast((each) => each.rpId === rpId && allowed(each.id));
    if (!passkey) throw new Error("the authenticator has no passkey that fits");
    return passkey;
  }

  /** Section 6.1: the hash of the relying party's id, flags, and the counter. */
  #head(passkey: Passkey, more: number, deviations: Deviations): Buffer {
    const { rpId = passkey.rpId, userPresent = true, userVerified = true, counter = passkey.counter } = deviations;
    const flags =
      more |
      (userPresent ? FLAGS.userPresent : 0) |
      (userVerified ? FLAGS.userVerified : 0) |
      (this.options.backedUp === undefined ? 0 : FLAGS.backupEligible) |
      (this.options.backedUp ? FLAGS.backedUp : 0);
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(counter);
    return Buffer.concat([createHash("sha256").update(rpId).digest(), Buffer.of(flags), counted]);
  }
}

const answer = ({ id }: Passkey, response: Record<string, unknown>): PublicKeyCredential => ({
  id: id.toString("base64url"),
  rawId: id.toString("base64url"),
  type: "public-key",
  response,
  clientExtensionResults: {},
  authenticatorAttachment: "platform",
});

function clientData(type: string, challenge: string, deviations: Deviations): Buffer {
  const { origin = ORIGIN, crossOrigin = false } = deviations;
  return Buffer.from(
    JSON.stringify({
      type: deviations.type ?? type,
      challenge: deviations.challenge ?? challenge,
      origin,
      crossOrigin,
    }),
  );
}

/** Section 6.3.3, of authenticator data and the hash of the client data; ECDSA in ASN.1 (section 6.5.5). */
function signature(
  passkey: Passkey,
  authData: Buffer,
  client: Buffer,
  { key = passkey.privateKey }: Deviations,
): Buffer {
  return sign("sha256", Buffer.concat([authData, createHash("sha256").update(client).digest()]), key);
}

/** Section 8.2 (packed) and 8.7 (none). */
function attestation({ attestation: kind }: Deviations, signed: Buffer): [string, unknown][] {
  const statement = new Map<string, unknown>();
  if (kind === undefined) return Object.entries({ fmt: "none", attStmt: statement });
  if (kind === "unknown") return Object.entries({ fmt: "homemade", attStmt: statement });
  statement.set("alg", cose.COSEALG.ES256).set("sig", new Uint8Array(signed));
  if (kind === "certificate") statement.set("x5c", [new Uint8Array(64)]);
  return Object.entries({ fmt: "packed", attStmt: statement });
}

/** RFC 9053, section 7.1: an elliptic curve key for ES256. */
function coseKey(publicKey: KeyObject, { algorithm = cose.COSEALG.ES256 }: Deviations): Buffer {
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const coordinate = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
  const { COSEKEYS, COSEKTY, COSECRV } = cose;
  return encoded(
    new Map<number, unknown>([
      [COSEKEYS.kty, COSEKTY.EC2],
      [COSEKEYS.alg, algorithm],
      [COSEKEYS.crv, COSECRV.P256],
      [COSEKEYS.x, coordinate(x)],
      [COSEKEYS.y, coordinate(y)],
    ]),
  );
}

const encoded = (value: ReadonlyMap<number | string, unknown>): Buffer =>
  Buffer.from(isoCBOR.encode(value as Parameters<typeof isoCBOR.encode>[0]));

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
