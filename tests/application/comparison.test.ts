import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { viewDocument } from '../../main/word/reading/document-view.ts';
import { readWordDocument } from '../../main/word/reading/read-word-document.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { sampleReport } from '../support/real-report.ts';
import { takeIn } from '../support/take-in.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { validateWord } from '../support/validate-word.ts';

const newFolder = temporaryFolders();
let folder: string;
let application: TestApplication;
let report: string;

beforeEach(async () => {
  folder = newFolder();
  application = openTestApplication(folder);
  report = must(await application.call('sample.add', {})).report;
});
afterEach(() => application.close());

async function changeFirstTitle(): Promise<void> {
  const [row] = must(await application.call('reports.read', { report })).report.initiatives;
  must(
    await application.call('reports.edit', {
      report,
      step: {
        id: 'step0001',
        edits: [
          {
            kind: 'set-field',
            owner: 'row',
            initiative: row?.id ?? '',
            field: 'title',
            before: row?.title ?? '',
            after: `${row?.title ?? ''}の推進`,
          },
        ],
      },
    }),
  );
}

test('an earlier state of the log is shown with what changed since', async () => {
  await changeFirstTitle();
  const shown = must(
    await application.call('comparisons.show', {
      report,
      against: { kind: 'step', sequence: 0 },
      form: 'report',
    }),
  );
  const changed = shown.difference.rows.filter(({ kind }) => kind !== 'same');
  expect(changed).toHaveLength(1);
  expect(changed[0]?.cells[1]?.parts[0]?.paragraphs[0]?.pieces).toContainEqual({
    kind: 'added',
    text: 'の推進',
  });
});

test('last year is matched row by row and goes out as redline and as table', async () => {
  const earlier = JSON.parse(readFileSync(sampleReport, 'utf8')) as {
    fiscalYear: number;
    yearLabel: string;
    initiatives: { plan: string[] }[];
  };
  earlier.fiscalYear -= 1;
  earlier.yearLabel = '令和6年度';
  earlier.initiatives.reverse();
  (earlier.initiatives[3] ?? { plan: [] }).plan = ['前年度だけの取組内容です。'];
  application.files.import = join(folder, '前年度.json');
  writeFileSync(application.files.import, JSON.stringify(earlier));
  must(await takeIn(application));

  const against = { kind: 'last-year' } as const;
  const { difference, before, after } = must(
    await application.call('comparisons.show', { report, against, form: 'report' }),
  );
  expect([before, after]).toEqual(['令和6年度', '令和7年度']);
  expect(difference.rows.every(({ kind, moved }) => kind === 'same' || kind === 'changed' || moved)).toBe(
    true,
  );

  for (const as of ['redline', 'table'] as const) {
    application.files.export = join(folder, `${as}.docx`);
    const { path } = must(
      await application.call('comparisons.export', { report, against, form: 'report', as }),
    );
    const bytes = readFileSync(path);
    expect(await validateWord(bytes)).toEqual([]);
    const document = must(await readWordDocument(bytes));
    expect(document.hasTrackedChanges).toBe(as === 'redline');
    expect(JSON.stringify(document)).toContain('前年度だけ');
  }
  expect(application.wishes.at(-1)?.suggestedName).toContain('新旧対照表');
});

test('both files are named like every other, and 備考 says why a revision changed a place', async () => {
  const exported = async (): Promise<void> => {
    application.files.export = join(folder, '決裁.docx');
    must(await application.call('reports.export', { report, form: 'report' }));
    application.files['sign-off'] = application.files.export;
    must(await application.call('signOffs.record', { report, signedBy: '部長', signedAt: '2026-05-01' }));
  };
  const edit = async (field: 'title' | 'section', after: string): Promise<void> => {
    const [row] = must(await application.call('reports.read', { report })).report.initiatives;
    const edits = [
      {
        kind: 'set-field' as const,
        owner: 'row' as const,
        initiative: row?.id ?? '',
        field,
        before: row?.[field] ?? '',
        after,
      },
    ];
    must(await application.call('reports.edit', { report, step: { id: `step${field}`, edits } }));
  };
  await exported();
  must(await application.call('signOffs.startRevision', { report, reason: '事業名の誤りを正すため' }));
  await edit('title', '正しい事業名');
  await exported();
  must(await application.call('signOffs.startRevision', { report, reason: '課の再編のため' }));
  await edit('section', '連携推進室');

  const against = { kind: 'revision', revision: 1 } as const;
  for (const as of ['redline', 'table'] as const) {
    application.files.export = join(folder, `${as}.docx`);
    must(await application.call('comparisons.export', { report, against, form: 'report', as }));
  }
  expect(application.wishes.slice(-2).map(({ suggestedName }) => suggestedName)).toEqual([
    expect.stringMatching(/^01_.*_達成状況報告_見え消し_第3版\.docx$/u) as string,
    expect.stringMatching(/^01_.*_達成状況報告_新旧対照表_第3版\.docx$/u) as string,
  ]);
  const bytes = readFileSync(join(folder, 'table.docx'));
  expect(await validateWord(bytes)).toEqual([]);
  const { body } = viewDocument(must(await readWordDocument(bytes)), 'accepted');
  const texts = body
    .flatMap((block) => (block.kind === 'table' ? block.rows : []))
    .map(({ cells }) =>
      cells.map(({ blocks }) =>
        blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('/'),
      ),
    )
    .filter((cells) => cells.length === 3);
  expect(texts.map(([now, , why]) => [now, why])).toEqual([
    [expect.stringContaining('新（') as string, '備考'],
    ['正しい事業名', '第2版：事業名の誤りを正すため'],
    ['(連携推進室)', '第3版：課の再編のため'],
  ]);
});

test('without a report of last year, a signed revision or such a step there is nothing to compare', async () => {
  for (const against of [
    { kind: 'last-year' },
    { kind: 'revision', revision: 1 },
    { kind: 'step', sequence: 99 },
  ] as const) {
    expect(
      mustFail(await application.call('comparisons.show', { report, against, form: 'report' })).code,
    ).toBe('nothing-to-compare');
  }
});
