import type { ServerResponse } from 'node:http';

/** The pages that listen for events: server-sent events (WHATWG HTML, 9.2), each with its name inside. */
export class EventStreams {
  readonly #listeners = new Set<ServerResponse>();
  readonly #beat: NodeJS.Timeout;

  constructor() {
    // A comment now and then lets both sides notice a connection that died silently.
    this.#beat = setInterval(() => {
      for (const listener of this.#listeners) listener.write(':\n\n');
    }, 20_000);
    this.#beat.unref();
  }

  get count(): number {
    return this.#listeners.size;
  }

  add(response: ServerResponse, onEnd: () => void): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    response.write(':\n\n');
    this.#listeners.add(response);
    response.on('close', () => {
      this.#listeners.delete(response);
      onEnd();
    });
  }

  send(name: string, payload: unknown): void {
    const message = `data: ${JSON.stringify({ name, payload })}\n\n`;
    for (const listener of this.#listeners) listener.write(message);
  }

  close(): void {
    clearInterval(this.#beat);
    for (const listener of this.#listeners) listener.end();
  }
}
