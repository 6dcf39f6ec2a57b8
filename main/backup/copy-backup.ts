import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { discard } from '../files/patience.ts';
import type { BackupShelf, ShelvedBackup } from './backup-shelf.ts';

/** Bytes that are copied between two turns of other work. */
const atOnce = 1024 * 1024;

/**
 * Copies a backup to another shelf under the same name: written, synced, read back and compared, and only then named.
 * Rejects with the errors of node:fs, and with the signal's reason when it is cut off; nothing is left of it then.
 */
export async function copyBackup(
  backup: ShelvedBackup,
  to: BackupShelf,
  signal?: AbortSignal,
): Promise<void> {
  const draft = await to.draft();
  try {
    const written = await copyBytes(backup.path, draft, signal);
    if ((await hashOfFile(draft, signal)) !== written)
      throw Object.assign(new Error('read back differently'), { code: 'EIO' });
    await to.shelve(draft, backup);
  } finally {
    await discard(draft);
  }
}

/** Answers the hash of what was read. */
async function copyBytes(from: string, draft: string, signal?: AbortSignal): Promise<string> {
  const file = await open(draft, 'r+');
  try {
    const hash = createHash('sha256');
    let at = 0;
    for await (const bytes of pieces(from, signal)) {
      hash.update(bytes);
      let written = 0;
      while (written < bytes.length) {
        const { bytesWritten } = await file.write(bytes, written, bytes.length - written, at + written);
        if (bytesWritten === 0) throw Object.assign(new Error('no bytes written'), { code: 'ENOSPC' });
        written += bytesWritten;
      }
      at += bytes.length;
    }
    await file.sync();
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}

async function hashOfFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of pieces(path, signal)) hash.update(bytes);
  return hash.digest('hex');
}

async function* pieces(path: string, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const buffer = new Uint8Array(atOnce);
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(buffer, 0, atOnce, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
