import type { CustomFetch } from "openid-client";

/** How long a provider may take for one call, its body included. */
export const CALL_TIMEOUT_SECONDS = 5;
/** Many times what any of the answers that we read has. */
const ANSWER_BYTES_MAXIMUM = 256 * 1024;

/** The whole answer is here, within the time that the library gives and within the size, before anybody looks at it. */
export const boundedFetch: CustomFetch = async (url, options) => {
  const answer = await fetch(url, options as RequestInit);
  const { status, headers } = answer;
  const bytes = await bytesOf(answer);
  return new Response(bytes.length === 0 ? null : bytes, { status, headers });
};

async function bytesOf(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > ANSWER_BYTES_MAXIMUM) throw new Error(`The answer has more than ${ANSWER_BYTES_MAXIMUM} bytes.`);
    chunks.push(chunk);
  }
  return Uint8Array.from(Buffer.concat(chunks));
}

/** Whether what is sent there travels in clear. The configuration allows it on this machine only. */
export const isPlain = (url: string): boolean => url.startsWith("http:");
