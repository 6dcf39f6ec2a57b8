import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { supportText, withoutTexts, type SupportFacts } from '../../shared/words/support-text.ts';
import '../support/random-runs.ts';

const facts: SupportFacts = {
  version: '1.2.3',
  shell: 'desktop',
  runtimes: ['Electron 45.5.0', 'Node.js 24.21.0'],
  system: 'Windows_NT 10.0.26100 x64',
  memory: { all: 8 * 1024 ** 3, free: 1024 ** 3 },
  at: '2026-11-30T03:00:00.000Z',
  library: {
    size: 3 * 1024 ** 2,
    isReadOnly: false,
    isBackup: false,
    reports: 2,
    rows: 31,
    steps: 420,
    backups: ['20261130-120000', '20261129-173000'],
  },
  libraryFailure: null,
  faults: [
    {
      at: '2026-11-29T08:00:00.000Z',
      reference: 'k3j5h2aa',
      request: 'reports.export',
      error:
        'SyntaxError: Unexpected token \'待\', "待機児童をなくします" is not valid JSON\n' +
        '    at read (file:///C:/Users/山田 太郎/AppData/Local/Programs/Sengen/resources/app.asar/out/main/chunks/do-job-X.js:10:3)',
    },
  ],
};

describe('what is told to who helps', () => {
  test('says program, PC, library in figures and faults', () => {
    const text = supportText(facts);

    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'Sengen: 1.2.3（デスクトップ）',
        '動かしているもの: Electron 45.5.0、Node.js 24.21.0',
        'パソコン: Windows_NT 10.0.26100 x64、メモリー 8,192 MB（空き 1,024 MB）',
        '開いているファイル: 3 MB',
        '中身: 報告 2件、取組 31件、操作の記録 420件',
        'このファイルの控え: 2件（最後は 20261130-120000）',
        '- 2026-11-29T08:00:00.000Z k3j5h2aa reports.export',
        '  at read (…/do-job-X.js:10:3)',
      ]),
    );
  });

  test('says nothing of what somebody wrote, of who they are and where their files stand', () => {
    const text = supportText(facts);

    for (const secret of ['待機児童', '山田', '太郎', 'Users', 'AppData'])
      expect(text).not.toContain(secret);
  });

  test.each([
    ["ENOENT: no such file, open 'C:\\Users\\Taro Yamada\\Desktop\\R7.sengen'", 'Taro', 'R7.sengen'],
    [
      "EACCES: permission denied, rename '/home/taro/R7/a.docx' -> '/home/taro/R7/b.docx'",
      'taro',
      'b.docx',
    ],
    ['EBUSY: \\\\server01\\kankyo\\R7\\report.docx', 'server01', 'report.docx'],
    ['UNIQUE constraint failed: steps.id', 'none', 'UNIQUE constraint failed: steps.id'],
  ])('of %s the name of the file stays', (error, secret, kept) => {
    expect(withoutTexts(error)).not.toContain(secret);
    expect(withoutTexts(error)).toContain(kept);
  });

  test('lets no Japanese text of any error through', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.stringMatching(/^[ぁ-ん一-龠ァ-ヶ]{2,8}$/u),
        fc.string(),
        (before, text, after) => {
          expect(withoutTexts(`${before}${text}${after}`)).not.toMatch(/[ぁ-ん一-龠ァ-ヶ]/u);
        },
      ),
    );
  });

  test('without an open library it says why', () => {
    expect(supportText({ ...facts, library: null, libraryFailure: 'library-damaged' })).toContain(
      '開いているファイル: なし（library-damaged）',
    );
  });
});
