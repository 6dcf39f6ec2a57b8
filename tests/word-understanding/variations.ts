import { cell, docxByHand, paragraph, row, run, table } from '../word-reading/docx-by-hand.ts';
import type { TrueRow } from './judge.ts';

/** Tables as offices lay them out and fill them in, each kind in several words; all texts are ours. */

export const truth: readonly TrueRow[] = [
  {
    title: '花壇の植え替え',
    section: '公園みどり課',
    plan: ['駅前の花壇を市民と植え替えます。', '水やりの当番表を作ります。'],
    targets: [['植え替える花壇の数', '45か所']],
    results: ['春と秋に分けて植え替えました。'],
    direction: ['冬の花も選びます。'],
    outcomes: ['花壇は48か所になりました。'],
    asOf: '令和7年3月31日時点',
    figures: ['48か所'],
  },
  {
    title: '移動図書館の巡回',
    section: '読書推進課',
    plan: ['小さな集落を月に二度回ります。'],
    targets: [
      ['巡回の回数', '96回'],
      ['貸出冊数', '約7,200冊'],
    ],
    results: ['大雪の週を除いて回りました。'],
    direction: ['停留所を二つ増やします。', '子ども向けの棚を広げます。'],
    outcomes: ['巡回は93回、貸出は7,511冊でした。'],
    asOf: '令和7年3月31日時点',
    figures: ['93回', '7,511冊'],
  },
  {
    title: '古い橋の見回り',
    section: '道路保全係',
    plan: ['架けてから50年を過ぎた橋を見て回ります。'],
    targets: [['見回る橋の数', '32橋']],
    results: ['無人機も使って橋の裏側まで見ました。'],
    direction: ['直す順番を決めます。'],
    outcomes: ['31橋を見終えました。'],
    asOf: '令和7年3月31日時点',
    figures: ['31橋'],
  },
  {
    title: '食べ残しを減らす運動',
    section: '環境政策室',
    plan: ['店と一緒に小盛りの品書きを広めます。'],
    targets: [['協力する店の数', '60店']],
    results: ['商店街の集まりで説明しました。', '協力店の札を配りました。'],
    direction: ['学校の給食でも取り組みます。'],
    outcomes: ['協力店は64店です。'],
    asOf: '令和7年3月31日時点',
    figures: ['64店'],
  },
];

export interface Variation {
  readonly name: string;
  readonly body: () => string;
  /** Texts that must be told; the judge counts those that it finds. */
  readonly told?: number;
  /** Texts of the truth that are told in this layout instead of read. */
  readonly unread?: number;
  readonly verdicts?: readonly (string | null)[];
}

const opening =
  paragraph('令和6年度 暮らし環境部長の目標宣言 達成状況報告') + paragraph('暮らし環境部長　星野　あおば');

export function fileOf({ body }: Variation): Uint8Array {
  return docxByHand({ body: opening + body() });
}

const bullets = (texts: readonly string[]): string[] => texts.map((text) => `・${text}`);

type Part =
  | 'number'
  | Exclude<keyof TrueRow, 'asOf' | 'figures'>
  | 'measures'
  | 'values'
  | 'figures'
  | 'all-outcomes';

/** The lines of a part of a row. */
function lines(part: Part, at: number): string[] {
  const own = truth[at] as TrueRow;
  switch (part) {
    case 'number':
      return [String(at + 1)];
    case 'title':
    case 'section':
      return [own[part]];
    case 'targets':
      return own.targets.map(([measure, value]) => `・${measure} ${value}`);
    case 'measures':
      return own.targets.map(([measure]) => measure);
    case 'values':
      return own.targets.map(([, value]) => value);
    case 'figures':
      return [...own.figures];
    case 'all-outcomes':
      return [...bullets(own.outcomes), `【${own.asOf}】`, ...own.figures];
    default:
      return bullets(own[part]);
  }
}

const dayAndFigures = (at: number): string[] =>
  lines('all-outcomes', at).filter((text) => !text.startsWith('・'));

type Column = readonly [heading: string, content: Part | ((at: number) => readonly string[])];

const of = (content: Column[1], at: number): readonly string[] =>
  typeof content === 'function' ? content(at) : lines(content, at);

const heads: readonly Column[] = [
  ['番号', 'number'],
  ['取組名', 'title'],
  ['担当課', 'section'],
];
const rest: readonly Column[] = [
  ['取組内容', 'plan'],
  ['達成目標', 'targets'],
  ['取組結果', 'results'],
  ['今後の方向性', 'direction'],
  ['目標達成状況', 'all-outcomes'],
];
const every: readonly Column[] = [...heads, ...rest];

const headingRow = (columns: readonly Column[]): string =>
  row(columns.map(([heading]) => cell(heading.split('|'))));
const rowOf = (columns: readonly Column[], at: number): string =>
  row(columns.map(([, content]) => cell(of(content, at))));
const rowsOf = (columns: readonly Column[]): string[] => truth.map((_, at) => rowOf(columns, at));
const tableOf = (columns: readonly Column[], ...more: readonly string[]): string =>
  table([headingRow(columns), ...rowsOf(columns), ...more]);

/** All columns, with others put in before the one at a place. */
const withColumns = (place: number, ...columns: readonly Column[]): readonly Column[] => [
  ...every.slice(0, place),
  ...columns,
  ...every.slice(place),
];
const noise =
  (...texts: readonly string[]) =>
  (at: number): readonly string[] => [texts[at % texts.length] ?? ''];
const perRow = (make: (at: number) => string): string => truth.map((_, at) => make(at)).join(paragraph(''));

const start = (texts: readonly string[]): string =>
  cell({ xml: texts.map((text) => paragraph(text)).join(''), merge: 'restart' });
const merged = cell({ xml: '', merge: 'continue' });
const wide = (texts: readonly string[], span: number): string =>
  cell({ xml: texts.map((text) => paragraph(text)).join(''), span });
const struck = (text: string, properties: string): string =>
  run(text).replace('<w:r>', `<w:r><w:rPr>${properties}</w:rPr>`);

/** Columns beside the report's own, each with what stands in it. */
const besides: readonly (readonly [string, number, ...string[]])[] = [
  ['前年度の実績', 5, '41か所', '90回', '30橋', '52店'],
  ['昨年度実績値', 5, '41か所', '90回', '30橋', '52店'],
  ['R5実績', 7, '41か所', '90回', '30橋', '52店'],
  ['実績（令和5年度）', 7, '41か所', '90回', '30橋', '52店'],
  ['令和7年度目標', 5, '50か所', '99回', '33橋', '70店'],
  ['最終年度の目標値', 5, '80か所', '120回', '40橋', '90店'],
  ['現状値', 4, '40か所', '88回', '29橋', '50店'],
  ['基準値（令和3年度）', 4, '40か所', '88回', '29橋', '50店'],
  ['令和6年度予算額（千円）', 4, '1,210', '8,800', '2,950', '310'],
  ['決算額', 6, '1,198千円', '8,640千円', '2,900千円', '305千円'],
  ['中間実績（9月末）', 5, '20か所', '44回', '15橋', '31店'],
  ['第2四半期の進捗状況', 5, '半分ほど済みました。', '順調です。', 'やや遅れています。', '説明中です。'],
  [
    '上半期の取組結果',
    5,
    '春の分を終えました。',
    '夏まで回りました。',
    '八橋を見ました。',
    '説明会を開きました。',
  ],
  ['基本施策番号', 1, '3-1-2', '4-2-1', '1-1-5', '2-3-3'],
  ['指標番号', 4, 'K-11', 'K-12', 'K-13', 'K-14'],
  ['政策名', 1, '花と緑の町', '学びの町', '丈夫な町', '清い町'],
  ['施策名', 1, '花と緑の町', '学びの町', '丈夫な町', '清い町'],
  ['SDGsのゴール', 8, '11と15', '4', '9と11', '12'],
  ['備考', 8, '球根は寄付です。', '車は二台目です。', '県と合同です。', '札は再生紙です。'],
  ['未達成の理由', 8, '該当しません。', '雪のためです。', '一橋は工事中でした。', '該当しません。'],
  ['課題', 7, '苗が足りません。', '運転手が足りません。', '足場が高価です。', '若い人が少ないです。'],
  ['達成率', 8, '107％', '97％', '97％', '107％'],
  ['関係課', 3, '商工課', '学校教育課', '財政課', '農政課'],
  ['難易度', 4, 'ふつう', 'やや難しい', '難しい', 'ふつう'],
  ['部長コメント', 8, 'よく咲きました。', '助かります。', '安全第一です。', '広がりました。'],
  ['実施時期', 4, '4月と10月', '毎月', '6月から', '通年'],
];

const sheetLabels: readonly Column[] = rest;

const pairs = (columns: readonly Column[], at: number): string =>
  row(columns.flatMap(([heading, content]) => [cell([heading]), cell(of(content, at))]));

export const variations: readonly Variation[] = [
  ...besides.map(([heading, place, ...texts]): Variation => ({
    name: `a column ${heading}`,
    body: () => tableOf(withColumns(place, [heading, noise(...texts)])),
    told: 4,
  })),
  {
    name: 'headings in other words and another order',
    body: () =>
      tableOf([
        ['順位', 'number'],
        ['部の重点目標', 'title'],
        ['主管課', 'section'],
        ['具体的な目標値', 'targets'],
        ['目標達成に向けた取組', 'plan'],
        ['到達状況', 'all-outcomes'],
        ['取組の成果', 'results'],
        ['翌年度以降の対応方針', 'direction'],
      ]),
  },
  {
    name: 'headings with remarks',
    body: () =>
      tableOf([
        ['番号', 'number'],
        ['取組名|（担当課名）', (at) => [...lines('title', at), `（${lines('section', at)[0] ?? ''}）`]],
        ['取組内容|（注）誰に何をするかを書いてください。', 'plan'],
        ['達成目標 ※数で表せるものは数で', 'targets'],
        ['取組結果（年度の終わりに記入してください）', 'results'],
        ['今後の取組の方向性|※次年度につながることを記入', 'direction'],
        ['目標達成状況|＊3月末の値', 'all-outcomes'],
      ]),
    told: 5,
  },
  {
    name: 'two rows of headings, halves of the year under the results',
    body: () =>
      table([
        row([
          ...every.slice(0, 5).map(([heading]) => start([heading])),
          wide(['取組結果'], 2),
          start(['今後の方向性']),
          start(['目標達成状況']),
        ]),
        row([merged, merged, merged, merged, merged, cell(['上期']), cell(['下期']), merged, merged]),
        ...rowsOf(
          withColumns(5, [
            '上期',
            noise('九月までに半分です。', '夏も回りました。', '八橋です。', '十店です。'),
          ]),
        ),
      ]),
    told: 4,
  },
  {
    name: 'two rows of headings, quarters under the results',
    body: () =>
      table([
        row([
          ...every.slice(0, 5).map(([heading]) => start([heading])),
          wide(['取組結果'], 4),
          start(['今後の方向性']),
          start(['目標達成状況']),
        ]),
        row([
          ...every.slice(0, 5).map(() => merged),
          ...['第1四半期', '第2四半期', '第3四半期', '第4四半期'].map((text) => cell([text])),
          merged,
          merged,
        ]),
        ...rowsOf(
          withColumns(
            5,
            ['', noise('苗を選びました。', '計画を立てました。', '橋を選びました。', '店を回りました。')],
            ['', noise('夏の手入れです。', '夏休みは毎週です。', '八橋です。', '十店です。')],
            ['', noise('球根を植えました。', '雪支度をしました。', '二十橋です。', '四十店です。')],
          ),
        ),
      ]),
    told: 12,
  },
  {
    name: 'two rows of headings, years under target and outcome',
    body: () => {
      const columns: readonly Column[] = [
        ...heads,
        ['取組内容', 'plan'],
        ['指標', 'measures'],
        ['', noise('41か所', '90回', '30橋', '52店')],
        ['', 'values'],
        ['', noise('80か所', '120回', '40橋', '90店')],
        ['', 'figures'],
        ['取組結果', 'results'],
        ['今後の方向性', 'direction'],
      ];
      const upper = [
        ...columns.slice(0, 5).map(([heading]) => start([heading])),
        wide(['目標'], 3),
        cell(['実績']),
        start(['取組結果']),
        start(['今後の方向性']),
      ];
      const lower = [
        ...columns.slice(0, 5).map(() => merged),
        ...['R5', 'R6', 'R10', 'R6'].map((text) => cell([text])),
        merged,
        merged,
      ];
      return table([row(upper), row(lower), ...rowsOf(columns)]);
    },
    told: 8,
  },
  {
    name: 'two rows of headings and two rows an initiative',
    body: () =>
      table([
        row([
          start(['番号']),
          start(['取組名']),
          start(['担当課']),
          wide(['取組内容'], 2),
          cell(['達成目標']),
        ]),
        row([merged, merged, merged, cell(['取組結果']), cell(['今後の方向性']), cell(['目標達成状況'])]),
        ...truth.flatMap((_, at) => [
          row([
            start(lines('number', at)),
            start(lines('title', at)),
            start(lines('section', at)),
            wide(lines('plan', at), 2),
            cell(lines('targets', at)),
          ]),
          row([
            merged,
            merged,
            merged,
            cell(lines('results', at)),
            cell(lines('direction', at)),
            cell(lines('all-outcomes', at)),
          ]),
        ]),
      ]),
  },
  {
    name: 'a sheet an initiative, two labels with their texts a row',
    body: () =>
      perRow((at) =>
        table([
          pairs([heads[0] as Column, heads[2] as Column], at),
          row([cell(['取組名']), wide(lines('title', at), 3)]),
          pairs([rest[0] as Column, rest[1] as Column], at),
          pairs([rest[2] as Column, rest[4] as Column], at),
          row([cell(['今後の方向性']), wide(lines('direction', at), 3)]),
        ]),
      ),
  },
  {
    name: 'sheets one under the other in one table, a measure above each title',
    body: () =>
      table(
        truth.flatMap((_, at) => [
          row([
            cell(['施策名']),
            cell(noise('花と緑の町', '学びの町', '丈夫な町', '清い町')(at)),
            cell(['取組名']),
            cell(lines('title', at)),
          ]),
          pairs(
            [heads[2] as Column, ['予算額', noise('1,210千円', '8,800千円', '2,950千円', '310千円')]],
            at,
          ),
          ...rest.map((column) => row([cell([column[0]]), wide(of(column[1], at), 3)])),
        ]),
      ),
    told: 8,
  },
  {
    name: 'sheets with blocks of plan, do, check and act, last year beside the target',
    body: () =>
      perRow((at) =>
        table([
          row([
            wide(['事業名'], 2),
            cell(lines('title', at)),
            cell(['所管課']),
            cell(lines('section', at)),
          ]),
          row([start(['計画', '（Plan）']), cell(['事業内容']), wide(lines('plan', at), 3)]),
          row([
            merged,
            cell(['目標値']),
            cell(lines('targets', at)),
            cell(['前年度値']),
            cell(noise('41か所', '90回', '30橋', '52店')(at)),
          ]),
          row([cell(['実施（Do）']), cell(['実施結果']), wide(lines('results', at), 3)]),
          row([start(['評価（Check）']), cell(['実績値']), wide(lines('all-outcomes', at), 3)]),
          row([merged, cell(['達成度']), wide(noise('○', '△', '△', '○')(at), 3)]),
          row([cell(['改善（Action）']), cell(['次年度の取組']), wide(lines('direction', at), 3)]),
        ]),
      ),
    told: 5,
    verdicts: ['achieved', null, null, 'partly-achieved', 'achieved'],
  },
  {
    name: 'labels above their texts, a table an initiative',
    body: () =>
      perRow((at) =>
        table([
          headingRow(heads),
          rowOf(heads, at),
          ...sheetLabels.flatMap(([heading, content]) => [
            row([wide([heading], 3)]),
            row([wide(of(content, at), 3)]),
          ]),
        ]),
      ),
  },
  {
    name: 'a title across, then labels in layers',
    body: () =>
      perRow((at) =>
        table([
          row([wide([`${at + 1}\u3000${truth[at]?.title ?? ''}（${truth[at]?.section ?? ''}）`], 2)]),
          headingRow(rest.slice(0, 2)),
          rowOf(rest.slice(0, 2), at),
          headingRow([rest[2] as Column, rest[4] as Column]),
          rowOf([rest[2] as Column, rest[4] as Column], at),
          row([wide(['今後の取組の方向性'], 2)]),
          row([wide(lines('direction', at), 2)]),
        ]),
      ),
  },
  {
    name: 'a title above each table of label and text',
    body: () =>
      perRow(
        (at) =>
          paragraph(`【取組${at + 1}】${truth[at]?.title ?? ''}（${truth[at]?.section ?? ''}）`) +
          table(rest.map((column) => pairs([column], at))),
      ),
  },
  {
    name: 'a section above each table',
    body: () =>
      perRow(
        (at) =>
          paragraph(`■担当課：${truth[at]?.section ?? ''}`) +
          table([headingRow([...heads.slice(0, 2), ...rest]), rowOf([...heads.slice(0, 2), ...rest], at)]),
      ),
  },
  {
    name: 'initiatives side by side',
    body: () =>
      table(
        every.map(([heading, content]) =>
          row([cell([heading]), ...truth.map((_, at) => cell(of(content, at)))]),
        ),
      ),
  },
  {
    name: 'initiatives side by side, last year in a row of its own',
    body: () =>
      table(
        withColumns(4, ['前年度の実績', noise('41か所', '90回', '30橋', '52店')]).map(
          ([heading, content]) => row([cell([heading]), ...truth.map((_, at) => cell(of(content, at)))]),
        ),
      ),
    told: 4,
  },
  {
    name: 'initiatives side by side under a row that counts them',
    body: () =>
      table([
        row(['', ...truth.map((_, at) => `取組${at + 1}`)].map((text) => cell([text]))),
        ...every
          .slice(1)
          .map(([heading, content]) =>
            row([cell([heading]), ...truth.map((_, at) => cell(of(content, at)))]),
          ),
      ]),
  },
  {
    name: 'labels in a column between title and text',
    body: () =>
      table([
        row(['番号', '取組名', '担当課', '区分', '内容'].map((text) => cell([text]))),
        ...truth.flatMap((_, at) =>
          rest.map(([heading, content], place) =>
            row([
              ...heads.map(([, head]) => (place === 0 ? start(of(head, at)) : merged)),
              cell([heading]),
              cell(of(content, at)),
            ]),
          ),
        ),
      ]),
  },
  {
    name: 'last year under a label of its own inside the cell',
    body: () =>
      tableOf([
        ...every.slice(0, 7),
        [
          '目標達成状況',
          (at) => ['[前年度実績]', `前は${at + 3}割`, '[実績値]', ...lines('all-outcomes', at)],
        ],
      ]),
    told: 4,
  },
  ...[
    '［令和5年度実績］',
    '[R5実績値]',
    '【令和6年3月末実績】',
    '《5年度の実績》',
    '〔前年度の達成状況〕',
  ].map((label): Variation => ({
    name: `last year under its year inside the cell, then this one: ${label}`,
    body: () =>
      tableOf([
        ...every.slice(0, 7),
        [
          '目標達成状況',
          (at) => [...lines('outcomes', at), label, `前は${at + 3}割`, ...dayAndFigures(at)],
        ],
      ]),
    told: 4,
  })),
  {
    name: "last year behind its label, and a day that is this year's below",
    body: () =>
      tableOf([
        ...every.slice(0, 7),
        [
          '目標達成状況',
          (at) => [...lines('outcomes', at), `[令和5年度実績] 前は${at + 3}割`, ...dayAndFigures(at)],
        ],
      ]),
    told: 4,
  },
  {
    name: 'no table at all',
    body: () =>
      truth
        .map(
          (own, at) =>
            paragraph(`${at + 1}\u3000${own.title}（${own.section}）`) +
            rest
              .map(([heading, content]) =>
                [`【${heading}】`, ...of(content, at)].map((text) => paragraph(text)).join(''),
              )
              .join(''),
        )
        .join(''),
  },
  {
    name: 'no table, labels before a colon',
    body: () =>
      truth
        .map((own, at) =>
          [
            `取組名：${own.title}`,
            `担当課：${own.section}`,
            ...rest.flatMap(([heading, content]) => [`${heading}：`, ...of(content, at)]),
            '',
          ]
            .map((text) => paragraph(text))
            .join(''),
        )
        .join(''),
  },
  {
    name: 'the declaration in one table, the report in another',
    body: () =>
      paragraph('１　目標') +
      tableOf([...heads, ...rest.slice(0, 2)]) +
      paragraph('２　結果') +
      tableOf([...heads.slice(0, 2), ...rest.slice(2)]),
    told: 2,
  },
  {
    name: 'a row for each target, all else said again',
    body: () =>
      table([
        headingRow([
          ...every.slice(0, 4),
          ['指標', 'measures'],
          ['目標値', 'values'],
          ['実績値', 'figures'],
          ...rest.slice(2, 4),
        ]),
        ...truth.flatMap((own, at) =>
          own.targets.map(([measure, value], place) =>
            row(
              [
                [own.targets.length > 1 ? `${at + 1}-${place + 1}` : String(at + 1)],
                ...every.slice(1, 4).map(([, content]) => of(content, at)),
                [measure],
                [value],
                [own.figures[place] ?? ''],
                ...rest.slice(2, 4).map(([, content]) => of(content, at)),
              ].map((texts) => cell(texts)),
            ),
          ),
        ),
      ]),
  },
  {
    name: 'further targets in rows that leave out the first columns',
    body: () =>
      table([
        headingRow([
          ...every.slice(0, 4),
          ['指標', 'measures'],
          ['目標値', 'values'],
          ['実績値', 'figures'],
          ...rest.slice(2, 4),
        ]),
        ...truth.flatMap((own, at) =>
          own.targets.map(([measure, value], place) => {
            const targets = [[measure], [value], [own.figures[place] ?? '']].map((texts) => cell(texts));
            if (place > 0) return row(targets, '<w:gridBefore w:val="4"/><w:gridAfter w:val="2"/>');
            return row([
              ...every.slice(0, 4).map(([, content]) => cell(of(content, at))),
              ...targets,
              ...rest.slice(2, 4).map(([, content]) => cell(of(content, at))),
            ]);
          }),
        ),
      ]),
  },
  {
    name: 'title and plan in one cell',
    body: () =>
      tableOf([
        ['番号', 'number'],
        ['取組名・取組内容', (at) => [...lines('title', at), ...lines('plan', at)]],
        ['担当課', 'section'],
        ...rest.slice(1),
      ]),
  },
  {
    name: 'measures and values in tables inside the cells, with last year',
    body: () => {
      const inner =
        (headings: readonly string[], of: (at: number) => (readonly string[])[]) => (at: number) =>
          cell({
            xml:
              table([headings, ...of(at)].map((texts) => row(texts.map((text) => cell([text]))))) +
              paragraph(''),
          });
      const targets = inner(['指標名', '前年度', '目標値'], (at) =>
        (truth[at] as TrueRow).targets.map(([measure, value]) => [measure, '前は少し', value]),
      );
      const outcomes = inner(['指標', '実績値'], (at) => {
        const own = truth[at] as TrueRow;
        return own.targets.map(([measure], place) => [measure, own.figures[place] ?? '']);
      });
      return table([
        headingRow(every),
        ...truth.map((_, at) =>
          row([
            ...every.slice(0, 4).map(([, content]) => cell(of(content, at))),
            targets(at),
            ...rest.slice(2, 4).map(([, content]) => cell(of(content, at))),
            outcomes(at),
          ]),
        ),
      ]);
    },
    told: 5,
  },
  ...(
    [
      ['□達成　□一部達成　■未達成', '■達成 □一部達成 □未達成'],
      ['☐達成 ☐一部達成 ☑未達成', '☑達成 ☐一部達成 ☐未達成'],
      ['○達成・○一部達成・●未達成', '●達成・○一部達成・○未達成'],
      ['[ ]達成 [ ]一部達成 [レ]未達成', '[レ]達成 [ ]一部達成 [ ]未達成'],
    ] as const
  ).map(([missed, met]): Variation => ({
    name: `boxes to tick: ${met}`,
    body: () => tableOf([...every, ['判定', (at) => [at === 2 ? missed : met]]]),
    told: 1,
    verdicts: ['achieved', null, null, 'not-achieved', 'achieved'],
  })),
  {
    name: 'boxes to tick among the lines of the outcome',
    body: () =>
      tableOf([
        ...every.slice(0, 7),
        ['目標達成状況', (at) => ['☑達成', '☐一部達成', '☐未達成', ...lines('all-outcomes', at)]],
      ]),
    told: 1,
    verdicts: ['achieved', null, null, 'achieved', 'achieved'],
  },
  {
    name: 'boxes to tick that are nobody’s verdict',
    body: () => tableOf([...every, ['次年度の扱い', noise('■継続　□拡充　□縮小')]]),
    told: 4,
  },
  {
    name: 'a grade among the lines of the outcome',
    body: () =>
      tableOf([
        ...every.slice(0, 7),
        ['目標達成状況', (at) => [`【評価】${at === 2 ? '×' : '○'}`, ...lines('all-outcomes', at)]],
      ]),
    told: 1,
    verdicts: ['achieved', null, null, 'not-achieved', 'achieved'],
  },
  {
    name: 'a grade of a city’s own among the lines of the outcome',
    body: () =>
      tableOf([
        ...every.slice(0, 7),
        ['目標達成状況', (at) => [`評価：${'◎○△×'.charAt(at)}`, ...lines('all-outcomes', at)]],
      ]),
    told: 4,
    verdicts: [null, null, null, null, null],
  },
  ...(['計', '合計', '小計', '総計（4件）'] as const).map((word): Variation => ({
    name: `a row ${word} at the end`,
    body: () =>
      tableOf(
        every,
        row([word, '四つの取組', '', '', '五つの目標', '', '', '達成は三つ'].map((text) => cell([text]))),
      ),
    told: 4,
  })),
  {
    name: 'an example to begin with, a note across the table to end with',
    body: () =>
      table([
        headingRow(every),
        row(
          [
            '例',
            '雪かきの手伝い',
            '見本課',
            '・道の雪をかきます。',
            '・道の数 8本',
            '・かきました。',
            '・続けます。',
            '・9本でした。',
          ].map((text) => cell([text])),
        ),
        ...rowsOf(every),
        row([wide(['※ 冊数は速報の値です。'], 8)]),
      ]),
    told: 9,
  },
  {
    name: 'the example’s title in brackets',
    body: () =>
      table([
        headingRow(every),
        row(
          ['', '（記入例）雪かきの手伝い', '見本課', '・道の雪をかきます。', '', '', '', ''].map((text) =>
            cell([text]),
          ),
        ),
        ...rowsOf(every),
      ]),
    told: 3,
  },
  {
    name: 'old values struck through, notes hidden',
    body: () =>
      table([
        headingRow(every),
        ...truth.map((_, at) =>
          row(
            every.map(([, content], place) => {
              const texts = of(content, at);
              if (place === 3) {
                return cell({
                  xml: texts
                    .map((text) => paragraph(run(text) + struck('（庁内限り）', '<w:vanish/>')))
                    .join(''),
                });
              }
              if (place !== 4) return cell(texts);
              return cell({
                xml: texts
                  .map((text) => {
                    const [measure = '', value = ''] = text.split(' ');
                    return paragraph(
                      run(`${measure} `) +
                        struck('旧案の数', '<w:strike/>') +
                        struck(value, '<w:color w:val="FF0000"/>'),
                    );
                  })
                  .join(''),
              });
            }),
          ),
        ),
      ]),
    told: 10,
  },
  {
    name: 'soft hyphens and spaces of no width inside words',
    body: () =>
      tableOf(
        every.map(([heading, content], place): Column => [
          heading,
          place < 3
            ? content
            : (at) => of(content, at).map((text) => `${text.slice(0, 4)}\u00ad\u200b${text.slice(4)}`),
        ]),
      ),
  },
];
