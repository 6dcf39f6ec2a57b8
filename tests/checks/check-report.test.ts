import { describe, expect, test } from 'vitest';
import { checkReport } from '../../shared/model/checks/check-report.ts';
import { ruleFamilies } from '../../shared/model/checks/finding.ts';
import { rule, textRule } from '../../shared/model/checks/rule.ts';
import { rules } from '../../shared/model/checks/rules.ts';
import { defaultCheckSettings } from '../../shared/model/checks/settings.ts';
import { reportForm } from '../../shared/model/forms/official-form.ts';
import { emptyInitiative, type Report } from '../../shared/model/report.ts';
import { findingSentence, ruleName, ruleReason } from '../../shared/words/finding-sentences.ts';
import { readReportFile } from '../support/read-report-file.ts';
import { sampleReport } from '../support/real-report.ts';

const sample = readReportFile(sampleReport);

/** Says where it finds the letter that no text of the sample holds. */
const marked = textRule({
  id: 'marked',
  family: 'writing',
  clause: null,
  severity: 'hint',
  findIn: ({ text }) =>
    [...text.matchAll(/◆/gu)].map(({ index }) => ({
      span: [index, index + 1] as const,
      facts: {},
      fix: '・',
    })),
});

describe('a report that is checked', () => {
  test('has what a row lacks among its findings, worded', () => {
    const [first, ...others] = sample.initiatives;
    const report = {
      ...sample,
      initiatives: [{ ...first!, direction: [], plan: ['書きました。', ''] }, ...others],
    };
    const findings = checkReport(report).filter(({ place }) => 'row' in place && place.row === first!.id);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['paragraph-empty', 'error'],
      ['field-empty', 'error'],
    ]);
    expect(findings.map((finding) => findingSentence(finding, reportForm))).toEqual([
      '取組内容の2項目めが未記入です。',
      '今後の取組の方向性が未記入です。',
    ]);
    expect(findings[0]?.place).toEqual({ kind: 'field', row: first!.id, field: 'plan', at: 1 });
  });

  test('is read from its top down, whatever the order of the rules', () => {
    const report: Report = {
      ...sample,
      department: '◆部',
      initiatives: sample.initiatives.map((row) => ({
        ...row,
        title: `◆${row.title}◆`,
        plan: [...row.plan, '', '◆'],
        targets: row.targets.map((target) => ({ ...target, measure: `◆${target.measure}` })),
        own: { xnote: ['一', '◆'] },
      })),
    };
    const found = checkReport(report, [], defaultCheckSettings, [
      marked,
      ...rules.filter(({ family }) => family === 'complete'),
    ]);
    const [heading, ...inRows] = found;
    expect(heading?.place).toEqual({ kind: 'heading', field: 'department' });
    const row = sample.initiatives[0]!;
    expect(
      inRows
        .filter(({ place }) => 'row' in place && place.row === row.id)
        .map(({ place, span }) => [place.kind, 'at' in place ? place.at : null, span?.[0] ?? null]),
    ).toEqual([
      ['line', null, 0],
      ['line', null, row.title.length + 1],
      ['field', 1, null],
      ['paragraph', 2, 0],
      ['target', 0, 0],
      ['paragraph', 1, 0],
    ]);
    const rowsInOrder = inRows.map(({ place }) => ('row' in place ? place.row : ''));
    expect([...new Set(rowsInOrder)]).toEqual(sample.initiatives.map(({ id }) => id));
  });

  test('is asked nothing by a rule that the office turned off, and weighed as it wants', () => {
    const report = { ...sample, initiatives: [emptyInitiative('row1')] };
    const severityWith = (settings: Record<string, 'off' | 'hint'>) =>
      checkReport(report, [], { ...defaultCheckSettings, rules: settings })
        .filter(({ rule }) => rule === 'row-unwritten')
        .map(({ severity }) => severity);
    expect(severityWith({})).toEqual(['error']);
    expect(severityWith({ 'row-unwritten': 'hint' })).toEqual(['hint']);
    expect(severityWith({ 'row-unwritten': 'off' })).toEqual([]);
  });

  test('goes on from former years alone, the newest first', () => {
    const years = [sample.fiscalYear - 2, sample.fiscalYear + 1, sample.fiscalYear - 1, sample.fiscalYear];
    const seen: number[] = [];
    const looks = rule({
      id: 'looks',
      family: 'judgement',
      clause: null,
      severity: 'hint',
      find: ({ former }) => {
        seen.push(...former.map((year) => year.report.fiscalYear));
        return [];
      },
    });
    const former = years.map((fiscalYear) => ({ report: { ...sample, fiscalYear }, goesOn: new Map() }));
    checkReport(sample, former, defaultCheckSettings, [looks]);
    expect(seen).toEqual([sample.fiscalYear - 1, sample.fiscalYear - 2]);
  });
});

describe('the list of rules', () => {
  test('calls each by one name of its own, and says why it asks', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids.map(ruleName)).size).toBe(ids.length);
    for (const { id, family } of rules) {
      expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
      expect(ruleFamilies).toContain(family);
      expect(ruleReason(id)).toMatch(/。$/u);
    }
  });
});
