import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RulesChange } from '../../shared/model/checks/house/change-rules.ts';
import type { OfficeRules } from '../../shared/model/checks/house/office-rules.ts';
import type { IgnoredFinding } from '../../shared/model/checks/settings.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { cell, docxByHand, paragraph, row, table } from '../word-reading/docx-by-hand.ts';

const newFolder = temporaryFolders();
let folder: string;
let application: TestApplication;
let report: string;
let first: string;

beforeEach(async () => {
  folder = newFolder();
  application = openTestApplication(folder);
  ({ report } = must(await application.call('sample.add', {})));
  first = must(await application.call('reports.read', { report })).report.initiatives[0]?.id ?? '';
});
afterEach(() => application.close());

const change = async (change: RulesChange): Promise<OfficeRules> =>
  must(await application.call('rules.change', { change })).rules;
const rules = async (): Promise<OfficeRules> => must(await application.call('rules.read', {})).rules;

let steps = 0;
async function write(field: 'plan' | 'results', ...after: readonly string[]): Promise<void> {
  steps += 1;
  const { initiatives } = must(await application.call('reports.read', { report })).report;
  const before = initiatives[0]?.[field] ?? [];
  const edit = { kind: 'set-field', owner: 'row', initiative: first, field, before, after } as const;
  must(
    await application.call('reports.edit', {
      report,
      step: { id: `rules${steps}step`, edits: [{ ...edit, after: [...after] }] },
    }),
  );
}

/** What is said of words in the first row, by rule. */
async function said(rule: string, other?: OfficeRules): Promise<readonly unknown[]> {
  const asked = { report, ...(other === undefined ? {} : { rules: other }) };
  const { findings } = must(await application.call('reports.check', asked));
  return findings
    .filter((finding) => finding.rule === rule && 'row' in finding.place && finding.place.row === first)
    .map(({ facts }) => facts['written']);
}

describe('what an office wants of the checks', () => {
  test('is kept in the library, counts at each look, and gives way to rules that are named', async () => {
    expect((await rules()).words).toEqual([]);
    await write('plan', '子供の取り組みを行います。');
    expect(await said('okurigana-noun')).toEqual(['取り組み']);
    await change({
      kind: 'word',
      before: null,
      after: { write: 'こども', instead: ['子供'], note: '条例の名による' },
    });
    await change({ kind: 'weigh', rule: 'okurigana-noun', weight: 'off' });
    expect(application.sent.filter(({ name }) => name === 'rules.changed')).toHaveLength(2);
    expect([await said('house-word'), await said('okurigana-noun')]).toEqual([['子供'], []]);
    const own = await rules();
    expect(await said('okurigana-noun', { ...own, rules: {}, words: [] })).toEqual(['取り組み']);

    await application.close();
    application = openTestApplication(folder);
    expect(await rules()).toEqual(own);
    await change({ kind: 'weigh', rule: 'okurigana-noun', weight: null });
    expect(await said('okurigana-noun')).toEqual(['取り組み']);
    await change({ kind: 'allowed', before: null, after: { word: '取り組み', note: null } });
    expect(await said('okurigana-noun')).toEqual([]);
  });

  test('a place that was let stand stays so while its words are the same, and is told again when they are not', async () => {
    await write('plan', '道具の取り組みを続けます。');
    const finding: IgnoredFinding = {
      rule: 'okurigana-noun',
      written: '取り組み',
      row: first,
      field: 'plan',
      reason: '事業の名',
    };
    await change({ kind: 'ignore', finding });
    expect(await said('okurigana-noun')).toEqual([]);
    await write('plan', 'もっと前から、道具の取り組みを続けます。');
    expect(await said('okurigana-noun')).toEqual([]);
    await write('results', '取り組みを続けました。');
    expect(await said('okurigana-noun')).toEqual(['取り組み']);
    await change({ kind: 'heed', finding });
    expect(await said('okurigana-noun')).toHaveLength(2);
  });

  test('goes out as one file and as a table for Excel, and each is read back as it was', async () => {
    await change({ kind: 'word', before: null, after: { write: '子ども', instead: ['子供'], note: null } });
    await change({ kind: 'weigh', rule: 'long-sentence', weight: 'error' });
    const own = await rules();
    for (const kind of ['json', 'csv'] as const) {
      const path = join(folder, `決まり.${kind}`);
      application.files.export = path;
      must(await application.call('rules.write', { kind }));
      application.files['read-rules'] = path;
      const read = must(await application.call('rules.readFile', {}));
      expect(read).toMatchObject({ kind: 'rules', unread: [] });
      if (read.kind !== 'rules') throw new Error('they are rules');
      expect(await change({ kind: 'replace', rules: { ...read.rules, name: own.name } })).toEqual(own);
    }
    expect(JSON.parse(readFileSync(join(folder, '決まり.json'), 'utf8'))).toEqual(own);
  });

  test('a city’s word list is read off Word, CSV in either encoding, and lines; what is none is refused', async () => {
    const words = async (name: string, bytes: Uint8Array | string) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      application.files['read-rules'] = path;
      return application.call('rules.readFile', {});
    };
    const wanted = [{ write: '子ども', instead: ['子供'], note: null }];
    const rows = [
      ['使う語', '使わない語'],
      ['子ども', '子供'],
    ].map((cells) => row(cells.map((text) => cell([text]))));
    const word = docxByHand({ body: `${paragraph('公用文の用語')}${table(rows)}` });
    expect(must(await words('用語.docx', word))).toMatchObject({ kind: 'words', words: wanted });
    const shiftJis = Uint8Array.from([0x8e, 0x71, 0x8b, 0x9f, 0x2c, 0x8e, 0x71, 0x82, 0xc7, 0x82, 0xe0]);
    expect(must(await words('用語.csv', shiftJis))).toMatchObject({ kind: 'words', words: wanted });
    const lines = must(await words('用語.txt', '公用文の用語について\n子供 → 子ども\n'));
    expect(lines).toMatchObject({ words: wanted, unread: [{ line: 1, text: '公用文の用語について' }] });
    const [path, code] = [join(folder, '空.docx'), 'word-list-missing'];
    expect(mustFail(await words('空.docx', docxByHand({ body: paragraph('用語はありません') })))).toEqual({
      code,
      path,
    });

    // An entry for the same word takes the place of the one before; the others stay.
    await change({
      kind: 'word',
      before: null,
      after: { write: 'こども', instead: ['子供', '小児'], note: null },
    });
    const { words: now } = await change({ kind: 'take-words', words: wanted });
    expect(now).toEqual([{ write: 'こども', instead: ['小児'], note: null }, ...wanted]);
    const many = Array.from({ length: 5_001 }, (_, at) => ({
      write: `語${at}`,
      instead: [`言葉${at}`],
      note: null,
    }));
    expect(
      mustFail(await application.call('rules.change', { change: { kind: 'take-words', words: many } })),
    ).toEqual({ code: 'rules-full' });
    expect((await rules()).words).toEqual(now);
  });
});
