import { placeWithRow } from './place-with-row.ts';

/** Words of what sides differ about, and of settling it. */
export const conflictWords = {
  /** In the header. */
  count: (count: number) => `食い違い ${count}か所`,
  countHelp: '提出された内容との食い違いを見ます。',
  list: '食い違いの一覧',
  none: '食い違いはありません。',
  lead: '配布したあとに、こちらと課の両方で直したところです。決めるまでは、こちらの文のまま残ります。決裁は、すべて決めてからになります。',
  refused: '食い違いを読み込めませんでした',
  settleRefused: '決められませんでした',
  place: placeWithRow,
  jump: (place: string) => `${place}（欄へ移動）`,
  heading: (name: string) => `食い違い：${name}`,
  from: (section: string, by: string) => `${section}の提出${by === '' ? '' : `（${by}）`}`,
  base: '配布したときの文',
  ours: '今の文',
  theirs: (number: number, count: number) => (count === 1 ? '提出された文' : `提出された文${number}`),
  legend: '取り消し線は配布したときの文から消えたところ、下線と色は加わったところです。',
  empty: '（空欄）',
  gone: '（削除）',
  absent: '（なし）',
  keepOurs: '今の文のままにする',
  keepGone: '削除のままにする',
  takeTheirs: (number: number, count: number) =>
    count === 1 ? '提出された文にする' : `提出された文${number}にする`,
  takeGone: '提出のとおり削除する',
  takeBase: '配布したときの文に戻す',
  takeNothing: 'どちらも入れない',
  /** A name of its own for every button. */
  named: (what: string, place: string) => `${what}：${place}`,
  settled: (place: string, open: number) =>
    `${place}の食い違いを解消しました。${open === 0 ? '食い違いはすべて解消しました。' : `残り${open}か所です。`}`,
  takeBack: '解消を取り消す',
  takenBack: '食い違いの解消を取り消しました。',
  open: (count: number) => `解消していない食い違い（${count}か所）`,
  show: '食い違いを見る',
  row: (number: number) => `取組 No.${number}`,
} as const;
