import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Lets only our own page in.
 *
 * The Host check stops a web site that points its name at this machine (DNS rebinding), the Origin
 * check a site that posts here, the token every other program on the machine.
 */
export class RequestGuard {
  readonly #hosts: ReadonlySet<string>;
  readonly #token: Buffer;

  constructor(port: number, token: string) {
    this.#hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
    this.#token = digest(token);
  }

  hostIsOurs({ headers }: IncomingMessage): boolean {
    return headers.host !== undefined && this.#hosts.has(headers.host);
  }

  originIsOurs({ headers }: IncomingMessage): boolean {
    const { origin } = headers;
    return origin === undefined || (origin.startsWith('http://') && this.#hosts.has(origin.slice(7)));
  }

  tokenIsOurs(token: string | null | undefined): boolean {
    return token !== null && token !== undefined && timingSafeEqual(digest(token), this.#token);
  }
}

/** Equal lengths for the comparison, whatever came in. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
