import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';

/**
 * Writes a new file, every byte of it, and syncs it; with no `mode` it is read-only from then on. For where nothing else
 * can be done before it stands; elsewhere writeFileAtomically is used. Half a file is taken away. Throws the errors of
 * node:fs; EEXIST where something stands there.
 */
export function writeWhole(path: string, bytes: Uint8Array, mode = 0o400): void {
  const handle = openSync(path, 'wx', mode);
  try {
    // A disk that is nearly full takes a part.
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
}
