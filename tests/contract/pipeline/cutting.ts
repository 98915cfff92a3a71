/** A way to the database that a test can cut, or make silent. */
import { connect, createServer, type Socket } from "node:net";

export interface CuttableWay {
  readonly url: string;
  /** Ends every connection, and takes no new one. */
  cut(): void;
  /** Passes nothing on any more, and says nothing of it. */
  silence(): void;
  /** Passes on what was held back, and takes connections. */
  mend(): void;
  close(): Promise<void>;
}

export async function cuttableWay(database: string): Promise<CuttableWay> {
  const { hostname, port } = new URL(database);
  const sockets = new Set<Socket>();
  let state: "open" | "cut" | "silent" = "open";
  const join = (from: Socket, to: Socket) => {
    sockets.add(from);
    from.on("data", (bytes) => to.write(bytes));
    from.on("error", () => {});
    from.on("close", () => {
      sockets.delete(from);
      to.destroy();
    });
    if (state === "silent") from.pause();
  };
  const server = createServer((client) => {
    if (state === "cut") return client.destroy();
    const upstream = connect(Number(port), hostname);
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
      for (const socket of sockets) socket.resume();
    },
    async close() {
      end();
      await new Promise((closed) => server.close(closed));
    },
  };
}
