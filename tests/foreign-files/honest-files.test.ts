import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { interchangeOf } from '../../main/exchange/write-report-json.ts';
import { forkReading } from '../../main/foreign-files/apart/fork-reading.ts';
import { processReader } from '../../main/foreign-files/apart/process-reader.ts';
import { noHost } from '../../main/foreign-files/jobs.ts';
import { readPackageParts } from '../../main/word/reading/read-package.ts';
import { variedReport } from '../../scripts/bench/varied-report.ts';
import { zipByHand } from '../../scripts/suites/hostile-word/zip-by-hand.ts';
import { howMany } from '../support/how-many.ts';
import { must } from '../support/must.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { exported } from '../word-understanding/own-files.ts';

const newFolder = temporaryFolders();
const reader = processReader(forkReading, join(import.meta.dirname, 'read-under-half.ts'));
afterAll(() => {
  reader.close();
});

/** An exported file, its document part changed, with more parts beside it. */
async function altered(
  rows: number,
  change: (xml: string) => string,
  more: readonly { readonly name: string; readonly content: Uint8Array; readonly stored: true }[] = [],
): Promise<Uint8Array> {
  const parts = must(await readPackageParts(await exported(variedReport(rows))));
  const kept = [...parts].filter(([name]) => !name.startsWith('customXml/'));
  const entries = kept.map(([name, content]) => ({
    name,
    content: name === 'word/document.xml' ? change(new TextDecoder().decode(content)) : content,
  }));
  return zipByHand([...entries, ...more]);
}

const files: readonly (readonly [string, number, (rows: number) => Promise<Uint8Array>])[] = [
  ['as it was exported', 1_500, (rows) => exported(variedReport(rows))],
  [
    'without a mark, as another program wrote it',
    1_500,
    (rows) => altered(rows, (xml) => xml.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '')),
  ],
  [
    'with pictures of 18 MB',
    15,
    (rows) =>
      altered(
        rows,
        (xml) => xml,
        Array.from({ length: 9 }, (_, at) => {
          const name = `word/media/image${at}.png`;
          return { name, content: randomBytes(2_000_000), stored: true };
        }),
      ),
  ],
  [
    'as JSON',
    8_000,
    (rows) => Promise.resolve(Buffer.from(JSON.stringify(interchangeOf(variedReport(rows))))),
  ],
  ['as it was exported', 8_000, (rows) => exported(variedReport(rows))],
];

// The processor's time counts, not the clock's, and by the very hand that would end the reading.
test.for(files.slice(0, howMany({ usual: 2, long: files.length })))(
  'An honest file takes less than half of the time and memory that it has: %s, %i rows',
  async ([, rows, make]) => {
    const path = join(newFolder(), '報告');
    writeFileSync(path, await make(rows));
    const read = must(await reader.run('read-report', { path, changes: 'accepted', forms: [] }, noHost));
    expect(read.draft.initiatives).toHaveLength(rows);
  },
);
