import type { IncomingMessage } from 'node:http';
import { largestRequest } from '../../shared/contract/largest-request.ts';

/** The `{ input }` of a request body; null when it is too large or not such JSON. */
export async function readBody(request: IncomingMessage): Promise<{ input: unknown } | null> {
  const bytes = await readBytes(request, largestRequest);
  if (bytes === null) return null;
  try {
    const body: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof body === 'object' && body !== null && 'input' in body ? { input: body.input } : null;
  } catch {
    return null;
  }
}

/** How long a body may be silent before it counts as one without an end, in milliseconds. */
const longestSilence = 30_000;

/**
 * A request's body; null when it has more than `limit` bytes, or says nothing for longer than `patience`.
 * The rest is then left unread: the answer goes out, and the connection ends with it.
 */
export function readBytes(
  request: IncomingMessage,
  limit: number,
  patience: number = longestSilence,
): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const end = (bytes: Buffer | null): void => {
      clearTimeout(silence);
      request.off('data', take);
      if (bytes === null) request.pause();
      resolve(bytes);
    };
    const silence = setTimeout(() => {
      end(null);
    }, patience);
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      silence.refresh();
      if (length > limit) end(null);
      else chunks.push(chunk);
    };
    request.on('data', take);
    request.once('end', () => {
      end(Buffer.concat(chunks));
    });
    request.once('error', (error) => {
      clearTimeout(silence);
      reject(error);
    });
    request.once('close', () => {
      clearTimeout(silence);
      if (!request.complete) reject(new Error('the page went away'));
    });
  });
}
