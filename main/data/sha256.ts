import { createHash } from 'node:crypto';

/** The SHA-256 of content one part after the other, as 64 hexadecimal digits; of a text, that of its UTF-8. */
export function sha256Of(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
