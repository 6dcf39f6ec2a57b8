import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../shared/model/apply-edit.ts';
import { checkReport } from '../../shared/model/checks/check-report.ts';
import { editsOfFixes, fixesIn } from '../../shared/model/checks/fixes.ts';
import { defaultCheckSettings } from '../../shared/model/checks/settings.ts';
import { writingChecks } from '../../shared/model/checks/writing/writing-rules.ts';
import type { Report } from '../../shared/model/report.ts';
import { must } from '../support/must.ts';
import { readReportFile } from '../support/read-report-file.ts';
import { sampleReport } from '../support/real-report.ts';

const sample = readReportFile(sampleReport);
const [first, second, ...others] = sample.initiatives;
const target = { ...first!.targets[0]!, value: '1200 件', note: 'ﾃｽﾄ' };
const report: Report = {
  ...sample,
  initiatives: [
    {
      ...first!,
      plan: ['相談を行ない、3カ所で行ないます。', '手続きの取り組みを進めます。'],
      targets: [target],
    },
    { ...second!, direction: ['改定を行ないます'] },
    ...others,
  ],
};
const findings = checkReport(report, [], defaultCheckSettings, writingChecks);

describe('fixes of a whole report', () => {
  test('are put in all at once, each at its place', () => {
    const { texts, left } = fixesIn(report, findings);
    expect(texts.map(({ text }) => text)).toEqual([
      '相談を行い、3か所で行います。',
      '手続の取組を進めます。',
      'テスト',
      '1200件',
      '改定を行います。',
    ]);
    // The comma would stand in the same characters as the space: it is found again.
    expect(left.map(({ rule }) => rule)).toEqual(['number-comma']);
  });

  test('are edits that leave nothing to find after a second round', () => {
    let now = report;
    for (let round = 0; round < 2; round += 1) {
      const found = checkReport(now, [], defaultCheckSettings, writingChecks);
      now = must(applyEdits(now, editsOfFixes(now, found)));
    }
    expect(checkReport(now, [], defaultCheckSettings, writingChecks)).toEqual([]);
    expect(now.initiatives[0]!.targets[0]!.value).toBe('1,200件');
    expect(now.initiatives.slice(2)).toEqual(report.initiatives.slice(2));
  });

  test('of one kind alone change nothing else', () => {
    const one = findings.filter(({ rule }) => rule === 'okurigana-verb');
    expect(fixesIn(report, one).texts.map(({ text }) => text)).toEqual([
      '相談を行い、3カ所で行います。',
      '改定を行います',
    ]);
  });

  test('of a text that was changed meanwhile are left', () => {
    const changed = {
      ...report,
      initiatives: report.initiatives.map((row) => ({
        ...row,
        plan: row.plan.map((line) => `昨年、${line}`),
      })),
    };
    const { texts, left } = fixesIn(changed, findings);
    expect(texts.some(({ place }) => place.kind === 'paragraph' && place.field === 'plan')).toBe(false);
    expect(left.filter(({ rule }) => rule === 'okurigana-verb')).toHaveLength(2);
  });
});
