import { open } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { isThere } from './places.ts';

/**
 * Tells whether an office program seems to hold a document open.
 *
 * Word puts an owner file beside the document: `~$` before a short name, or in place of its first
 * one or two characters when the name without its ending has seven, or eight and more.
 * LibreOffice puts `.~lock.NAME#`. Both can be left over from a crash. On Windows Word also denies
 * writing, which settles the question; elsewhere the owner file is all there is.
 */
export async function isOpenInOffice(path: string): Promise<boolean> {
  const folder = dirname(path);
  const found = lockNames(basename(path)).some((name) => isThere(join(folder, name)));
  if (!found || process.platform !== 'win32') return found;
  try {
    await (await open(path, 'r+')).close();
    return false;
  } catch {
    return true;
  }
}

function lockNames(name: string): string[] {
  const stem = name.slice(0, name.length - extname(name).length);
  const covered = stem.length >= 8 ? 2 : stem.length === 7 ? 1 : 0;
  return [`~$${name.slice(covered)}`, `.~lock.${name}#`];
}
