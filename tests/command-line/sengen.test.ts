import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readReportJson } from '../../main/exchange/read-report-json.ts';
import { identify } from '../../main/domain/identify.ts';
import { formNames } from '../../shared/model/form.ts';
import { builtInForm } from '../../shared/model/forms/official-form.ts';
import { outline } from '../../shared/model/outline.ts';
import { onWindows } from '../support/on-windows.ts';
import { countingIdentifiers } from '../support/counting-identifiers.ts';
import { must } from '../support/must.ts';
import { readInterchange, reportFiles, sampleReport } from '../support/real-report.ts';
import { runSengen, runSengenHere } from '../support/run-sengen.ts';
import { storedContent } from '../support/stored-content.ts';
import { reportTableOf } from '../support/table-text.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { validateWord } from '../support/validate-word.ts';

const newFolder = temporaryFolders();
const heading = [
  '--municipality',
  '星見市',
  '--department',
  '防災部',
  '--fiscal-year',
  '2016',
  '--post',
  '防災部長',
  '--name',
  '岸 ひろし',
];

async function newLibrary(): Promise<string> {
  const path = join(newFolder(), '報告.sengen');
  expect((await runSengenHere('new', path, ...heading)).code).toBe(0);
  return path;
}

test('a new library holds one empty report', async () => {
  const library = await newLibrary();
  const { code, stdout } = await runSengen('list', library, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual([
    {
      id: expect.stringMatching(/^[a-z0-9]{4,24}$/) as string,
      fiscalYear: 2016,
      yearLabel: '平成28年度',
      department: '防災部',
      state: 'draft',
      revision: 1,
      rows: 0,
    },
  ]);
});

test('new refuses a name that is there, and leaves that file alone', async () => {
  const library = await newLibrary();
  const before = readFileSync(library);
  const { code, stderr } = await runSengen('new', library, ...heading);
  expect(code).toBe(2);
  expect(stderr).toContain('すでにあります');
  expect(readFileSync(library).equals(before)).toBe(true);
});

describe.each(reportFiles())('$name', ({ name, path }) => {
  // The sample goes by the program as a person starts it.
  const run = name === 'the sample' ? runSengen : runSengenHere;
  const draft = must(readReportJson(readFileSync(path), path)).draft;
  const { report } = identify(draft, {
    existing: null,
    taken: new Set(),
    newIdentifier: countingIdentifiers(),
  });

  test('comes in, is listed, and goes out as an equal JSON document', async () => {
    const library = await newLibrary();
    const imported = await run('import', library, path, '--json');
    expect(imported.code).toBe(0);
    expect(JSON.parse(imported.stdout)).toMatchObject({ rows: 15, unplaced: [], warnings: [] });

    const out = join(newFolder(), '控え.json');
    const id = (JSON.parse(imported.stdout) as { report: string }).report;
    expect((await run('export', library, out, '--report', id)).code).toBe(0);
    const back = JSON.parse(readFileSync(out, 'utf8'), (key, value: unknown) =>
      key === 'id' ? undefined : value,
    ) as unknown;
    expect(back).toEqual(readInterchange(path));

    const again = await run('import', library, out, '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ report: id, warnings: [] });
    const listed = JSON.parse((await run('list', library, '--json')).stdout) as unknown[];
    expect(listed).toHaveLength(2);

    const checked = await run('doctor', library, '--json');
    expect([checked.code, checked.stderr.trim()]).toEqual([0, '問題は見つかりませんでした。']);
    expect(JSON.parse(checked.stdout)).toMatchObject({ reports: 2, problems: [] });
  });

  test.each(formNames)('goes out as the Word file %s, cell by cell, and as a valid one', async (form) => {
    const library = await newLibrary();
    const { report: id } = JSON.parse((await runSengenHere('import', library, path, '--json')).stdout) as {
      report: string;
    };
    const out = join(newFolder(), '報告.docx');
    expect((await runSengenHere('export', library, out, '--report', id, '--form', form)).code).toBe(0);
    const bytes = readFileSync(out);

    const { columns, rows } = outline(report, builtInForm(form));
    expect(await reportTableOf(bytes)).toEqual([
      columns.map((column) => column.heading),
      ...rows.map(({ cells }) =>
        cells.map(({ parts }) => parts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))),
      ),
    ]);
    // It is asked of each form and report in word-file-validity.test.ts; here, of a file that the command wrote.
    const isAsked = name === 'the sample' && form === 'report';
    // The file is the same byte for byte on Windows, where the validator may not be.
    if (!onWindows && isAsked) expect(await validateWord(bytes)).toEqual([]);
  });
});

test('export takes the newest report, and writes the same bytes each time', async () => {
  const library = await newLibrary();
  await runSengenHere('import', library, sampleReport);
  const folder = newFolder();
  await runSengenHere('export', library, join(folder, '一.docx'));
  await runSengenHere('export', library, join(folder, '二.docx'));
  expect(readFileSync(join(folder, '一.docx')).equals(readFileSync(join(folder, '二.docx')))).toBe(true);
  expect(await reportTableOf(readFileSync(join(folder, '一.docx')))).toHaveLength(16);
});

describe('refusals', () => {
  const sample = (): Record<string, unknown> => readInterchange(sampleReport);
  const text = (value: unknown): string => JSON.stringify(value);

  test.each<[string, () => string | Buffer, string]>([
    ['broken JSON', () => text(sample()).slice(0, -5), 'JSON として読めません'],
    ['another shape', () => text({ ...sample(), initiatives: [{ title: 5 }] }), '形式に合わない箇所'],
    ['a future version', () => text({ ...sample(), format: 'sengen-report/2' }), '新しい形式'],
    ['another format', () => text({ ...sample(), format: 'minutes/1' }), '扱えません'],
    ['200 MB', () => Buffer.alloc(200 * 1024 * 1024, 0x20), '大きすぎます'],
    ['control characters', () => text({ ...sample(), department: '防災\u0007部' }), '制御文字'],
    ['Shift_JIS', () => Buffer.from([0x7b, 0x93, 0xfa, 0x7d]), 'UTF-8 ではありません'],
  ])('%s is refused in Japanese, nothing is stored', async (_case, content, sentence) => {
    const library = await newLibrary();
    const before = storedContent(library);
    const path = join(newFolder(), '受領.json');
    writeFileSync(path, content());
    const { code, stdout, stderr } = await runSengenHere('import', library, path, '--json');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('何も取り込んでいません');
    expect(storedContent(library)).toBe(before);
    expect(readdirSync(join(library, '..'))).toEqual(['報告.sengen']);
  });

  test('10,000-character cells are taken in with a warning', async () => {
    const library = await newLibrary();
    const report = sample();
    (report['initiatives'] as { plan: string[] }[])[0]?.plan.push('長'.repeat(10_000));
    const path = join(newFolder(), '長い.json');
    writeFileSync(path, text(report));
    const { code, stdout, stderr } = await runSengenHere('import', library, path, '--json');
    expect(code).toBe(0);
    expect(stderr).toContain('10,000文字');
    expect((JSON.parse(stdout) as { warnings: string[] }).warnings).toHaveLength(1);
  });

  test.each([
    ['a missing library', ['list', '無い.sengen'], '見つかりません'],
    ['a folder as library', ['list', '.'], 'フォルダーです'],
    ['a missing report file', ['import', 'LIBRARY', '無い.json'], '見つかりません'],
    ['a kind of file that is not read', ['import', 'LIBRARY', '報告.txt'], '種類は扱えません'],
    ['a kind of file that is not written', ['export', 'LIBRARY', '報告.pdf'], '種類は扱えません'],
    ['an unknown form', ['export', 'LIBRARY', '報告.docx', '--form', 'other'], '様式'],
    [
      'an unknown report',
      ['export', 'LIBRARY', '報告.docx', '--report', 'zzzz'],
      'このファイルにありません',
    ],
    [
      'a report id of wrong shape',
      ['export', 'LIBRARY', '報告.docx', '--report', 'ZZ!'],
      'このファイルにありません',
    ],
    ['a folder that is gone', ['export', 'LIBRARY', '無い/報告.docx'], 'フォルダーが見つかりません'],
    ['an unknown command', ['print', 'LIBRARY'], '命令はありません'],
    ['a word too many', ['list', 'LIBRARY', '余分'], '余分です'],
    ['an unknown option', ['list', 'LIBRARY', '--colour'], '--colour'],
    [
      'no year',
      ['new', '新.sengen', ...heading.filter((word) => !['--fiscal-year', '2016'].includes(word))],
      '--fiscal-year',
    ],
    ['a year of five digits', ['new', '新.sengen', ...heading.with(5, '20160')], '年度「20160」'],
    ['no command', [], 'sengen new'],
  ])('%s is refused with exit code 2', async (_case, words, sentence) => {
    const library = await newLibrary();
    const before = storedContent(library);
    const { code, stderr } = await runSengenHere(
      ...words.map((word) => (word === 'LIBRARY' ? library : word)),
    );
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
    expect(storedContent(library)).toBe(before);
  });
});
