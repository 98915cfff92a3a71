import { createServer } from "node:net";

/** Throws a sentence that names the port and what to do, where nothing can listen on it. */
export async function requireFreePort(host: string, port: number, target: string): Promise<void> {
  const fault = await tryPort(host, port);
  if (!fault) return;
  if (fault === "EADDRINUSE")
    throw new Error(
      `Port ${port} is taken by another process. Stop that one, or set another: PORT=${port + 1} make ${target}`,
    );
  throw new Error(`Nothing can listen on ${host}, port ${port} (${fault}). Set PORT and HOST to others.`);
}

function tryPort(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
