import { inspectFile } from './inspect-file.ts';

/**
 * True for a library file, usable or not. One that this process holds open is not read: closing it
 * again would drop SQLite's locks (file-header.ts).
 */
export function isLibrary(path: string): boolean {
  const inspected = inspectFile(path, Number.MAX_SAFE_INTEGER);
  if (inspected.ok) return true;
  const { code } = inspected.failure;
  return code === 'library-in-use' || code === 'library-damaged';
}
