import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { forkReading } from '../../main/foreign-files/apart/fork-reading.ts';
import { processReader } from '../../main/foreign-files/apart/process-reader.ts';
import { noHost } from '../../main/foreign-files/jobs.ts';
import { programFiles } from '../../main/files/program-files.ts';
import { withPart } from '../../scripts/suites/hostile-word/package-attacks.ts';
import { realFiles, type RealFile } from '../../scripts/suites/hostile-word/real-files.ts';
import { xmlLimits } from '../../main/word/reading/xml-budget.ts';
import { largeAttacks } from '../../scripts/suites/hostile-word/xml-attacks.ts';
import { isLongRun } from '../support/how-many.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { docxByHand } from '../word-reading/docx-by-hand.ts';

/*
 * Small files of a kind that took up to 5 s of the processor, and up to 424 MB: what a file may hold was the same
 * for 25 KB as for 2.5 MB. A file that packs to nothing is read cheaply now, or refused for what it holds; the
 * process that reads never has to be ended for it.
 */
vi.setConfig({ testTimeout: 300_000 });

const newFolder = temporaryFolders();
const reader = processReader(forkReading, programFiles().reading);
afterAll(() => {
  reader.close();
});
let files: RealFile[] = [];
beforeAll(async () => {
  files = await realFiles();
});

/** `read`, or why the file was refused. */
async function outcomeOf(bytes: Uint8Array): Promise<string> {
  const path = join(newFolder(), '報告.docx');
  writeFileSync(path, bytes);
  const read = await reader.run('read-report', { path, changes: 'accepted', forms: [] }, noHost);
  return read.ok ? 'read' : read.failure.code === 'reading-ended' ? read.failure.why : read.failure.code;
}

function attacked(place: number, size: number): Uint8Array {
  const file = files[1];
  const attack = largeAttacks[place];
  if (file === undefined || attack === undefined) throw new Error(`no attack ${place}`);
  const name = 'word/document.xml';
  return withPart(file, name, attack(String(file.parts.get(name)), size));
}

/** Rows of nothing, the report's own row again and again, headings without end, many small tables. */
const found = [9, 15, 16, 20];

test.for(isLongRun ? [...largeAttacks.keys()] : found.slice(0, 2))(
  'A small file of nearly all that it may hold, or of more, costs little: attack %i',
  async (place) => {
    // Not `time` or `memory`: then the process would have been ended for it.
    const below = await outcomeOf(attacked(place, 0.97));
    if (found.includes(place)) expect(below).toBe('read');
    else expect(['read', 'word-refused']).toContain(below);
    expect(['read', 'word-refused']).toContain(await outcomeOf(attacked(place, 5)));
  },
);

/** A document that says nothing itself, with so many Word files inside it. */
function withFilesInside(count: number, inside: Uint8Array): Uint8Array {
  const names = Array.from({ length: count }, (_, at) => `chunk${at}.docx`);
  return docxByHand({
    body: names.map((_, at) => `<w:altChunk r:id="rId${at + 1}"/>`).join(''),
    parts: names.map((name) => ({ name: `${name}.xml`, type: 'aFChunk', xml: '<w/>' })),
    more: names.map((name) => ({ name: `word/${name}`, content: Buffer.from(inside) })),
    rewrite: (xml) => xml.replace(/Target="(chunk\d+\.docx)\.xml"/g, 'Target="$1"'),
  });
}

test('Word files inside a file count with it', async () => {
  const inside = docxByHand({ body: '<w:p/>'.repeat(xmlLimits.paragraphs.any / 2) });
  expect(await outcomeOf(withFilesInside(1, inside))).toBe('report-table-missing');
  expect(await outcomeOf(withFilesInside(10, inside))).toBe('word-refused');
});

test('and what they unpack to does, too', async () => {
  const parts = Array.from({ length: 9 }, (_, at) => ({
    name: `customXml/item${at}.xml`,
    content: Buffer.alloc(10 << 20, 0x20),
  }));
  const inside = docxByHand({ body: '<w:p/>', more: parts });
  expect(await outcomeOf(withFilesInside(10, inside))).toBe('word-refused');
});
