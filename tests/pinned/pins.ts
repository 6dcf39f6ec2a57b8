import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedFolder } from './pinned-library.ts';

/** What was seen of several libraries alike. */
export interface Pin {
  readonly versions: readonly number[];
  readonly seen: unknown;
}

/** What was seen of the libraries when it was written down, by topic. Nothing writes it anew. */
export function pinsOf(topic: string): readonly Pin[] {
  const path = pinFile(topic);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Pin[]) : [];
}

/** What was seen of the library of one version. */
export function pinOf(topic: string, version: number): unknown {
  const pin = pinsOf(topic).find(({ versions }) => versions.includes(version));
  if (pin === undefined) throw new Error(`nothing is pinned of ${topic} in version ${version}`);
  return pin.seen;
}

export function pinFile(topic: string): string {
  return join(pinnedFolder, 'pins', `${topic}.json`);
}
