import type { IncomingMessage } from 'node:http';

/** Largest request body, in bytes: a step that replaces a whole large report fits. */
const largestBody = 64 * 1024 * 1024;

/** The `{ input }` of a request body; null when it is too large or not such JSON. */
export async function readBody(request: IncomingMessage): Promise<{ input: unknown } | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > largestBody) return null;
    chunks.push(chunk);
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    return typeof body === 'object' && body !== null && 'input' in body ? { input: body.input } : null;
  } catch {
    return null;
  }
}
