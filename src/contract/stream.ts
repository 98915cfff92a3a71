/** An answer that comes bit by bit, when its operation is done and recorded already. */
import type { ReadableStreamDefaultReader } from "node:stream/web";
import type { Call } from "#contract/call";
import { logFailure } from "#contract/log";

/**
 * A handler's stream as it goes out. Until it ends it counts as a request in flight, and the operation's time limit is its
 * too, however slowly the caller takes it. Where it fails or is late the connection breaks off, so that no caller takes
 * half an answer for a whole one, and we write down why. Where the caller goes away, nothing runs on for them.
 */
export const watched = (call: Call, stream: ReadableStream): ReadableStream =>
  new ReadableStream(new Watched(call, stream.getReader()), { highWaterMark: 0 });

class Watched {
  readonly #call: Call;
  readonly #reader: ReadableStreamDefaultReader;
  #timer: Timer | undefined;
  #ended = false;

  constructor(call: Call, reader: ReadableStreamDefaultReader) {
    this.#call = call;
    this.#reader = reader;
  }

  async pull(controller: ReadableStreamDefaultController): Promise<void> {
    this.#timer ??= this.#begin(controller);
    try {
      const { done, value } = await this.#reader.read();
      if (this.#ended) return;
      if (!done) return controller.enqueue(value);
      this.#end();
      controller.close();
    } catch (error) {
      this.#breakOff(controller, error);
    }
  }

  async cancel(reason: unknown): Promise<void> {
    this.#end();
    await this.#stop(reason);
  }

  #begin(controller: ReadableStreamDefaultController): Timer {
    const { pipeline, route, startedAtMs } = this.#call;
    const { timeoutMs } = route.operation.policy;
    pipeline.inFlight++;
    const late = () => this.#breakOff(controller, new Error(`The answer was not taken after ${timeoutMs} ms.`));
    return setTimeout(late, startedAtMs + timeoutMs - performance.now());
  }

  #end(): void {
    if (this.#timer !== undefined && !this.#ended) this.#call.pipeline.inFlight--;
    clearTimeout(this.#timer);
    this.#ended = true;
  }

  #breakOff(controller: ReadableStreamDefaultController, error: unknown): void {
    if (this.#ended) return;
    this.#end();
    const { route, client, pipeline } = this.#call;
    const line = { operation: route.operation.id, requestId: client.requestId };
    logFailure(pipeline.log, line, error, "an answer broke off");
    controller.error(error);
    void this.#stop(error);
  }

  /** What the handler waits for is cancelled, and it reads no more. */
  async #stop(reason: unknown): Promise<void> {
    const stopped = this.#reader.cancel(reason).catch(() => {});
    this.#call.abort();
    await stopped;
  }
}
