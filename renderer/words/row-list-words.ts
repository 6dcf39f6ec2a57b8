import type { Verdict } from '../../shared/model/report.ts';
import type { RowState } from '../state/workplace/row-filter.svelte.ts';
import { verdictLabels } from './verdict-words.ts';

const states: { readonly [state in RowState]: string } = {
  unwritten: '未記入',
  missing: '一部未記入',
  complete: '記入済み',
  achieved: '達成あり',
  'partly-achieved': '一部達成あり',
  'not-achieved': '未達成あり',
  'not-assessable': '評価不能あり',
  'no-verdict': '判定が未選択',
  commented: '未解決のコメントあり',
};

const shortVerdicts: { readonly [verdict in Verdict]: string } = {
  ...verdictLabels,
  'partly-achieved': '一部',
};

/** Words of the list of rows. */
export const rowListWords = {
  verdict: (verdict: Verdict) => shortVerdicts[verdict],
  verdictCount: (verdict: Verdict, count: number) => `${verdictLabels[verdict]} ${count}件`,
  comments: (count: number) => `未解決のコメント ${count}件`,
  bySection: '担当課で絞り込む',
  byState: '状態で絞り込む',
  allSections: 'すべての担当課',
  allStates: 'すべての状態',
  state: (state: RowState) => states[state],
  filtered: (shown: number, all: number) => `絞り込み中：${all}件中 ${shown}件`,
  clearFilter: '絞り込みを解除',
  nothing: '条件に合う取組はありません。',
  many: '複数を選ぶ',
  manyHelp: '押すたびに選択に加えます。Ctrl や Shift を押しながらでも選べます。',
  chosen: (count: number) => `${count}件を選択中`,
  chosenTools: '選んだ取組の操作',
  chosenUp: '選んだ取組を上へ',
  chosenDown: '選んだ取組を下へ',
  removeChosen: '選んだ取組を削除',
  letGo: '選択をやめる',
  removed: (count: number) => `取組${count}件を削除しました。`,
  moved: (count: number, number: number) => `取組${count}件を No.${number} からに移動しました。`,
  help: '上下の矢印キーで取組を選び、Enter で入力欄へ移ります。Shift または Ctrl で複数を選び、Alt+Shift+↑↓ で順番を入れ替え、Delete で削除します。',
} as const;
