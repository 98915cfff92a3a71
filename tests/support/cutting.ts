/** A way to the database that a test can cut, or make silent. */
import { connect, createServer, type Socket } from "node:net";

export interface CuttableWay {
  readonly url: string;
  /** How many connections were asked for. */
  readonly asked: number;
  /** Calls `end` with a connection in place of an answer that holds this text. */
  cutAt(text: string, end: (client: Socket) => void): void;
  /** Ends every connection, and takes no new one. */
  cut(): void;
  /** Passes nothing on any more, and says nothing of it. */
  silence(): void;
  /** Passes on what was held back and everything after it, and takes connections. */
  mend(): void;
  close(): Promise<void>;
}

export async function cuttableWay(database: string): Promise<CuttableWay> {
  const { hostname, port } = new URL(database);
  const sockets = new Set<Socket>();
  let state: "open" | "cut" | "silent" = "open";
  let asked = 0;
  const never = (_answer: Buffer | string, _client: Socket) => false;
  let cutsAt = never;
  const join = (from: Socket, to: Socket) => {
    sockets.add(from);
    from.on("error", () => {});
    from.on("close", () => {
      sockets.delete(from);
      to.destroy();
    });
    if (state === "silent") from.pause();
  };
  const server = createServer((client) => {
    asked++;
    if (state === "cut") return client.destroy();
    const upstream = connect(Number(port), hostname);
    client.on("data", (bytes) => upstream.write(bytes));
    upstream.on("data", (bytes) => cutsAt(bytes, client) || client.write(bytes));
    join(client, upstream);
    join(upstream, client);
    return;
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The way to the database does not listen.");
  const url = new URL(database);
  url.port = String(address.port);
  const end = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    get asked() {
      return asked;
    },
    cutAt(text, end) {
      cutsAt = (answer, client) => {
        const isCut = answer.includes(text);
        if (isCut) end(client);
        return isCut;
      };
    },
    cut() {
      state = "cut";
      end();
    },
    silence() {
      state = "silent";
      for (const socket of sockets) socket.pause();
    },
    mend() {
      state = "open";
      cutsAt = never;
      for (const socket of sockets) socket.resume();
    },
    async close() {
      end();
      await new Promise((closed) => server.close(closed));
    },
  };
}
