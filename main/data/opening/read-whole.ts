import { closeSync, openSync, readSync } from 'node:fs';
import { whileHeld } from '../patience.ts';

/**
 * Reads a file from end to end and throws what it read away: the disk's own word on whether it can. Only for a file
 * that this process does not hold open (file-header.ts). Throws the errors of node:fs.
 */
export function readWhole(path: string): void {
  const chunk = Buffer.alloc(1 << 20);
  const file = whileHeld('open', () => openSync(path, 'r'));
  try {
    while (readSync(file, chunk, 0, chunk.length, null) > 0);
  } finally {
    closeSync(file);
  }
}
