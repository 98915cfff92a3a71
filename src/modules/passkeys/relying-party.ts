/** For whom passkeys are made and whose pages may ask for them (Web Authentication, level 3, section 4: Relying Party). */
export interface RelyingParty {
  /** A host name. A passkey works for it and every name below it, and for no other. */
  readonly id: string;
  /** What people see while they choose a passkey. */
  readonly name: string;
  readonly origins: readonly string[];
}
