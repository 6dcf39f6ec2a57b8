import { describe, expect, test } from 'vitest';
import { checkReport } from '../../shared/model/checks/check-report.ts';
import { readReportFile } from '../support/read-report-file.ts';
import { reportFiles } from '../support/real-report.ts';
import { madeReport, saidBy, spansOf, type MadeRow } from './made-report.ts';

/** Rules of figures, each with rows that it finds something in (and what it says), and rows that are fine. */
const cases: Record<
  string,
  { readonly found: readonly (readonly [MadeRow, string])[]; readonly fine: readonly MadeRow[] }
> = {
  'words-against-figures': {
    found: [
      [
        {
          target: { value: '550人' },
          outcome: { statement: '参加者数は、目標を達成しました。' },
          figures: [[null, '540人']],
        },
        '「達成しま」とありますが、目標550人に対し実績540人です（達成率98.1％）。',
      ],
      [
        {
          target: { value: '100人' },
          outcome: { statement: '概ね目標を達成しました。' },
          figures: [[null, '70人']],
        },
        '「概ね」とありますが、目標100人に対し実績70人です（達成率70.0％）。',
      ],
      [
        {
          target: { value: '100人' },
          outcome: { statement: '目標は達成できませんでした。' },
          figures: [[null, '120人']],
        },
        '「達成できません」とありますが、目標100人に対し実績120人です（達成率120.0％）。',
      ],
      [
        {
          target: { value: '2か所(3台)', measure: 'カメラの設置' },
          outcome: { statement: '目標を上回りました。' },
          figures: [[null, '2か所・2台']],
        },
        '「目標を上回」とありますが、目標3台に対し実績2台です（達成率66.6％）。',
      ],
    ],
    fine: [
      {
        target: { value: '550人' },
        outcome: { statement: '目標を達成しました。' },
        figures: [[null, '594人']],
      },
      {
        target: { value: '100人' },
        outcome: { statement: '概ね達成しました。' },
        figures: [[null, '95人']],
      },
      {
        target: { value: '100人' },
        outcome: { statement: '目標には届きませんでした。' },
        figures: [[null, '70人']],
      },
      {
        target: { value: '100人' },
        outcome: { statement: '目標を一部達成しました。' },
        figures: [[null, '70人']],
      },
      {
        target: { value: '5件以下', measure: '苦情' },
        outcome: { statement: '目標を達成しました。' },
        figures: [[null, '3件']],
      },
      { target: { value: '実施' }, outcome: { statement: '達成しました。' }, figures: [[null, '3件']] },
    ],
  },
  'verdict-against-figures': {
    found: [
      [
        { target: { value: '100人', verdict: 'achieved' }, figures: [[null, '70人']] },
        '達成目標 1 の判定は「達成」ですが、目標100人・実績70人からは「一部達成」と読めます。理由があれば達成状況に書き添えます。',
      ],
    ],
    fine: [
      { target: { value: '100人', verdict: 'achieved' }, figures: [[null, '100人']] },
      { target: { value: '100人' }, figures: [[null, '70人']] },
      { target: { value: '100人', verdict: 'not-assessable' }, figures: [[null, '70件']] },
    ],
  },
  'figures-disagree': {
    found: [
      [
        { outcome: { statement: '参加者は594人でした。' }, figures: [['参加者数', '549人']] },
        '文では「594人」、実績値では「549人」となっています。どちらが正しいか確かめてください。',
      ],
    ],
    fine: [
      { outcome: { statement: '参加者は594人でした。' }, figures: [['参加者数', '594人']] },
      { outcome: { statement: '目標の550人に対し594人でした。' }, figures: [['参加者数', '594人']] },
      { outcome: { statement: '新たに3か所に設けました。' }, figures: [['累計', '17か所']] },
      { outcome: { statement: '前年度の520人から増えました。' }, figures: [['参加者数', '594人']] },
      { outcome: { statement: '600人余りが参加しました。' }, figures: [['参加者数', '612人']] },
      { outcome: { statement: '大人30人、子ども20人でした。' }, figures: [['参加者数', '50人']] },
    ],
  },
  'total-not-sum': {
    found: [
      [
        { figures: [[null, '男性12人、女性13人、計26人']] },
        '「計26人」とありますが、内訳を足すと25になります。',
      ],
      [
        { results: ['小学校11校、中学校5校、合計17校で行いました。'] },
        '「合計17校」とありますが、内訳を足すと16になります。',
      ],
    ],
    fine: [
      { figures: [[null, '男性12人、女性13人、計25人']] },
      { figures: [[null, '9町内会(計23町内会)']] },
      { results: ['講座5回と見学会2回に計140人が参加しました。'] },
    ],
  },
  'total-not-growth': {
    found: [
      [
        { target: { value: '4団体(計18団体)', measure: '団体の数' }, figures: [[null, '9団体(計24団体)']] },
        '目標（4団体・計18団体）からは年度の初めが14、実績（9団体・計24団体）からは15となり、合いません。',
      ],
    ],
    fine: [
      { target: { value: '4団体(計18団体)', measure: '団体の数' }, figures: [[null, '9団体(計23団体)']] },
      { target: { value: '4団体', measure: '団体の数' }, figures: [[null, '9団体(計24団体)']] },
      {
        target: { value: '約40団体(計180団体)', measure: '団体の数' },
        figures: [[null, '38団体(計179団体)']],
      },
    ],
  },
  'units-differ': {
    found: [
      [
        { target: { value: '100人' }, figures: [['開催', '12回']] },
        '目標は「100人」ですが、実績値「12回」は単位が違うため比べられません。',
      ],
    ],
    fine: [
      { target: { value: '100名' }, figures: [['参加', '120人']] },
      { target: { value: '2か所' }, figures: [['累計', '9箇所']] },
      { target: { value: '実施' }, figures: [['開催', '12回']] },
    ],
  },
  'unit-unlike-name': {
    found: [
      [
        { target: { measure: 'カードの交付枚数', value: '8,000件' }, outcome: { figures: [] } },
        '「カードの交付枚数」の数値が「8,000件」となっています。単位は「枚」ではありませんか。',
      ],
    ],
    fine: [
      { target: { measure: 'カードの交付枚数', value: '8,000枚' } },
      { target: { measure: '参加者数', value: '80名' } },
      { target: { measure: '参加団体の総数', value: '8団体' } },
    ],
  },
  'percentage-above-bound': {
    found: [
      [{ target: { measure: '受診率', value: '105%' } }, '「受診率」が105%で、100％を超えています。'],
      [{ figures: [['女性委員の割合', '423%']] }, '「女性委員の割合」が423%で、100％を超えています。'],
    ],
    fine: [
      { target: { measure: '受診率', value: '100%' } },
      { target: { measure: '計画の達成率', value: '105%' } },
      { figures: [['前年比', '112%']] },
    ],
  },
  'order-of-magnitude': {
    found: [
      [
        { target: { value: '800人' }, figures: [[null, '8,412人']] },
        '目標800人に対し実績8,412人で、約11倍です。桁を確かめてください。',
      ],
      [
        { target: { value: '3,000千円', measure: '寄附の額' }, figures: [[null, '300円']] },
        '目標3,000千円に対し実績300円で、約10000分の1です。桁を確かめてください。',
      ],
    ],
    fine: [
      { target: { value: '2人' }, figures: [[null, '30人']] },
      { target: { value: '800人' }, figures: [[null, '1,600人']] },
      { target: { value: '0件', measure: '苦情' }, figures: [[null, '0件']] },
    ],
  },
  'as-of-outside-year': {
    found: [
      [
        { outcome: { asOf: '令和7年3月31日時点' }, figures: [['参加', '12人']] },
        '時点が「令和7年3月31日時点」で、令和7年度の期間の外です。',
      ],
      [
        { outcome: { asOf: '令和6年度実績' }, figures: [['参加', '12人']] },
        '時点が「令和6年度実績」で、令和7年度の期間の外です。',
      ],
    ],
    fine: [
      { outcome: { asOf: '令和8年3月31日時点' } },
      { outcome: { asOf: '令和8年4月1日現在' } },
      { outcome: { asOf: '令和7年度' } },
      { outcome: { asOf: '3月末現在' } },
    ],
  },
};

describe.each(Object.entries(cases))('%s', (rule, { found, fine }) => {
  test('finds what does not agree', () => {
    for (const [row, sentence] of found) expect(saidBy(rule, madeReport(2025, row))).toEqual([sentence]);
  });

  test('is silent where all agrees', () => {
    for (const row of fine) expect(saidBy(rule, madeReport(2025, row)), JSON.stringify(row)).toEqual([]);
  });
});

test('a word that says too much is found at its place', () => {
  const row: MadeRow = {
    target: { value: '550人' },
    outcome: { statement: '参加者数は、概ね達成しました。' },
    figures: [[null, '300人']],
  };
  expect(spansOf('words-against-figures', madeReport(2025, row))).toEqual(['概ね']);
});

test('a figure of last year that last year’s report does not have is told, in a text and in a field of that name', () => {
  const former = madeReport(2024, { figures: [['参加者数', '520人']] });
  const said = (row: MadeRow): string[] => saidBy('differs-from-last-year', madeReport(2025, row), former);
  expect(said({ target: { value: '550人', note: '前年度 502人' } })).toEqual([
    '「前年度 502人」とありますが、令和6年度の報告では「520人」でした。',
  ]);
  expect(said({ target: { value: '550人', note: '前年度 520人' } })).toEqual([]);
  expect(said({ target: { value: '550人', note: '前年度 12回' } })).toEqual([]);
});

describe('what completeness asks of figures', () => {
  const dated: MadeRow = { outcome: { asOf: '令和8年3月31日時点' }, figures: [['参加者数', '12人']] };

  test('is since when they stand, where others say it', () => {
    const bare: MadeRow = { figures: [['参加者数', '12人']] };
    const yearly: MadeRow = { figures: [['令和7年度', '12人']] };
    expect(saidBy('as-of-missing', madeReport(2025, dated, bare))).toHaveLength(1);
    expect(saidBy('as-of-missing', madeReport(2025, bare, bare))).toEqual([]);
    expect(saidBy('as-of-missing', madeReport(2025, dated, yearly))).toEqual([]);
  });

  test('is what they are of, where others say it', () => {
    const bare: MadeRow = { figures: [[null, '12人']] };
    expect(saidBy('figure-without-label', madeReport(2025, dated, dated, bare))).toHaveLength(1);
    expect(saidBy('figure-without-label', madeReport(2025, bare, bare, dated))).toEqual([]);
  });

  test('is a sentence for each target', () => {
    const report = madeReport(2025, dated);
    const [row] = report.initiatives;
    const shared = {
      ...report,
      initiatives: [
        {
          ...row!,
          targets: [...row!.targets, { ...row!.targets[0]!, id: 'tar9' }],
          outcomes: [{ ...row!.outcomes[0]!, targets: ['tar1', 'tar9'] }],
        },
      ],
    };
    expect(saidBy('shared-outcome', report)).toEqual([]);
    expect(saidBy('shared-outcome', shared)).toEqual([
      '達成目標 1、2 の結果が、達成状況 1 の一つの文にまとめられています。目標ごとにどうなったかを書き分けると伝わります。',
    ]);
  });
});

/** Read by a careful reader, one by one: each is so (docs/decisions/0056). */
test.each(reportFiles())('what is found in the figures of $name is right', ({ name, path }) => {
  const report = readReportFile(path);
  const families = ['writing', 'names'];
  const found = checkReport(report)
    .filter(({ family }) => !families.includes(family))
    .map(({ rule, place }) => [
      'row' in place ? report.initiatives.findIndex(({ id }) => id === place.row) + 1 : null,
      rule,
    ]);
  const both = [
    [3, 'as-of-missing'],
    [8, 'shared-outcome'],
    [9, 'as-of-missing'],
  ];
  const real = [[2, 'total-not-growth'], ...both, [15, 'unit-unlike-name'], [15, 'unit-unlike-name']];
  const expected = [[2, 'figure-without-label'], ...(name === 'the sample' ? both : real)];
  expect(found).toHaveLength(expected.length);
  expect(found).toEqual(expect.arrayContaining(expected));
});
