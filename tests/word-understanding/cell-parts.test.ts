import { officialOnly, type ReadFor } from '../../main/word/understanding/known-form.ts';
import { describe, expect, it } from 'vitest';
import { asOfLine } from '../../main/word/understanding/as-of.ts';
import type { CellLine } from '../../main/word/understanding/cell-lines.ts';
import { headingMeaning } from '../../main/word/understanding/headings/heading-meaning.ts';
import { itemsOf } from '../../main/word/understanding/items.ts';
import { labelOf } from '../../main/word/understanding/labels.ts';
import { outcomeReferences } from '../../main/word/understanding/outcome-references.ts';
import { readOutcomes } from '../../main/word/understanding/read-outcomes.ts';
import { readTargets } from '../../main/word/understanding/read-targets.ts';
import { splitFigure } from '../../main/word/understanding/split-figure.ts';
import { splitTarget } from '../../main/word/understanding/split-target.ts';
import { splitTitle } from '../../main/word/understanding/split-title.ts';
import { timeLabelOf } from '../../main/word/understanding/time-labels.ts';
import { yearInText } from '../../main/word/understanding/year-in-text.ts';

/** Paragraphs as lines; `\n` inside one is a line break of the same paragraph. */
function lines(...texts: readonly string[]): CellLine[] {
  return texts.flatMap((text) =>
    text.split('\n').map((line, index) => ({
      text: line,
      list: null,
      opensParagraph: index === 0,
      bookmarks: [],
      notes: [],
      asides: [],
    })),
  );
}

const sentences = (...texts: readonly string[]): string[] =>
  itemsOf(lines(...texts), { of: 'sentences' }).map(({ text }) => text);

function ofYear(fiscalYear: number | null): ReadFor {
  return { fiscalYear, form: officialOnly };
}

describe('A target', () => {
  const cases: readonly (readonly [
    text: string,
    measure: string,
    note: string | null,
    value: string | null,
  ])[] = [
    ['相談件数 550件', '相談件数', null, '550件'],
    ['相談件数　５５０件', '相談件数', null, '５５０件'],
    ['相談件数：550件', '相談件数', null, '550件'],
    [
      '電子化する町内会の数 (導入支援) 4町内会(計18町内会)',
      '電子化する町内会の数',
      '導入支援',
      '4町内会(計18町内会)',
    ],
    [
      '電子化する町内会の数（導入支援）　４町内会（計１８町内会）',
      '電子化する町内会の数',
      '導入支援',
      '４町内会（計１８町内会）',
    ],
    ['防犯カメラの新設 1カ所(2台)', '防犯カメラの新設', null, '1カ所(2台)'],
    ['防犯カメラの新設(駅前)2台', '防犯カメラの新設', '駅前', '2台'],
    ['街路灯の交換数 市内全域 約3,800基', '街路灯の交換数', null, '市内全域 約3,800基'],
    ['教室の開催 年間 10日', '教室の開催', null, '年間 10日'],
    ['交付枚数 10,000 件', '交付枚数', null, '10,000 件'],
    ['聞き取り記録の作成と公開 作成・公開', '聞き取り記録の作成と公開', null, '作成・公開'],
    ['第3次計画の策定', '第3次計画の策定', null, null],
    ['令和7年度 計画の策定', '令和7年度 計画の策定', null, null],
    ['推進指針(改定版)の策定', '推進指針(改定版)の策定', null, null],
    ['「川と 緑」の冊子の配布 500部', '「川と 緑」の冊子の配布', null, '500部'],
    ['受付時間 10:30から', '受付時間', null, '10:30から'],
    ['(仮称)星見センターの開館', '(仮称)星見センターの開館', null, null],
    ['講座の受講者 延べ 480人', '講座の受講者', null, '延べ 480人'],
    ['延べ 20回', '延べ 20回', null, null],
    ['年間 10日', '年間 10日', null, null],
    ['訓練 3回', '訓練', null, '3回'],
    ['', '', null, null],
  ];
  it.each(cases)('%s', (text, measure, note, value) => {
    expect(splitTarget(text)).toEqual({ measure, note, value });
  });

  it('takes notes and values that stand on lines of their own', () => {
    expect(readTargets(lines('・町内会の数', '(導入支援)', '4町内会', '・計画の策定'), {})).toMatchObject([
      { measure: '町内会の数', note: '導入支援', value: '4町内会' },
      { measure: '計画の策定', note: null, value: null },
    ]);
    expect(readTargets(lines('・訓練の回数', '延べ 20回'), {})).toMatchObject([
      { measure: '訓練の回数', value: '延べ 20回' },
    ]);
  });
});

describe('A figure', () => {
  const figures: readonly (readonly [line: string, label: string | null, value: string])[] = [
    ['相談件数 594件', '相談件数', '594件'],
    ['30自治会(計49自治会)', null, '30自治会(計49自治会)'],
    ['(交通安全教室) 令和7年度 10日開催', '(交通安全教室) 令和7年度', '10日開催'],
    ['交付枚数　10,738 件', '交付枚数', '10,738 件'],
    ['延べ人数：1,200人', '延べ人数', '1,200人'],
    ['設置数 5台 (うち更新2台)', '設置数', '5台 (うち更新2台)'],
    ['訓練 3回', '訓練', '3回'],
    ...['延べ 20回', '約 300人', '年間 10日', '月 2回', '各 5か所', '延べ　約 1,200 人'].map(
      (value) => [value, null, value] as const,
    ),
    ['延べ人数 1,200人', '延べ人数', '1,200人'],
    ['参加者 延べ 480人', '参加者', '延べ 480人'],
    ['開催回数 年間 12回', '開催回数', '年間 12回'],
    // A sum has a name of its own; behind another name it says how that was counted.
    ['累計 9か所・17台', '累計', '9か所・17台'],
    ['合計 30件', '合計', '30件'],
    ['前年度比 105%', '前年度比', '105%'],
    ['採択件数 累計 14件', '採択件数', '累計 14件'],
    ['設置 (新設) 5台', '設置 (新設)', '5台'],
  ];
  it.each(figures)('%s', (text, label, value) => {
    expect(splitFigure(text)).toEqual({ label, value });
  });
  it.each(['目標を10件上回りました。', '設置済み', ''])('is not %s', (text) => {
    expect(splitFigure(text)).toBe(null);
  });
});

describe('A day of figures', () => {
  it.each([
    ['【平成29年3月31日時点】', '平成29年3月31日時点', ''],
    ['［令和7年度実績］', '令和7年度実績', ''],
    ['(令和8年3月末時点)', '令和8年3月末時点', ''],
    ['令和8年3月31日現在', '令和8年3月31日現在', ''],
    ['【平成28年度】30自治会', '平成28年度', '30自治会'],
  ])('%s', (text, asOf, rest) => {
    expect(asOfLine(text)).toEqual({ asOf, rest });
  });
  it.each(['【成果】', '(令和7年度)の取組です。', '「令和7年度」', '令和7年度は達成しました。'])(
    'is not %s',
    (text) => {
      expect(asOfLine(text)).toBe(null);
    },
  );
});

describe('Outcomes', () => {
  it('are statements with the day and the figures under them, bulleted figures too', () => {
    expect(
      readOutcomes(
        lines(
          '・交付枚数は目標を達成しました。',
          '【令和8年3月31日時点】',
          '・交付枚数 10,738件',
          '・窓口を設けました。',
          '設置数 2か所',
        ),
        {},
      ),
    ).toMatchObject([
      {
        statement: '交付枚数は目標を達成しました。',
        asOf: '令和8年3月31日時点',
        figures: [{ label: '交付枚数', value: '10,738件' }],
      },
      { statement: '窓口を設けました。', asOf: null, figures: [{ label: '設置数', value: '2か所' }] },
    ]);
  });

  it('keep a second day among the figures, and a day without a statement', () => {
    expect(readOutcomes(lines('【令和7年度】', '件数 3件', '【令和6年度】', '件数 2件'), {})).toMatchObject(
      [
        {
          statement: '',
          asOf: '令和7年度',
          figures: [{ value: '3件' }, { label: null, value: '【令和6年度】' }, { value: '2件' }],
        },
      ],
    );
  });

  it('speak of targets only where that is certain', () => {
    const target = (measure: string) => ({ id: null, measure, note: null, value: null, verdict: null });
    const outcome = (statement: string) => ({ id: null, statement, asOf: null, figures: [], targets: [] });
    const pair = [target('窓口の円滑な運営'), target('電算システムの調査研究')];
    expect(outcomeReferences([outcome('あ'), outcome('い')], pair.slice(0, 1))).toEqual([[0], [0]]);
    expect(
      outcomeReferences(
        [outcome('窓口を円滑に運営できました。'), outcome('システムの調査研究ができました。')],
        pair,
      ),
    ).toEqual([[], [1]]);
    expect(outcomeReferences([outcome('窓口の円滑な運営ができました。')], pair)).toEqual([[]]);
    const three = ['桟橋の耐震調査の実施', '改修計画案の作成', '貸出方法の見直し'].map(target);
    const two = [
      '桟橋の耐震調査は終わりました。',
      '改修計画案の作成及び貸出方法の検討には至りませんでした。',
    ].map(outcome);
    expect(outcomeReferences(two, three)).toEqual([[0], [1, 2]]);
    expect(outcomeReferences(two, [...three, target('桟橋の命名')])).toEqual([[], []]);
    expect(outcomeReferences([...two].reverse(), three)).toEqual([[1, 2], [0]]);
  });
});

describe('Lines of a cell', () => {
  it('without bullets stay paragraphs', () => {
    expect(sentences('一つ目の文です。', '二つ目の文です。', '※注の行')).toEqual([
      '一つ目の文です。',
      '二つ目の文です。',
      '※注の行',
    ]);
  });

  it('that were broken by hand are one again', () => {
    expect(
      sentences(
        '・道路の傷みを早く見つけるため、職員によ',
        '　る見回りを毎週行います。',
        '・通報の窓口を設けます。',
      ),
    ).toEqual(['道路の傷みを早く見つけるため、職員による見回りを毎週行います。', '通報の窓口を設けます。']);
    expect(sentences('・道の傷みは', '　早く見つけて直し、次の年度の計画にも入れます。')).toEqual([
      '道の傷みは早く見つけて直し、次の年度の計画にも入れます。',
    ]);
    expect(sentences('・花壇(北部', '・中部・南部)の手入れを続けます。')).toEqual([
      '花壇(北部・中部・南部)の手入れを続けます。',
    ]);
    expect(sentences('道路の傷みを早く見つけるために職員\nによる見回りを行います。')).toEqual([
      '道路の傷みを早く見つけるために職員による見回りを行います。',
    ]);
  });

  it('stay apart in doubt', () => {
    expect(sentences('・見回りの強化', '市民と協力して道路の傷みを早く見つけ、直します。')).toEqual([
      '見回りの強化',
      '市民と協力して道路の傷みを早く見つけ、直します。',
    ]);
    expect(sentences('・達成しました', '次の年も続けます。')).toEqual([
      '達成しました',
      '次の年も続けます。',
    ]);
  });

  it('lose numbers that only count, and keep those that say something', () => {
    expect(sentences('① 見回りを行います。', '② 窓口を設けます。')).toEqual([
      '見回りを行います。',
      '窓口を設けます。',
    ]);
    expect(sentences('① 見回りを行います。', '② ①の結果を公表します。')).toEqual([
      '① 見回りを行います。',
      '② ①の結果を公表します。',
    ]);
    expect(sentences('(2) 窓口を設けます。')).toEqual(['(2) 窓口を設けます。']);
    expect(sentences('-5度でも凍らない道にします。')).toEqual(['-5度でも凍らない道にします。']);
  });
});

describe('A title cell', () => {
  it.each([
    [['道路の補修', '(道路管理課)'], '道路の補修', '(道路管理課)'],
    [['道路の補修（道路管理課）'], '道路の補修', '（道路管理課）'],
    [
      ['男女共同参画の', '推進', '(人権・男女共同', '参画推進担当)'],
      '男女共同参画の推進',
      '(人権・男女共同参画推進担当)',
    ],
    [['推進指針(改定版)', '(人権担当)'], '推進指針(改定版)', '(人権担当)'],
    [['推進指針(改定版)'], '推進指針(改定版)', ''],
    [['道路の補修', '道路管理課'], '道路の補修', '道路管理課'],
    [['道路の補修', '(橋本)'], '道路の補修', '(橋本)'],
  ])('%j', (texts, title, section) => {
    expect(splitTitle(texts, true)).toEqual({ title, section });
  });
});

describe('Headings and labels', () => {
  it.each([
    ['取組名(担当課名)', ['title', 'section']],
    ['Ｎｏ．', ['number']],
    ['取組結果 今後の取組の方向性', ['results', 'direction']],
    ['令和７年度　達成目標', ['targets']],
    ['目標達成状況【実績値】', ['outcomes']],
    ['取り組み内容', ['plan']],
    ['備考', []],
  ])('%s', (text, fields) => {
    const found = headingMeaning([text], ofYear(2025));
    expect(found.fields).toEqual(fields);
  });

  it.each([
    ['[目標値]', 'targets', ''],
    ['【目標値】相談件数 5件', 'targets', '相談件数 5件'],
    ['■今後の取組の方向性', 'direction', ''],
    ['＜今後の方向性＞', 'direction', ''],
    ['目標値：5件', 'targets', '5件'],
  ])('%s', (text, field, rest) => {
    expect(labelOf(text)).toEqual({ field, rest });
  });
  it.each(['【成果】', '「目標値」を見直します。', '達成度：A', '結果', '今後の取組を進めます。'])(
    '%s is no label',
    (text) => {
      expect(labelOf(text)).toBe(null);
    },
  );
});

describe('A fiscal year', () => {
  it.each([
    ['平成28年度 部長の目標宣言', '平成28年度', 2016],
    ['平成２８年度', '平成２８年度', 2016],
    ['令和元年度', '令和元年度', 2019],
    ['平成31年度(令和元年度)目標', '平成31年度(令和元年度)', 2019],
    ['平成31(令和元)年度', '平成31(令和元)年度', 2019],
    ['R7年度', 'R7年度', 2025],
    ['令和七年度', '令和七年度', 2025],
    ['平成二十八年度', '平成二十八年度', 2016],
    ['2025年度', '2025年度', 2025],
  ])('%s', (text, label, fiscalYear) => {
    expect(yearInText(text)).toMatchObject({ label, fiscalYear });
  });
  it.each(['令和7年3月', '年度', '昭和99年', '9999年度'])('is not in %s', (text) => {
    expect(yearInText(text)).toBe(null);
  });
});

describe('A label of a time inside a cell', () => {
  it.each([
    ['[令和5年度実績]', 'another', ''],
    ['【令和6年3月31日現在の実績】38店', 'another', '38店'],
    ['【令和6年9月末実績】', 'another', ''],
    ['[前年度実績] 38店', 'another', '38店'],
    ['[令和6年度実績]', 'this', ''],
    ['【令和7年3月末実績】43店', 'this', '43店'],
    ['【令和7年3月31日時点】', 'this', ''],
    ['[実績値]', 'this', ''],
  ])('%s', (text, when, rest) => {
    expect(timeLabelOf(text, ofYear(2024))).toMatchObject({ when, rest });
  });
  it.each(['【令和6年3月31日時点】', '(前年度実績)', '前年度実績', '[花壇]', '「前年度実績」'])(
    'is not %s',
    (text) => {
      expect(timeLabelOf(text, ofYear(2024))).toBe(null);
    },
  );
  it('of a year counts only where the report has one', () => {
    expect(timeLabelOf('[令和5年度実績]', ofYear(null))).toMatchObject({ when: 'this' });
  });
});
