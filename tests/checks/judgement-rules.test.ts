import { describe, expect, test } from 'vitest';
import { checkReport } from '../../shared/model/checks/check-report.ts';
import { formerYear, madeReport, saidBy, type MadeRow } from './made-report.ts';

describe('what a council member would ask', () => {
  const missed: MadeRow = { target: { value: '100人' }, figures: [['参加者数', '60人']] };

  test('is what changes, when a target was missed and the direction is last year’s', () => {
    const ask = (now: MadeRow, then: MadeRow): string[] =>
      saidBy('same-direction-after-miss', madeReport(2025, now), madeReport(2024, then));
    expect(ask(missed, missed)).toEqual([
      '目標に届かなかったのに、今後の方向性が令和6年度とほぼ同じです。何を変えますか。',
    ]);
    const other: MadeRow = { ...missed, direction: ['申込みを電子化し、休日の回を増やします。'] };
    expect(ask(other, missed)).toEqual([]);
    const met: MadeRow = { ...missed, figures: [['参加者数', '120人']] };
    expect(ask(met, missed)).toEqual([]);
  });

  test('is why a target was set that last year’s result reached already', () => {
    const then: MadeRow = { target: { value: '90人' }, figures: [['参加者数', '110人']] };
    const ask = (value: string, measure = '参加者数'): string[] =>
      saidBy(
        'target-not-above-last-year',
        madeReport(2025, { target: { value, measure } }),
        madeReport(2024, { ...then, target: { ...then.target, measure } }),
      );
    expect(ask('100人')).toEqual([
      '目標の「100人」は、令和6年度の実績「110人」で既に届いていた水準です。なぜこの目標ですか。',
    ]);
    expect(ask('110人')).toEqual([
      '目標の「110人」は、令和6年度の実績「110人」と同じです。なぜこの目標ですか。',
    ]);
    expect(ask('120人')).toEqual([]);
    expect(ask('100人', '事故の負傷者数')).toEqual([]);
    expect(ask('120人', '事故の負傷者数')).toHaveLength(1);
    expect(ask('100回')).toEqual([]);
  });

  test('is why a target stands for the third year', () => {
    const year = (fiscalYear: number, value: string) => madeReport(fiscalYear, { target: { value } });
    const ask = (...values: readonly string[]): string[] =>
      saidBy(
        'same-target-three-years',
        year(2025, '100人'),
        ...values.map((value, at) => year(2024 - at, value)),
      );
    expect(ask('１００ 人', '100人')).toEqual([
      '目標の「100人」は3年続けて同じです。見直しは検討しましたか。',
    ]);
    expect(ask('100人', '90人')).toEqual([]);
    expect(ask('100人')).toEqual([]);
  });

  test('is what was done this year, when the sentence is last year’s', () => {
    const told = (text: string): MadeRow => ({ results: [text] });
    const ask = (now: string, then: string): string[] =>
      saidBy('outcome-like-last-year', madeReport(2025, told(now)), madeReport(2024, told(then)));
    const text = '令和6年度は地区ごとに教室を開き、延べ12の団体と一緒に交通安全を呼びかけました。';
    expect(ask(text.replace('6年度', '7年度'), text)).toHaveLength(1);
    expect(ask('高校の通学路で警察署と点検を行い、危ない交差点の地図を作りました。', text)).toEqual([]);
    expect(ask('教室を開きました。', '教室を開きました。')).toEqual([]);
  });

  test('is how many, when an activity is told and a number was promised', () => {
    const ask = (statement: string, value: string | null): string[] =>
      saidBy('activity-as-outcome', madeReport(2025, { target: { value }, outcome: { statement } }));
    expect(ask('自転車教室を開催しました。', '100人')).toEqual([
      '目標は「100人」ですが、「開催しました」とだけあります。結果はいくつでしたか。',
    ]);
    expect(ask('自転車教室を開催し、120人が参加しました。', '100人')).toEqual([]);
    expect(ask('自転車教室を開催しました。', null)).toEqual([]);
  });

  test('is asked in a list of its own: hints, every one', () => {
    const found = checkReport(madeReport(2025, missed), [formerYear(madeReport(2024, missed))]);
    const asked = found.filter(({ family }) => family === 'judgement');
    expect(asked.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['same-direction-after-miss', 'hint'],
    ]);
  });
});
