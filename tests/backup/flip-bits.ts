import { chmodSync, readFileSync, writeFileSync } from 'node:fs';

/** Flips bits of a file wherever a text stands in it: its pages still hang together. */
export function flipBits(path: string, text: string): void {
  const bytes = readFileSync(path);
  const sought = Buffer.from(text);
  // Some of them may stand in what SQLite has given up.
  for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + 3)) bytes[at + 1]! ^= 1;
  chmodSync(path, 0o600);
  writeFileSync(path, bytes);
  chmodSync(path, 0o400);
}
