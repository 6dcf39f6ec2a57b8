import { largestRequest } from '../../shared/contract/largest-request.ts';
import { failed } from '../../shared/result.ts';

interface Posted {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer> | Blob | null;
  /** Bytes. */
  readonly size: number;
  /** It is to be finished after the page is gone, where that is possible. */
  readonly outlives: boolean;
  /** The identifier of the library that the page shows. */
  readonly library?: string | null;
}

/**
 * Sends one request to the program; what it answers, or the failure that kept it from answering.
 *
 * Rejects only where the program was not reached.
 */
export async function post(address: string, posted: Posted): Promise<unknown> {
  const { type, body, size, library = null } = posted;
  if (body !== null && size > largestRequest) {
    return failed({ code: 'request-too-large', bytes: size, limit: largestRequest });
  }
  const headers = {
    'Content-Type': type,
    ...(library === null ? {} : { 'X-Sengen-Library': library }),
  };
  const request = { method: 'POST', headers, body };
  const response = await (posted.outlives ? sendFarewell(address, size, request) : fetch(address, request));
  // This browser was not let in, or is not known any more since the program was started again.
  if (response.status === 403) return failed({ code: 'browser-unknown' });
  if (!response.ok) return failed({ code: 'answer-unreadable', answer: `HTTP ${response.status}` });
  const answer = await response.text();
  try {
    return JSON.parse(answer) as unknown;
  } catch {
    return failed({ code: 'answer-unreadable', answer: answer.slice(0, 40) });
  }
}

/**
 * Bytes of requests that a browser still finishes after the page is gone, all that are under way together
 * (Fetch, 64 KiB in flight). One that would go beyond is refused by the browser before it is sent.
 */
const mostFarewells = 60_000;

let farewells = 0;

/** Sends a request such that it survives the end of the page, where the browser has room for that. */
async function sendFarewell(address: string, size: number, request: RequestInit): Promise<Response> {
  if (farewells + size > mostFarewells) return fetch(address, request);
  farewells += size;
  try {
    return await fetch(address, { ...request, keepalive: true });
  } finally {
    farewells -= size;
  }
}
