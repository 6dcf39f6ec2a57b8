import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { must } from '../support/must.ts';
import { sampleReport } from '../support/real-report.ts';
import { runSengenHere } from '../support/run-sengen.ts';
import { takeIn } from '../support/take-in.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { openTestApplication } from '../support/open-test-application.ts';
import { WordSurgery } from './word-surgery.ts';

const newFolder = temporaryFolders();
let folder: string;
let library: string;
let exported: string;

beforeEach(async () => {
  folder = newFolder();
  library = join(folder, '報告.sengen');
  exported = join(folder, '提出.docx');
  const application = openTestApplication(folder);
  application.files.import = sampleReport;
  const { report } = must(await takeIn(application));
  application.files.export = exported;
  must(await application.call('reports.export', { report, form: 'report' }));
  await application.close();
});

interface Suggested {
  report: string;
  revision: number;
  suggestions: Record<string, unknown>[];
  unplaced: unknown[];
}

/** The exported file with one bullet of the first row's plan changed. */
async function markedFile(): Promise<{ path: string; before: string }> {
  const surgery = await WordSurgery.open(readFileSync(exported));
  const row = /_sg_([a-z0-9]+)_plan/.exec(surgery.document)?.[1] ?? '';
  const before = /・([^<]+)</.exec(surgery.field(row, 'plan'))?.[1] ?? '';
  surgery.track(row, 'plan', { old: before.slice(0, 2), now: '朱', author: '部長', behind: '・' });
  const path = join(folder, '朱書き.docx');
  writeFileSync(path, surgery.bytes());
  return { path, before };
}

describe('sengen bring-back', () => {
  test('prints the agreed shape, and takes all over with --accept all', async () => {
    const { path, before } = await markedFile();
    const first = await runSengenHere('bring-back', library, path, '--json');
    expect(first.code).toBe(0);
    const said = JSON.parse(first.stdout) as Suggested;
    expect(said).toMatchObject({ revision: 1, unplaced: [] });
    expect(said.suggestions).toMatchObject([
      {
        row: 1,
        field: 'plan',
        kind: 'edit',
        author: '部長',
        date: '2026-04-20T10:00:00Z',
        before: `・${before}`,
        after: `・朱${before.slice(2)}`,
        comment: null,
      },
    ]);
    const second = await runSengenHere('bring-back', library, path, '--accept', 'all', '--json');
    expect(second.code).toBe(0);
    expect((JSON.parse(second.stdout) as Suggested).suggestions).toMatchObject([{ state: 'accepted' }]);
    const json = join(folder, '結果.json');
    await runSengenHere('export', library, json);
    expect(readFileSync(json, 'utf8')).toContain(`朱${before.slice(2)}`);
  });

  test('refuses what is no file of ours with exit code 2', async () => {
    const path = join(folder, '文書.docx');
    writeFileSync(path, 'ただの文');
    const ran = await runSengenHere('bring-back', library, path, '--json');
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain('Word のファイル');
    expect((await runSengenHere('bring-back', library, path, '--accept', 'some')).code).toBe(2);
  });
});

describe('sengen verify', () => {
  test('answers 0 for the same text, 1 where it differs, 2 for a file from elsewhere', async () => {
    const same = await runSengenHere('verify', library, exported, '--json');
    expect(same.code).toBe(0);
    expect(JSON.parse(same.stdout)).toMatchObject({
      status: 'same-text',
      revision: 1,
      cells: [],
      comments: [],
      changes: [],
    });
    const { path, before } = await markedFile();
    const differs = await runSengenHere('verify', library, path, '--json');
    expect(differs.code).toBe(1);
    expect(JSON.parse(differs.stdout)).toMatchObject({
      status: 'differs',
      cells: [{ row: 1, field: 'plan', before: `・${before}`, after: `・朱${before.slice(2)}` }],
      changes: [
        { row: 1, field: 'plan' },
        { row: 1, field: 'plan' },
      ],
    });
    const foreign = await WordSurgery.open(readFileSync(exported));
    foreign.parts.set(
      'docProps/custom.xml',
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
    );
    writeFileSync(path, foreign.withoutBookmarks().bytes());
    const unknown = await runSengenHere('verify', library, path, '--json');
    expect(unknown.code).toBe(2);
    expect(JSON.parse(unknown.stdout)).toMatchObject({
      status: 'unknown',
      revision: null,
      why: expect.stringContaining('書き出した報告ではありません') as string,
    });
  });
});
