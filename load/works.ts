/** What is measured, with whom, and what we want to reach. */
import { etagsOf } from "./client";
import type { Contender } from "./contenders";
import type { Seeded } from "./database";

export interface Work {
  readonly name: string;
  /** The first one is what the others are compared with. */
  readonly contenders: readonly Contender[];
  readonly goal: Goal;
  /** Absent where nothing goes over a socket: one page becomes an answer inside the process. */
  readonly requests?: (seeded: Seeded, port: number) => Requests | Promise<Requests>;
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
  /** How far its length may be off, by what the answer itself says; nothing unless given. */
  readonly leewayBytes?: number;
  /** Whether an answer is right, null where it has no body; its length is compared for all others. */
  readonly isRight: (body: Record<string, unknown> | null) => boolean;
}

const OTHERS: readonly Contender[] = ["hono", "elysia", "elysia with schema", "fastify", "express", "go", "fastapi"];

/** So few that asking for their ETags takes a slow server no time. */
const KNOWN_FILES = 100;

/** Some languages leave out zeros at the end of an instant, which an answer with a row has twice. */
const INSTANTS_LEEWAY_BYTES = 14;

const bearer = (token: string) => `Authorization: Bearer ${token}\r\n`;

const newFile = {
  folderId: "0199d1a0-2222-7a52-8f11-3f0f6a1b2c3d",
  name: "quarterly report.pdf",
  type: "application/pdf",
  size: 123_456,
  digest: "0123456789abcdef".repeat(4),
};

const isPage = (body: Record<string, unknown> | null) =>
  Array.isArray(body?.items) && body.items.length === 50 && body.nextCursor !== null;

export const WORKS: readonly Work[] = [
  {
    name: "trivial",
    contenders: ["bare-bun", "groundwork", "bare-bun again", ...OTHERS],
    goal: { ratio: 0.5 },
    requests: () => ({
      status: 200,
      heads: ["GET /greeting HTTP/1.1\r\n"],
      body: "",
      awake: true,
      isRight: (body) => body?.message === "Good day.",
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
      isRight: (body) => body?.status === 401,
    }),
  },
  {
    name: "list",
    contenders: [
      "bare-bun",
      "groundwork",
      "bare-bun again",
      "bare-bun remembering tokens",
      "bare-bun with Bun.sql",
      ...OTHERS,
    ],
    goal: { ratio: 1 },
    requests: ({ reader }) => ({
      status: 200,
      heads: [`GET /files?limit=50 HTTP/1.1\r\n${bearer(reader.accessToken)}`],
      body: "",
      isRight: isPage,
    }),
  },
  {
    name: "cached list",
    contenders: ["bare-bun", "groundwork"],
    goal: { ratio: 5 },
    requests: ({ reader }) => ({
      status: 200,
      heads: [`GET /files/cached?limit=50 HTTP/1.1\r\n${bearer(reader.accessToken)}`],
      body: "",
      isRight: isPage,
    }),
  },
  {
    name: "read",
    contenders: ["bare-bun", "groundwork", "bare-bun again", "bare-bun with Bun.sql", ...OTHERS],
    goal: { ratio: 0.9 },
    requests: ({ reader, fileIds }) => ({
      status: 200,
      heads: fileIds.map((id) => `GET /files/${id} HTTP/1.1\r\n${bearer(reader.accessToken)}`),
      body: "",
      isRight: (body) => body?.ownerId === reader.userId,
    }),
  },
  {
    name: "not modified",
    contenders: ["bare-bun", "groundwork", ...OTHERS],
    goal: { ratio: 0.6 },
    requests: async ({ reader, fileIds }, port) => {
      const heads = fileIds
        .slice(0, KNOWN_FILES)
        .map((id) => `GET /files/${id} HTTP/1.1\r\n${bearer(reader.accessToken)}`);
      const etags = await etagsOf(port, heads);
      return {
        status: 304,
        heads: heads.map((head, index) => `${head}If-None-Match: ${etags[index]}\r\n`),
        body: "",
        isRight: (body) => body === null,
      };
    },
  },
  {
    name: "create",
    contenders: ["bare-bun", "groundwork", ...OTHERS],
    goal: { ratio: 0.85 },
    requests: ({ writer }) => ({
      status: 201,
      heads: [`POST /files HTTP/1.1\r\n${bearer(writer.accessToken)}Content-Type: application/json\r\n`],
      body: JSON.stringify(newFile),
      leewayBytes: INSTANTS_LEEWAY_BYTES,
      isRight: (body) => body?.ownerId === writer.userId,
    }),
  },
  { name: "answer", contenders: ["elysia", "groundwork"], goal: { ratio: 2 } },
];
