import postgres from "postgres";

export interface Listening {
  close(): Promise<void>;
}

/** Tells of each notification on a channel, and without its text each time listening begins: what came before is lost. */
export type Listen = (channel: string, onNotified: (text?: string) => void) => Promise<Listening>;

const CONNECT_TIMEOUT_SECONDS = 5;

/** Listens on a connection of its own, which postgres.js opens again when it is lost. */
export const listenAt =
  (url: string): Listen =>
  async (channel, onNotified) => {
    const sql = postgres(url, { max: 1, connect_timeout: CONNECT_TIMEOUT_SECONDS, onnotice: () => {} });
    const close = () => sql.end({ timeout: 0 });
    try {
      await sql.listen(channel, onNotified, () => onNotified());
    } catch (error) {
      await close();
      throw error;
    }
    return { close };
  };
