import type { IncomingHttpHeaders } from 'node:http';
import { markOf, newSecret, type KnownBrowsers } from './known-browsers.ts';

/**
 * How a browser comes in: the address that the program prints carries a code that is good for one use, which the
 * browser trades for a cookie. The page never sees either.
 */
export class Entrance {
  readonly #browsers: KnownBrowsers;
  readonly #cookie: string;
  readonly #codes = new Set<string>();

  constructor(port: number, browsers: KnownBrowsers) {
    this.#browsers = browsers;
    // A browser gives one host's cookies to all its ports: each program of this machine needs a name of its own.
    this.#cookie = `sengen-${port}`;
  }

  /** A code for one browser more. */
  newCode(): string {
    const code = newSecret();
    this.#codes.add(markOf(code));
    return code;
  }

  /** The cookie (RFC 6265, Set-Cookie) for a code; null when it was used before, or never was one. */
  trade(code: string): string | null {
    if (!this.#codes.delete(markOf(code))) return null;
    return `${this.#cookie}=${this.#browsers.add()}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** True when a request comes from a browser that was let in. */
  knows({ cookie = '' }: IncomingHttpHeaders): boolean {
    const start = `${this.#cookie}=`;
    return cookie
      .split('; ')
      .some((part) => part.startsWith(start) && this.#browsers.has(part.slice(start.length)));
  }
}
