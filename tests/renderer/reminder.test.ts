import { expect, test } from 'vitest';
import { missingParts } from '../../shared/model/completeness.ts';
import { reportForm } from '../../shared/model/forms/official-form.ts';
import { emptyInitiative } from '../../shared/model/report.ts';
import { boardOf } from '../../shared/model/states/board.ts';
import { reminderText } from '../../renderer/state/states/reminder.ts';

test('a reminder says to the section what is still to come, row by row, and by when', () => {
  const rows = [
    { ...emptyInitiative('row1'), section: '窓口課', title: '窓口の改善' },
    {
      ...emptyInitiative('row2'),
      section: '窓口課',
      title: '相談の充実',
      standing: { state: 'returned' as const, reason: '単位が違います' },
    },
    {
      ...emptyInitiative('row3'),
      section: '窓口課',
      title: '終わったもの',
      standing: { state: 'confirmed' as const },
    },
  ];
  const [section] = boardOf({
    rows,
    lacks: (row) => missingParts(row, reportForm),
    conflicts: new Map([['row2', 2]]),
    comments: new Map(),
  });
  const asked = { report: '令和8年度 達成状況報告', deadline: '令和9年4月20日', form: reportForm };
  expect(reminderText(section!, asked)).toBe(
    [
      '窓口課 御中',
      '',
      '令和8年度 達成状況報告の提出状況をお知らせします。',
      '提出期限：令和9年4月20日',
      '',
      '・No.1 窓口の改善：未提出、取組内容が未記入 ほか4件',
      '・No.2 相談の充実：差戻し（単位が違います）、取組内容が未記入 ほか4件、食い違い 2',
      '',
      '御確認の上、御提出をお願いします。',
    ].join('\n'),
  );
});
