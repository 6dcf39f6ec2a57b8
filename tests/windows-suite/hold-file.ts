import { closeSync, openSync } from 'node:fs';

/**
 * A program that opens a file and shares it with nobody, as Word does for writing and some scanners for reading:
 * `hold-file.ts FILE`. Says `held` to the one that started it, and lets go when it is told anything.
 */

/** Node's flag for a file that is shared with nobody (UV_FS_O_EXLOCK); elsewhere it has none. */
const shareNothing = 0x1000_0000;

const handle = openSync(process.argv[2] ?? '', shareNothing);
process.send?.('held');
process.once('message', () => {
  closeSync(handle);
  process.disconnect();
});
