import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyInitiative, type Initiative, type Outcome, type Target } from '../../shared/model/report.ts';
import { gradeOf, isSound, knownScales, scaleOf } from '../../shared/model/verdicts/grade-scale.ts';
import { joinedVerdict, suggestVerdict } from '../../shared/model/verdicts/suggest-verdict.ts';
import { reasonSentence } from '../../shared/words/verdict-sentences.ts';
import { howMany } from '../support/how-many.ts';
import { readReportFile } from '../support/read-report-file.ts';
import { reportFiles } from '../support/real-report.ts';

const runs = { numRuns: howMany({ usual: 150, long: 20_000 }) };
const year = { fiscalYear: 2025 };
const ranks = { 'not-assessable': -1, 'not-achieved': 0, 'partly-achieved': 1, achieved: 2 } as const;

/** A row with one target and one outcome. */
function row(target: Partial<Target>, outcome: Partial<Outcome>): Initiative {
  return {
    ...emptyInitiative('row1'),
    targets: [{ id: 'tar1', measure: '参加者数', note: null, value: null, verdict: null, ...target }],
    outcomes: [{ id: 'out1', statement: '', asOf: null, figures: [], targets: ['tar1'], ...outcome }],
  };
}

function suggested(value: string | null, actual: string, measure = '参加者数', statement = '') {
  const one = row(
    { value, measure },
    { statement, figures: actual === '' ? [] : [{ label: null, value: actual }] },
  );
  return suggestVerdict(one.targets[0]!, one, year);
}

describe('the verdict that is suggested', () => {
  test.each(reportFiles())('agrees with a reader on every target of $name', ({ path }) => {
    const report = readReportFile(path);
    const all = report.initiatives.flatMap((row, at) =>
      row.targets.map((target) => ({
        row: at + 1,
        author: target.verdict,
        ...suggestVerdict(target, row, { fiscalYear: report.fiscalYear }),
      })),
    );
    expect(all).toHaveLength(20);
    expect(all.filter(({ author, suggested }) => author !== suggested)).toEqual([]);
    expect(all.filter(({ suggested }) => suggested === 'achieved')).toHaveLength(14);
    expect(all.filter(({ rate }) => rate !== null)).toHaveLength(8);
    const byRow = Map.groupBy(all, ({ row }) => row);
    const joined = [...byRow].map(([row, each]) => [
      row,
      joinedVerdict(each.map(({ suggested }) => suggested)),
    ]);
    expect(joined.filter(([, verdict]) => verdict === 'partly-achieved').map(([row]) => row)).toEqual([
      4, 8,
    ]);
    expect(joined.filter(([, verdict]) => verdict === 'not-achieved').map(([row]) => row)).toEqual([
      5, 13, 14,
    ]);
  });

  test.each([
    // What is promised, what came of it, what is measured, the verdict, the rate.
    ['550件', '594件', '相談件数', 'achieved', 1.08],
    ['550件', '540件', '相談件数', 'partly-achieved', 0.98],
    ['100件', '59件', '相談件数', 'not-achieved', 0.59],
    ['2自治会(計20自治会)', '3自治会(計19自治会)', '自治会の数', 'partly-achieved', 1.5],
    ['1カ所(2台)', '1か所・2台', 'カメラの設置', 'achieved', 1],
    ['1か所(2台)', '累計 9か所・17台', 'カメラの設置', 'not-assessable', null],
    ['約5,400基', '5,380基', '灯の交換', 'achieved', 0.99],
    ['約5,400基', '5,340基', '灯の交換', 'partly-achieved', 0.98],
    ['年間 10日', '10日開催', '教室の開催', 'achieved', 1],
    ['5件以下', '4件', '苦情', 'achieved', 1.25],
    ['5件以下', '6件', '苦情', 'partly-achieved', 0.83],
    ['5件未満', '5件', '苦情', 'partly-achieved', 1],
    ['120件', '100件', '交通事故の発生件数', 'achieved', 1.2],
    ['120件', '150件', '交通事故の発生件数', 'partly-achieved', 0.8],
    ['5%', '6%', 'ごみ排出量の削減', 'achieved', 1.2],
    ['3件', '3件', '交通事故防止教室', 'achieved', 1],
    ['1km', '1,200m', '歩道の延長', 'achieved', 1.2],
    ['1.5億円', '120百万円', '寄附の額', 'partly-achieved', 0.8],
    ['10〜20人', '15人', '受講者', 'achieved', 1.5],
    ['10〜20人', '25人', '受講者', 'partly-achieved', 2.5],
    ['△3.2%', '△4.0%', '経費の伸び', 'achieved', 1.25],
    ['前年比5%減', '7%減', 'ごみの量', 'achieved', 1.4],
    ['前年比5%減', '2%増', 'ごみの量', 'not-achieved', null],
    ['10%減(前年度 200件)', '170件', '苦情の件数', 'achieved', 1.5],
    ['3人に1人', '40%', '健診の受診', 'achieved', 1.2],
    ['0件', '0件', '重大事故の件数', 'achieved', null],
    ['60人', '65人(前年度 80人)', '受講者', 'achieved', 1.08],
    ['60人', '40人', '受講者', 'partly-achieved', 0.66],
    ['60人', '70件', '受講者', 'not-assessable', null],
  ] as const)('of %s with %s (%s) is %s', (value, actual, measure, verdict, rate) => {
    const suggestion = suggested(value, actual, measure);
    expect(suggestion.suggested).toBe(verdict);
    if (rate === null) expect(suggestion.rate).toBeNull();
    else expect(Math.floor((suggestion.rate ?? NaN) * 100 + 1e-6) / 100).toBe(rate);
  });

  test.each([
    ['計画の策定', '計画を策定し、公表しました。', 'achieved'],
    ['計画の策定', '計画の策定には至りませんでした。', 'not-achieved'],
    ['計画の策定', '計画の策定に向けて協議を進めました。', 'partly-achieved'],
    ['計画の策定', '計画の策定を翌年度に延期しました。', 'not-achieved'],
    ['計画の策定', '素案を作成しましたが、策定には至りませんでした。', 'partly-achieved'],
    ['方針の検討', '方針を検討しました。', 'achieved'],
    ['方針の決定', '方針を検討しました。', 'partly-achieved'],
    ['講座の実施', '講座を概ね計画どおり実施しました。', 'partly-achieved'],
    ['重大事故の件数', '重大事故は発生しませんでした。', 'achieved'],
    ['条例の改正', '条例の一部改正を行いました。', 'achieved'],
    ['窓口の運営', '窓口を円滑に運営しました。', 'achieved'],
    ['窓口の運営', '感染症の拡大により中止となりました。', 'not-achieved'],
    ['窓口の運営', '令和8年度も運営します。', 'not-assessable'],
    ['システムの導入', '目標達成', 'achieved'],
    ['システムの導入', '未実施', 'not-achieved'],
  ] as const)('of %s, told as "%s", is %s', (measure, statement, verdict) => {
    expect(suggested(null, '', measure, statement).suggested).toBe(verdict);
  });

  test('of what was promised for a day is not 達成 when it was done later', () => {
    const late = suggested('令和7年9月末まで', '', '窓口の開設', '令和7年12月に開設しました。');
    expect(late).toMatchObject({ suggested: 'partly-achieved', reason: { code: 'late' } });
    expect(reasonSentence(late)).toBe(
      '期限の「令和7年9月末まで」に対し「令和7年12月」とあるので、一部達成と読めます。',
    );
    for (const done of ['令和7年9月に開設しました。', '8月に開設しました。', '開設しました。']) {
      expect(suggested('令和7年9月末まで', '', '窓口の開設', done).suggested).toBe('achieved');
    }
  });

  test('has its reason in one sentence', () => {
    expect(reasonSentence(suggested('550件', '594件'))).toBe(
      '目標550件に対し実績594件（達成率108.0％）で、達成と読めます。',
    );
    expect(reasonSentence(suggested('5件以下', '4件', '苦情'))).toBe(
      '目標5件以下に対し実績4件（少ないほどよい目標、達成率125.0％）で、達成と読めます。',
    );
    expect(reasonSentence(suggested('60人', '70件'))).toContain('目標と同じ単位の実績値がなく');
    expect(reasonSentence(suggested('60人', ''))).toBe(
      '達成状況がまだ書かれていないので、判定できません。',
    );
  });

  test('never falls when more is reached, nor when less is where less is better', () => {
    const numbers = fc.record({
      goal: fc.nat(2000),
      one: fc.nat(3000),
      other: fc.nat(3000),
      prefix: fc.constantFrom('', '約', '年間 '),
    });
    fc.assert(
      fc.property(numbers, ({ goal, one, other, prefix }) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const rank = (value: string, actual: number): number =>
          ranks[suggested(value, `${actual}件`).suggested];
        expect(rank(`${prefix}${goal}件`, more)).toBeGreaterThanOrEqual(rank(`${prefix}${goal}件`, less));
        expect(rank(`${prefix}${goal}件以下`, less)).toBeGreaterThanOrEqual(
          rank(`${prefix}${goal}件以下`, more),
        );
      }),
      runs,
    );
  });

  test('is the same when less is better and target and result change places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (one, other) => {
        const higher = suggested(`${one}件以上`, `${other}件`);
        const lower = suggested(`${other}件以下`, `${one}件`);
        expect(lower.suggested).toBe(higher.suggested);
        expect(lower.rate).toBeCloseTo(higher.rate ?? NaN, 9);
      }),
      runs,
    );
  });

  test('is none from unlike units', () => {
    const units = fc.uniqueArray(
      fc.constantFrom('件', '人', 'か所', '%', '円', 'km', 'ha', '商店会', 't', '回'),
      {
        minLength: 2,
        maxLength: 2,
      },
    );
    fc.assert(
      fc.property(units, fc.nat(500), fc.nat(500), ([one, other], goal, actual) => {
        expect(suggested(`${goal}${one}`, `${actual}${other}`).suggested).toBe('not-assessable');
      }),
      runs,
    );
  });
});

describe('a scale of grades', () => {
  test('has thresholds that never overlap, and one grade for each rate', () => {
    expect(knownScales.filter((scale) => !isSound(scale))).toEqual([]);
    expect(
      isSound({
        grades: [
          { sign: 'A', from: 0.8 },
          { sign: 'B', from: 1 },
          { sign: 'C', from: null },
        ],
        unknown: null,
      }),
    ).toBe(false);
    fc.assert(
      fc.property(
        fc.constantFrom(...knownScales),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (scale, rate) => {
          const sign = gradeOf(scale, rate);
          const at = scale.grades.findIndex((grade) => grade.sign === sign);
          expect(at).toBeGreaterThanOrEqual(0);
          expect(rate).toBeGreaterThanOrEqual(scale.grades[at]?.from ?? 0);
          if (at > 0) expect(rate).toBeLessThan(scale.grades[at - 1]?.from ?? Infinity);
        },
      ),
      runs,
    );
  });

  test('is known by its signs', () => {
    expect(gradeOf(scaleOf(['A', 'B', 'C', 'D', 'E'])!, 1.08)).toBe('B');
    expect(gradeOf(scaleOf(['◎', '○', '△', '×'])!, 0.7)).toBe('△');
    expect(gradeOf(scaleOf(['計画以上', '計画通り', '計画未満', '評価不能'])!, 0.98)).toBe('計画通り');
    expect(gradeOf(scaleOf(['計画以上', '計画通り', '計画未満', '評価不能'])!, null)).toBe('評価不能');
    expect(scaleOf(['良', '可'])).toBeNull();
  });
});
