import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A small page that leads to an address, in a file that this account alone may read: the browser is started with
 * the file's name, since what stands on a command line every program of the machine can read.
 */
export function writeWayIn(folder: string, address: string): { readonly address: string; remove(): void } {
  const file = join(folder, 'sengen-way-in.html');
  const page = `<!doctype html><html lang="ja" translate="no"><meta charset="utf-8"><title>Sengen</title><meta http-equiv="refresh" content="0;url=${address}">`;
  writeFileSync(file, page, { mode: 0o600 });
  return {
    address: pathToFileURL(file).href,
    remove: () => {
      rmSync(file, { force: true });
    },
  };
}
