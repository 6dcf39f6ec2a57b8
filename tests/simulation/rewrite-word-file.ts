import { readFileSync, writeFileSync } from 'node:fs';
import { readPackageParts } from '../../main/word/reading/read-package.ts';
import { zipEntry } from '../../main/word/writing/zip-entry.ts';
import { zipArchive } from '../../main/word/writing/zip-writer.ts';
import type { Random } from '../../scripts/suites/hostile-word/random.ts';
import { must } from '../support/must.ts';
import { textsIn } from './texts.ts';

const decoder = new TextDecoder();

/** Somebody types a text over another in a Word file, and stores it under another name. Gives the texts that stand in it. */
export async function rewriteWordFile(
  from: string,
  to: string,
  typed: string,
  random: Random,
): Promise<ReadonlySet<string>> {
  const parts = must(await readPackageParts(readFileSync(from)));
  const document = decoder.decode(parts.get('word/document.xml'));
  const old = random.of([...textsIn(document)].sort());
  const changed = document.replace(`${old}を実施しました。`, typed);
  const entries = [...parts].map(([name, bytes]) =>
    zipEntry(name, name === 'word/document.xml' ? changed : decoder.decode(bytes)),
  );
  writeFileSync(to, zipArchive(entries));
  return textsIn(changed);
}
