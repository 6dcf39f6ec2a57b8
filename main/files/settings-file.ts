import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFileAtomically } from './write-file-atomically.ts';

/** A small JSON file of the program's own. */
export interface SettingsFile {
  readonly path: string;
}

/** What `read` makes of the file's object; null when there is no file, or nothing usable in it. */
export function readSetting<T>(
  { path }: SettingsFile,
  read: (value: Readonly<Record<string, unknown>>) => T | null,
): T | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null ? read({ ...value }) : null;
  } catch {
    // A setting is a convenience: without it the program starts as if for the first time.
    return null;
  }
}

/** Writes the file whole, and makes its folder. A failure is passed over, for the same reason. */
export async function writeSetting({ path }: SettingsFile, value: object): Promise<void> {
  await mkdir(dirname(path), { recursive: true }).catch(() => undefined);
  await writeFileAtomically(path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`));
}
