import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes what electron-builder needs to see of an unpacked Electron, without Electron: a program that
 * holds a fuse wire (docs/tutorial/fuses.md of Electron: sentinel, version, length, one byte a fuse)
 * and the folders that it copies from.
 */
export function writePlaceholderRuntime(folder: string, version: string): void {
  for (const name of ['locales', 'resources']) mkdirSync(join(folder, name), { recursive: true });
  const wire = Buffer.from([1, electronDefaults.length, ...Buffer.from(electronDefaults)]);
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from(`#!/bin/sh\nexit 0\n${sentinel}`), wire]),
  );
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), '');
  for (const name of ['ja', 'en-US', 'de']) writeFileSync(join(folder, 'locales', `${name}.pak`), '');
}

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The nine fuses as Electron ships them (build/fuses/fuses.json5). */
const electronDefaults = '101100011';
