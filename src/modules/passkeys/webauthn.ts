/** Web Authentication, level 3, by @simplewebauthn/server: what a device is asked, and what its answer has to be. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { decodeAttestationObject, decodeClientDataJSON, isoBase64URL } from "@simplewebauthn/server/helpers";
import type { PublicKeyCredential } from "#generated/types";
import type { CredentialRow, LockedPasskeyRow } from "./queries";
import type { RelyingParty } from "./relying-party";

/** As the contract says: how long a device may take to answer. */
export const CEREMONY_LIFETIME_MS = 5 * 60_000;
/** COSE's names of EdDSA, ES256 and RS256 (RFC 9053), the most preferred first: between them every authenticator has one. */
const ALGORITHMS = [-8, -7, -257];
/** Web Authentication, level 3, section 4: credential ID. */
const CREDENTIAL_ID_BYTES_MAXIMUM = 1023;
const PUBLIC_KEY_BYTES_MAXIMUM = 2048;
const TRANSPORTS_MAXIMUM = 16;
const TRANSPORT = /^[a-z-]{1,32}$/;

/** What is known of a passkey when it is made. */
export interface Credential {
  readonly credentialId: Uint8Array;
  /** In COSE (RFC 9052). */
  readonly publicKey: Uint8Array;
  readonly counter: number;
  /** How a browser reaches the device: "internal", "usb". Only a hint, which nobody has signed. */
  readonly transports: readonly string[];
  readonly backedUp: boolean;
}

interface CreationQuestion {
  readonly challenge: Uint8Array<ArrayBuffer>;
  readonly user: { readonly id: string; readonly email: string; readonly name: string };
  readonly known: readonly CredentialRow[];
}

/** Asks for a passkey that finds its account by itself, and whose device makes sure each time that it is the person. */
export const creationOptions = (party: RelyingParty, { challenge, user, known }: CreationQuestion) =>
  generateRegistrationOptions({
    rpID: party.id,
    rpName: party.name,
    challenge,
    userID: userHandle(user.id),
    userName: user.email,
    userDisplayName: user.name,
    timeout: CEREMONY_LIFETIME_MS,
    attestationType: "none",
    excludeCredentials: known.map(described),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: ALGORITHMS,
  });

/** Without `known`, the person's device offers the passkeys that it has. */
export const requestOptions = (party: RelyingParty, challenge: Uint8Array<ArrayBuffer>, known?: CredentialRow[]) =>
  generateAuthenticationOptions({
    rpID: party.id,
    challenge,
    timeout: CEREMONY_LIFETIME_MS,
    userVerification: "required",
    ...(known && { allowCredentials: known.map(described) }),
  });

/** Throws an Error that says what is wrong with the answer, which may be anything at all. */
export async function verifyCreation(party: RelyingParty, challenge: Uint8Array, answer: PublicKeyCredential) {
  const response = answer as unknown as RegistrationResponseJSON;
  refuseFrames(response);
  refuseCertificates(response);
  const { registrationInfo } = await verifyRegistrationResponse({ ...expected(party, challenge), response });
  if (!registrationInfo) throw new Error("The attestation is not valid");
  const { id, publicKey, counter, transports } = registrationInfo.credential;
  const credentialId = isoBase64URL.toBuffer(id);
  if (credentialId.length === 0 || credentialId.length > CREDENTIAL_ID_BYTES_MAXIMUM)
    throw new Error("The credential ID is empty or too long");
  if (publicKey.length > PUBLIC_KEY_BYTES_MAXIMUM) throw new Error("The public key is too long");
  const backedUp = registrationInfo.credentialBackedUp;
  return { credentialId, publicKey, counter, transports: knownTransports(transports), backedUp } satisfies Credential;
}

/**
 * Throws an Error that says what is wrong with the answer, which may be anything at all. A counter that does not go on from
 * where it was is wrong, too: the passkey was copied off its device (section 6.1.1). Those that never count stay at zero.
 */
export async function verifyAssertion(
  party: RelyingParty,
  challenge: Uint8Array,
  answer: PublicKeyCredential,
  passkey: LockedPasskeyRow,
): Promise<Pick<Credential, "counter" | "backedUp">> {
  const response = answer as unknown as AuthenticationResponseJSON;
  refuseFrames(response);
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    ...expected(party, challenge),
    response,
    credential: {
      id: response.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: Number(passkey.counter),
    },
  });
  if (!verified) throw new Error("The signature is not valid");
  return { counter: authenticationInfo.newCounter, backedUp: authenticationInfo.credentialBackedUp };
}

/** Undefined where what is called the id is not base64url of one. */
export function credentialIdOf({ id }: PublicKeyCredential): Buffer | undefined {
  const bytes = Buffer.from(id, "base64url");
  return bytes.length > 0 && bytes.toString("base64url") === id ? bytes : undefined;
}

/**
 * Whether the answer says whose passkey it is, and says this user (section 7.2, step 6). A device need not say it where it
 * was asked for the passkeys of somebody who is known.
 */
export function namesUser({ response }: PublicKeyCredential, userId: string, isKnown: boolean): boolean {
  const { userHandle: named } = response;
  if (named === undefined || named === null) return isKnown;
  return named === isoBase64URL.fromBuffer(userHandle(userId));
}

/**
 * The 16 bytes of the user's id. A user handle may be read by whoever has the device, so it must say nothing of the person
 * (section 14.6.1): the id says when the account was made, which the device knows anyway.
 */
const userHandle = (userId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(userId.replaceAll("-", ""), "hex"));

const described = ({ credentialId, transports }: CredentialRow) => ({
  id: credentialId.toString("base64url"),
  transports,
});

const expected = (party: RelyingParty, challenge: Uint8Array) => ({
  expectedChallenge: Buffer.from(challenge).toString("base64url"),
  expectedOrigin: [...party.origins],
  expectedRPID: party.id,
  requireUserVerification: true,
  supportedAlgorithmIDs: ALGORITHMS,
});

/** No page of ours asks from within a page of somebody else. */
function refuseFrames({ response }: RegistrationResponseJSON | AuthenticationResponseJSON): void {
  const { crossOrigin } = decodeClientDataJSON(response.clientDataJSON);
  if (crossOrigin) throw new Error("The answer comes from a frame in another site's page");
}

/**
 * We asked for no attestation, so a browser sends none, or one that the passkey itself has signed (section 5.1.3). Whatever
 * else is sent is not from a browser, and checking it could make us fetch what its certificates name.
 */
function refuseCertificates({ response }: RegistrationResponseJSON): void {
  const attestation = decodeAttestationObject(isoBase64URL.toBuffer(response.attestationObject));
  const isSelfSigned = attestation.get("fmt") === "packed" && !attestation.get("attStmt").get("x5c");
  if (attestation.get("fmt") !== "none" && !isSelfSigned) throw new Error("The attestation was not asked for");
}

const knownTransports = (transports: unknown): string[] =>
  Array.isArray(transports)
    ? transports.filter((each) => typeof each === "string" && TRANSPORT.test(each)).slice(0, TRANSPORTS_MAXIMUM)
    : [];
