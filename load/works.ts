/** What is measured, with whom, and what we want to reach. */
import type { Seeded } from "./database";

/** A server of its own process; "again" is the same program a second time, which shows the noise. */
export type Contender = "groundwork" | "bare-bun" | "bare-bun again" | "bare-bun remembering tokens" | "elysia";

export interface Work {
  readonly name: string;
  /** The first one is what the others are compared with. */
  readonly contenders: readonly Contender[];
  readonly goal: Goal;
  /** Absent where nothing goes over a socket: one page becomes an answer inside the process. */
  readonly requests?: (seeded: Seeded) => Requests;
}

export interface Goal {
  readonly ratio: number;
  /** Of whom: the first contender, or our own requests of another work. */
  readonly against?: "trivial";
}

export interface Requests {
  readonly status: number;
  /** Sent in turn. Host is added. */
  readonly heads: readonly string[];
  readonly body: string;
  /**
   * Whether the load never sleeps: where PostgreSQL has nothing to do on their core. To wake it costs the server several
   * microseconds an answer, and only a server that is slow enough to let it fall asleep.
   */
  readonly awake?: boolean;
  /** Whether an answer is right; its length is compared for all others. */
  readonly isRight: (body: Record<string, unknown>) => boolean;
}

const bearer = (token: string) => `Authorization: Bearer ${token}\r\n`;

const newFile = {
  folderId: "0199d1a0-2222-7a52-8f11-3f0f6a1b2c3d",
  name: "quarterly report.pdf",
  type: "application/pdf",
  size: 123_456,
  digest: "0123456789abcdef".repeat(4),
};

export const WORKS: readonly Work[] = [
  {
    name: "trivial",
    contenders: ["bare-bun", "groundwork", "bare-bun again"],
    goal: { ratio: 0.5 },
    requests: () => ({
      status: 200,
      heads: ["GET /greeting HTTP/1.1\r\n"],
      body: "",
      awake: true,
      isRight: (body) => body.message === "Good day.",
    }),
  },
  {
    name: "refused",
    contenders: ["bare-bun", "groundwork"],
    goal: { ratio: 1, against: "trivial" },
    requests: () => ({
      status: 401,
      heads: ["GET /files?limit=50 HTTP/1.1\r\n"],
      body: "",
      awake: true,
      isRight: (body) => body.status === 401,
    }),
  },
  {
    name: "list",
    contenders: ["bare-bun", "groundwork", "bare-bun again", "bare-bun remembering tokens"],
    goal: { ratio: 1 },
    requests: ({ reader }) => ({
      status: 200,
      heads: [`GET /files?limit=50 HTTP/1.1\r\n${bearer(reader.accessToken)}`],
      body: "",
      isRight: ({ items, nextCursor }) => Array.isArray(items) && items.length === 50 && nextCursor !== null,
    }),
  },
  {
    name: "read",
    contenders: ["bare-bun", "groundwork"],
    goal: { ratio: 0.9 },
    requests: ({ reader, fileIds }) => ({
      status: 200,
      heads: fileIds.map((id) => `GET /files/${id} HTTP/1.1\r\n${bearer(reader.accessToken)}`),
      body: "",
      isRight: ({ ownerId }) => ownerId === reader.userId,
    }),
  },
  {
    name: "create",
    contenders: ["bare-bun", "groundwork"],
    goal: { ratio: 0.85 },
    requests: ({ writer }) => ({
      status: 201,
      heads: [`POST /files HTTP/1.1\r\n${bearer(writer.accessToken)}Content-Type: application/json\r\n`],
      body: JSON.stringify(newFile),
      isRight: ({ ownerId }) => ownerId === writer.userId,
    }),
  },
  { name: "answer", contenders: ["elysia", "groundwork"], goal: { ratio: 2 } },
];
