import type { IncomingMessage } from 'node:http';
import type { Entrance } from './entrance.ts';

/**
 * Lets only our own page in.
 *
 * The Host check stops a web site that points its name at this machine (DNS rebinding), the Origin
 * check a site that posts here, the cookie every other program on the machine.
 */
export class RequestGuard {
  readonly #hosts: ReadonlySet<string>;
  readonly #entrance: Entrance;

  constructor(port: number, entrance: Entrance) {
    this.#hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
    this.#entrance = entrance;
  }

  hostIsOurs({ headers }: IncomingMessage): boolean {
    return headers.host !== undefined && this.#hosts.has(headers.host);
  }

  originIsOurs({ headers }: IncomingMessage): boolean {
    const { origin } = headers;
    return origin === undefined || (origin.startsWith('http://') && this.#hosts.has(origin.slice(7)));
  }

  /**
   * True when it comes from a page of ours in a browser that was let in. A page of another port of this machine has
   * the same cookies, and names no origin where it only reads: the browser says that it is another (Fetch Metadata).
   */
  pageIsOurs({ headers }: IncomingMessage): boolean {
    return (headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin' && this.#entrance.knows(headers);
  }
}
