import { largestRequest } from '../../shared/contract/largest-request.ts';
import { failed } from '../../shared/result.ts';

interface Body {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer> | Blob | null;
  /** Bytes. */
  readonly size: number;
}

/**
 * Sends one request to the program; what it answers, or the failure that kept it from answering.
 *
 * Rejects only where the program was not reached.
 */
export async function post(address: string, token: string, { type, body, size }: Body): Promise<unknown> {
  if (body !== null && size > largestRequest) {
    return failed({ code: 'request-too-large', bytes: size, limit: largestRequest });
  }
  const response = await sendOff(address, size, {
    method: 'POST',
    headers: { 'Content-Type': type, 'X-Sengen-Token': token },
    body,
  });
  // The token is another since the program was started again.
  if (response.status === 403) return failed({ code: 'page-left-over' });
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

/**
 * Sends a request such that it survives the end of the page, where the browser has room for that. A file is
 * read while it is sent, which a page that is gone can't do: the browser refuses the whole request.
 */
async function sendOff(address: string, size: number, request: RequestInit): Promise<Response> {
  const keepalive = !(request.body instanceof Blob) && farewells + size <= mostFarewells;
  if (!keepalive) return fetch(address, request);
  farewells += size;
  try {
    return await fetch(address, { ...request, keepalive });
  } finally {
    farewells -= size;
  }
}
