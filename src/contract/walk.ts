/** The operations of a contract as tests walk them: what to send, and what may come back. */
import type { Method, SecurityAlternative } from "#contract/operation";

export interface Example {
  readonly name: string;
  readonly value: unknown;
}

export interface WalkedOperation {
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly security: readonly SecurityAlternative[];
  readonly organizationScoped: boolean;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: "path" | "query" | "header" | "cookie";
    readonly required: boolean;
    /** Its format where it has one, or what kind of value it is. */
    readonly kind: string;
  }[];
  /** Request bodies, each with the contract's examples of it. */
  readonly bodies: readonly {
    readonly mediaType: string;
    readonly kind: string;
    readonly examples: readonly Example[];
  }[];
  readonly answers: readonly {
    readonly status: number;
    readonly content: readonly { readonly mediaType: string; readonly examples: readonly Example[] }[];
  }[];
  readonly problems: readonly string[];
  readonly links: readonly {
    /** The status whose answer the link starts from. */
    readonly answer: number;
    readonly name: string;
    readonly operationId: string;
    readonly parameters: Readonly<Record<string, string>>;
  }[];
}
