import { describe, expect, test } from 'vitest';
import { checkReport } from '../../../shared/model/checks/check-report.ts';
import { textRule } from '../../../shared/model/checks/rule.ts';
import {
  defaultCheckSettings,
  noStyle,
  type CheckSettings,
  type HouseStyle,
} from '../../../shared/model/checks/settings.ts';
import { reportForm } from '../../../shared/model/forms/official-form.ts';
import { findingSentence } from '../../../shared/words/finding-sentences.ts';
import { readReportFile } from '../../support/read-report-file.ts';
import { sampleReport } from '../../support/real-report.ts';

const sample = readReportFile(sampleReport);
const [first, ...others] = sample.initiatives;
const reportOf = (...plan: string[]) => ({ ...sample, initiatives: [{ ...first!, plan }, ...others] });

/** What is found in the plan of the first row: rule and words, and what would stand there. */
function found(plan: readonly string[], settings: Partial<CheckSettings>): string[] {
  return checkReport(reportOf(...plan), [], { ...defaultCheckSettings, ...settings }).flatMap(
    ({ rule, place, span, fix }) =>
      place.kind === 'paragraph' && place.row === first!.id && place.field === 'plan'
        ? [`${rule} ${span === null ? '' : (plan[place.at] ?? '').slice(...span)}→${fix ?? '?'}`]
        : [],
  );
}

const word = (write: string | null, ...instead: string[]) => ({ write, instead, note: null });

describe('the dictionary of an office', () => {
  test('says how a word is written, but breaks no verb, no name and no longer word', () => {
    const words = [
      word('子ども', '子供', 'こども'),
      word('取組', '取り組み'),
      word('サーバー', 'サーバ'),
      word(null, '障害'),
    ];
    const allowed = [{ word: '障害物', note: null }];
    expect(found(['子供の居場所をつくります。'], { words })).toEqual(['house-word 子供→子ども']);
    expect(found(['「子供の森」に取り組みます。'], { words })).toEqual([]);
    expect(found(['サーバーを更新します。', '新サーバを使います。'], { words })).toEqual([
      'house-word サーバ→サーバー',
    ]);
    expect(found(['障害物を除き、障害を調べます。'], { words, allowed })).toEqual(['house-word 障害→?']);
  });

  test('wins over every rule of writing', () => {
    const plan = ['関係者の取り組みを支援し、または電話で受け付けます。'];
    expect(found(plan, {})).toEqual(['okurigana-noun 取り組み→取組']);
    expect(found(plan, { words: [word('取り組み', '取組')] })).toEqual([]);
    expect(found(plan, { allowed: [{ word: '取り組み', note: '市の規程' }] })).toEqual([]);
    expect(found(plan, { words: [word('活動', '取り組み')] })).toEqual(['house-word 取り組み→活動']);
  });

  test('says nothing of what belongs to other families', () => {
    const counted = textRule({
      id: 'counted',
      family: 'figures',
      clause: null,
      severity: 'hint',
      findIn: () => [{ span: [0, 1] as const, facts: {} }],
    });
    const settings = { ...defaultCheckSettings, allowed: [{ word: '書', note: null }] };
    const findings = checkReport(reportOf('書きました。'), [], settings, [counted]);
    expect(findings.length).toBeGreaterThan(1);
    expect(findings).toEqual(checkReport(reportOf('書きました。'), [], defaultCheckSettings, [counted]));
  });

  test('tells its remark along with the word', () => {
    const settings = {
      ...defaultCheckSettings,
      words: [{ write: '子ども', instead: ['子供'], note: '子ども条例による' }],
    };
    const [finding] = checkReport(reportOf('子供を見守ります。'), [], settings);
    expect(findingSentence(finding!, reportForm)).toBe(
      '「子供」は、庁内の用語の決まりで「子ども」と書きます。（子ども条例による）',
    );
  });
});

describe('a form that the office has chosen', () => {
  const plan = ['３月に12回開き、5人が加わりました。', '２０か所で実施する。'];
  const inWriting = (style: Partial<HouseStyle>) =>
    found(plan, { style: { ...noStyle, ...style } }).map((one) =>
      one.replace(/^(?:digit-width|style-mixed) /u, ''),
    );

  test.each<[string, Partial<HouseStyle>, string[]]>([
    ['half', { digits: 'half' }, ['３→3', '２０→20']],
    ['full', { digits: 'full' }, ['12→１２', '5→５']],
    ['by length', { digits: 'by-length' }, ['5→５', '２０→20']],
  ])('of digits: %s', (_, style, fixes) => {
    expect(inWriting(style).filter((one) => /[0-9０-９]/u.test(one))).toEqual(fixes);
  });

  test('is held to where the document has more of the other', () => {
    expect(inWriting({ sentences: 'plain' })).toContain('ました→?');
    expect(inWriting({ sentences: 'polite' })).toContain('する→?');
    expect(
      found(['公園、緑地を整備しました。'], { style: { ...noStyle, punctuation: 'comma' } }),
    ).toContain('punctuation-kind 、→，');
    expect(found(['2030年に改定します。'], { style: { ...noStyle, years: 'era' } })).toEqual([
      'calendar-mixed 2030年→?',
    ]);
  });
});

describe('a finding that the office lets stand', () => {
  const plan = ['指針の改定を行ないます。', '点検を行ないます。'];
  const ignored = (row: string | null, field: 'plan' | 'results' | null, written = '行ない') => ({
    ignored: [{ rule: 'okurigana-verb', written, row, field, reason: '引用のため' }],
  });

  test('is told no more, here or anywhere', () => {
    expect(found(plan, {})).toHaveLength(2);
    expect(found(plan, ignored(null, null))).toEqual([]);
    expect(found(plan, ignored(first!.id, 'plan'))).toEqual([]);
  });

  test('is told elsewhere, and of other words', () => {
    expect(found(plan, ignored(others[0]!.id, null))).toHaveLength(2);
    expect(found(plan, ignored(first!.id, 'results'))).toHaveLength(2);
    expect(found(plan, ignored(null, null, '行なう'))).toHaveLength(2);
  });
});
