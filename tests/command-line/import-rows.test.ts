import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReportDraft } from '../../main/domain/report-draft.ts';
import { sampleReport, readInterchange } from '../support/real-report.ts';
import { runSengenHere } from '../support/run-sengen.ts';
import { storedContent } from '../support/stored-content.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { sampleOf } from '../support/years-of-files.ts';
import { cell, docxByHand, paragraph, row, table } from '../word-reading/docx-by-hand.ts';
import { layouts } from '../word-understanding/layouts.ts';

const newFolder = temporaryFolders();

interface Row {
  title: string;
  section: string;
  plan: string[];
  results: string[];
}
interface Document {
  municipality: string;
  department: string;
  yearLabel: string;
  initiatives: Row[];
}
interface Imported {
  report: string;
  rows: number;
  added: number;
  updated: number;
  removed: number;
  warnings: string[];
}

const sample = readInterchange(sampleReport) as unknown as Document;
const [first, second] = sample.initiatives as [Row, Row];

/** A library that holds the filled sample, made once. */
let filled: Buffer;
beforeAll(async () => {
  const library = join(newFolder(), '見本.sengen');
  await runSengenHere(
    ...['new', library, '--municipality', '星見市', '--department', '別の部', '--fiscal-year', '2020'],
    ...['--post', '別の部長', '--name', '別 人'],
  );
  await runSengenHere('import', library, sampleReport);
  filled = readFileSync(library);
});

function filledLibrary(): { folder: string; library: string } {
  const folder = newFolder();
  const library = join(folder, '報告.sengen');
  writeFileSync(library, filled);
  return { folder, library };
}

function write(folder: string, name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, content instanceof Uint8Array ? content : JSON.stringify(content));
  return path;
}

/** A Word file as an office types it. */
const typed = (changes: Partial<ReportDraft>): Uint8Array =>
  layouts[0]!.make({ ...sampleOf(2025), ...changes });

async function taken(library: string, ...words: string[]): Promise<Imported> {
  const { code, stdout, stderr } = await runSengenHere('import', library, ...words, '--json');
  expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Imported;
}

async function exported(library: string): Promise<Document> {
  const out = join(newFolder(), '控え.json');
  await runSengenHere('export', library, out);
  return JSON.parse(readFileSync(out, 'utf8'), (key, value: unknown) =>
    key === 'id' ? undefined : value,
  ) as Document;
}

describe('a section’s file', () => {
  test('as JSON updates its rows, adds what is new behind them, and leaves all others', async () => {
    const { folder, library } = filledLibrary();
    const changed = { ...first, plan: [...first.plan, '書き足した一文です。'] };
    const added = { title: '新しい取組', section: first.section };
    const file = write(folder, '課.json', { ...sample, initiatives: [changed, added] });
    const { code, stdout, stderr } = await runSengenHere('import', library, file, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ rows: 2, added: 1, updated: 1, removed: 0 });
    expect(stderr).toContain('追加 1件・更新 1件・削除 0件');
    expect(stderr).toContain('ファイルにない取組14件は、そのまま残しました');
    const { initiatives } = await exported(library);
    expect(initiatives).toHaveLength(16);
    expect(initiatives[0]?.plan.at(-1)).toBe('書き足した一文です。');
    expect(initiatives[1]?.title).toBe('新しい取組');
    expect(initiatives.slice(2).map(({ title }) => title)).toEqual(
      sample.initiatives.slice(1).map(({ title }) => title),
    );
    // A second time there is nothing left to do.
    expect(await taken(library, file)).toMatchObject({ added: 0, updated: 0, removed: 0 });
  });

  test('that is half filled empties nothing, and says what it kept', async () => {
    const { folder, library } = filledLibrary();
    const file = write(folder, '課.json', {
      ...sample,
      initiatives: [{ ...first, results: [], direction: [], outcomes: [] }],
    });
    const { warnings } = await taken(library, file);
    expect(warnings.join()).toContain(
      'ファイルで空欄の項目は、報告の内容をそのまま残しました（No.1 取組結果、',
    );
    expect(await exported(library)).toEqual(sample);
  });

  test('as Word’s comes in with another one’s at one go; two that bring one row do not', async () => {
    const { folder, library } = filledLibrary();
    const [one, two] = sampleOf(2025).initiatives;
    const files = [
      write(folder, '一.docx', typed({ initiatives: [{ ...one!, plan: ['一つ目の課の計画です。'] }] })),
      write(folder, '二.docx', typed({ initiatives: [{ ...two!, plan: ['二つ目の課の計画です。'] }] })),
    ];
    const twin = join(folder, '写し.docx');
    copyFileSync(files[1]!, twin);
    const { code, stdout } = await runSengenHere('import', library, ...files, twin, '--json');
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject([
      { added: 0, updated: 1 },
      { added: 0, updated: 1 },
      { failure: { code: 'report-chosen-twice', other: '二.docx' } },
    ]);
    const { initiatives } = await exported(library);
    expect(initiatives).toHaveLength(15);
    expect(initiatives.slice(0, 2).map(({ plan }) => plan)).toEqual([
      ['一つ目の課の計画です。'],
      ['二つ目の課の計画です。'],
    ]);
  });
});

test('with --replace the report becomes what the file says, and what went is counted', async () => {
  const { folder, library } = filledLibrary();
  const initiatives = [second, { ...first, results: [] }];
  const file = write(folder, '全体.json', { ...sample, initiatives });
  expect(await taken(library, file, '--replace')).toMatchObject({
    rows: 2,
    added: 0,
    updated: 1,
    removed: 13,
  });
  expect((await exported(library)).initiatives).toEqual(
    initiatives.map((row, at) => ({ ...row, number: at + 1 })),
  );
});

/** The record of a meeting, with a small table of the initiatives that were talked over. */
function hardlyUnderstood(yearLabel = '令和7年度'): Buffer {
  const rows = sample.initiatives
    .slice(0, 4)
    .map(({ title }) => [title, '会議で話した計画です。', '会議で話した目標']);
  return docxByHand({
    body:
      paragraph(`${yearLabel} くらし安心部長の目標宣言`) +
      paragraph('くらし安心部長 山辺 みのり') +
      table(
        [['取組名', '取組内容', '達成目標'], ...rows].map((texts) =>
          row(texts.map((text) => cell([text]))),
        ),
      ) +
      Array.from({ length: 20 }, (_, at) => paragraph(`${at + 1}番目の発言を書き留めました。`)).join(''),
  });
}

test.each([[[]], [['--replace']]])(
  'a Word file of which little was understood leaves a filled report alone (%j), and makes a new one',
  async (flags) => {
    const { folder, library } = filledLibrary();
    const before = storedContent(library);
    const file = write(folder, '別の様式.docx', hardlyUnderstood());
    const { code, stderr } = await runSengenHere('import', library, file, ...flags);
    expect(code).toBe(2);
    expect(stderr).toMatch(/「.*別の様式\.docx」は、\d+段落のうち\d+段落しか読み取れませんでした。/u);
    expect(stderr).toContain('何も取り込んでいません。');
    expect(storedContent(library)).toBe(before);
    if (flags.length > 0) return;
    // There is no such report yet: what can be read may begin it.
    const other = write(folder, '令和9年度.docx', hardlyUnderstood('令和9年度'));
    expect(await taken(library, other)).toMatchObject({ added: 4, removed: 0 });
  },
);

describe('a file without the name of its city', () => {
  test('is refused in words where the library can’t tell, and taken in with --municipality', async () => {
    const { folder, library } = filledLibrary();
    write(folder, '隣.json', { ...sample, municipality: '隣の市', initiatives: [] });
    await taken(library, join(folder, '隣.json'));
    const before = storedContent(library);
    const file = write(folder, '市名なし.docx', typed({ fiscalYear: 2026, yearLabel: '令和8年度' }));
    const { code, stderr } = await runSengenHere('import', library, file);
    expect(code).toBe(2);
    expect(stderr).toContain('市区町村名が書かれていません。');
    expect(stderr).toContain('--municipality');
    expect(storedContent(library)).toBe(before);
    expect(await taken(library, file, '--municipality', '隣の市')).toMatchObject({ added: 15 });
    expect((await exported(library)).municipality).toBe('隣の市');
  });
});
