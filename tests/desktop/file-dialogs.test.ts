import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bootDesktop, type Booted } from './boot-desktop.ts';

const heading = {
  municipality: '山辺町',
  department: '産業部',
  fiscalYear: 2024,
  yearLabel: '令和6年度',
  headPost: '産業部長',
  headName: '峰岸 高志',
};

test('a dialog stands over the window, in Japanese, with the endings that are asked for', async () => {
  const { electron, window, wire } = await bootDesktop();
  electron.machine.answers = [
    { canceled: true, filePaths: [] },
    { canceled: true, filePath: '' },
  ];

  await wire.call('library.open', {});
  await wire.call('library.create', {});

  expect(electron.machine.dialogs).toMatchObject([
    {
      kind: 'open',
      window,
      options: { title: 'ファイルを開く', filters: [{ name: 'Sengen ファイル', extensions: ['sengen'] }] },
    },
    { kind: 'save', window, options: { title: '新しいファイルを作る' } },
  ]);
});

test('a dialog that is closed without a choice cancels the request', async () => {
  const { electron, wire } = await bootDesktop();
  electron.machine.answers = [{ canceled: true, filePaths: [] }];

  expect(await wire.call('library.open', {})).toEqual({ ok: false, failure: { code: 'cancelled' } });
});

test('a Word file is suggested in the documents folder under its own name', async () => {
  const booted = await bootDesktop();
  await exportTo(booted, { canceled: true, filePath: '' });

  const options = booted.electron.machine.dialogs[0]?.options;
  expect(options?.title).toBe('書き出すファイルの名前');
  expect(options?.defaultPath).toMatch(/^.documents.*産業部長.*\.docx$/u);
});

test('a name without its ending gets it, and a file that is already there is asked about', async () => {
  const booted = await bootDesktop();
  const path = join(booted.personalFolder, '報告');
  expect(await exportTo(booted, { canceled: false, filePath: path })).toMatchObject({
    value: { path: `${path}.docx` },
  });
  writeFileSync(`${path}.docx`, '前の報告');

  const refused = await exportTo(booted, { canceled: false, filePath: path }, { response: 1 });

  expect(refused).toEqual({ ok: false, failure: { code: 'cancelled' } });
  expect(booted.electron.machine.dialogs.at(-1)?.options.message).toBe(
    '「報告.docx」はもうあります。置き換えますか。',
  );
});

test('several files are asked for at once, and all that are chosen are read', async () => {
  const { electron, wire, personalFolder } = await bootDesktop();
  const paths = ['一.docx', '二.docx'].map((name) => join(personalFolder, name));
  for (const path of paths) writeFileSync(path, 'Word の文書ではありません');
  electron.machine.answers = [
    { canceled: false, filePaths: paths },
    { canceled: true, filePaths: [] },
  ];

  expect(await wire.call('imports.readMany', {})).toMatchObject({
    value: {
      files: [
        { kind: 'refused', fileName: '一.docx' },
        { kind: 'refused', fileName: '二.docx' },
      ],
    },
  });
  expect(electron.machine.dialogs[0]?.options).toMatchObject({
    title: '取り込むファイルを選ぶ',
    properties: ['openFile', 'multiSelections'],
  });
  expect(await wire.call('imports.readMany', {})).toEqual({ ok: false, failure: { code: 'cancelled' } });
});

async function exportTo({ wire, electron }: Booted, ...answers: unknown[]): Promise<unknown> {
  const created = (await wire.call('reports.create', heading)) as { value: { report: string } };
  electron.machine.answers = answers;
  return wire.call('reports.export', { report: created.value.report, form: 'report' });
}
