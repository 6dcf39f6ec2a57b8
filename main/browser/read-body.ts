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

/** A request's body; null when it has more than `limit` bytes. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
