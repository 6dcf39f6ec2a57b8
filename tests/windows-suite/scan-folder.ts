import { closeSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * A program that takes each new file of a folder, and of the folders in it, into its hand for a while and shares it
 * with nobody meanwhile, as a virus scanner does: `scan-folder.ts FOLDER MILLISECONDS`. Says the name of each that it
 * took to the one that started it.
 */
const [folder = '', milliseconds = ''] = process.argv.slice(2);
const shareNothing = 0x1000_0000;
const seen = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }));

async function scan(name: string): Promise<void> {
  let handle: number;
  try {
    handle = openSync(join(folder, name), shareNothing);
  } catch (error) {
    // It is being written, or is a folder: looked at again.
    if ((error as NodeJS.ErrnoException).code === 'EBUSY') seen.delete(name);
    return;
  }
  process.send?.(name);
  await delay(Number(milliseconds));
  closeSync(handle);
}

process.send?.('ready');
process.once('disconnect', () => process.exit());
for (;;) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (seen.has(name)) continue;
    seen.add(name);
    void scan(name);
  }
  await delay(1);
}
