import { describe, expect, test } from 'vitest';
import { suggestGrade } from '../../shared/model/verdicts/suggest-grade.ts';
import { outcomeDraft } from '../../shared/words/outcome-draft.ts';
import { emptyInitiative, type Initiative, type Target, type Verdict } from '../../shared/model/report.ts';

const target = (id: string, change: Partial<Target> = {}): Target => ({
  id,
  measure: '回覧を電子化した町内会の数',
  note: null,
  value: '10団体',
  verdict: null,
  ...change,
});

function row(
  targets: readonly Target[],
  ...outcomes: readonly (readonly [string, string, string | null])[]
): Initiative {
  return {
    ...emptyInitiative('row1drafts'),
    targets: [...targets],
    outcomes: outcomes.map(([of, statement, value], at) => ({
      id: `outcome${at}drafts`,
      statement,
      asOf: null,
      figures: value === null ? [] : [{ label: null, value }],
      targets: [of],
    })),
  };
}

describe('the draft of an outcome’s sentence', () => {
  const said = (verdict: Verdict, statement: string): Initiative =>
    row([target('target1one', { measure: '講座の回数', verdict })], ['target1one', statement, null]);

  test('ends as this report ends such sentences, of the same verdict', () => {
    const rows = [
      said('achieved', '講座の回数については、目標どおりとなりました。'),
      said('achieved', '講座の回数については、目標どおりとなりました。'),
      said('not-achieved', '講座の回数は、目標に届きませんでした。'),
    ];
    const one = target('target2two');
    expect(outcomeDraft(one, 'achieved', rows)).toBe(
      '回覧を電子化した町内会の数については、目標どおりとなりました。',
    );
    expect(outcomeDraft(one, 'not-achieved', rows)).toBe(
      '回覧を電子化した町内会の数は、目標に届きませんでした。',
    );
    expect(outcomeDraft(one, 'partly-achieved', rows)).toBe(
      '回覧を電子化した町内会の数は、目標の一部を達成しました。',
    );
  });

  test('takes over no figure and nothing of another thing, and follows である', () => {
    const rows = [
      said('achieved', '講座の回数は、目標の3回を達成しました。'),
      said('achieved', '講座の参加者が増え、目標を達成した。'),
      said('achieved', '講座を開いた。'),
    ];
    expect(outcomeDraft(target('target2two'), 'achieved', rows)).toBe(
      '回覧を電子化した町内会の数は、目標を達成した。',
    );
  });

  test('is none where the target’s words can’t be what a sentence is about', () => {
    expect(outcomeDraft(target('target2two', { measure: '計画を改める' }), 'achieved', [])).toBeNull();
    expect(outcomeDraft(target('target2two', { measure: ' ' }), 'achieved', [])).toBeNull();
    expect(outcomeDraft(target('target2two'), 'not-assessable', [])).toBeNull();
  });
});

describe('the grade of a row', () => {
  const grades = (...signs: readonly string[]) => ({
    label: '達成度',
    choices: signs.map((sign) => ({ sign, label: sign })),
  });
  const year = { fiscalYear: 2025 };
  const two = row(
    [target('target1one'), target('target2two', { measure: '参加者の数', value: '100人' })],
    ['target1one', '電子化しました。', '12団体'],
    ['target2two', '参加がありました。', '90人'],
  );

  test('is that of the target that came least far, on the form’s own scale', () => {
    expect(suggestGrade(grades('A', 'B', 'C', 'D', 'E'), two, year)).toEqual({ sign: 'C', rate: 0.9 });
    expect(suggestGrade(grades('◎', '○', '△', '×'), two, year)).toEqual({ sign: '△', rate: 0.9 });
  });

  test('is none on an unknown scale, of a field that is no grade, or where a target has no rate', () => {
    expect(suggestGrade(grades('松', '竹', '梅'), two, year)).toBeNull();
    expect(suggestGrade({ ...grades('A', 'B', 'C'), label: '難易度' }, two, year)).toBeNull();
    const open = row(
      [...two.targets, target('target3tri', { value: null })],
      ['target1one', '電子化しました。', '12団体'],
    );
    expect(suggestGrade(grades('A', 'B', 'C', 'D', 'E'), open, year)).toBeNull();
  });
});
