import type { HiddenField } from '../../shared/model/forms/hidden-content.ts';
import type { ChoosableForm } from '../state/workplace/form-choice.svelte.ts';

const origins: { readonly [from in ChoosableForm['from']]: string } = {
  here: 'この報告の様式',
  brought: '',
  used: 'ほかの報告で使っている様式',
  file: '読み込んだ様式',
};

/** Words of choosing the form in which a report is written. */
export const formWords = {
  label: '様式',
  now: (label: string) => `様式：${label}`,
  open: '様式を選ぶ…',
  command: '様式を選ぶ',
  help: '表の列や項目を、部署で使っている様式に合わせます。',
  heading: '様式を選ぶ',
  choice: '様式',
  named: ({ form, from }: ChoosableForm, isCurrent: boolean) => {
    const marks = [origins[from], isCurrent ? '今の様式' : ''].filter((mark) => mark !== '');
    return marks.length === 0 ? form.label : `${form.label}（${[...new Set(marks)].join('・')}）`;
  },
  columns: (document: string) => `${document}の列`,
  brings: (labels: readonly string[]) => `加わる項目：${labels.join('、')}`,
  bringsNone: '加わる項目はありません。',
  hidden: '次の内容は、この様式の表に出ません。消えずに残り、様式を戻すとまた表示されます。',
  hiddenField: ({ label, rows }: HiddenField) => `${label}（${rows}件の取組）`,
  use: 'この様式にする',
  read: 'ファイルから読み込む…',
  write: 'この様式をファイルに書き出す…',
  change: 'この様式をもとに作り変える…',
  copyOf: (label: string) => `${label}の写し`,
  make: '白紙から作る…',
  propose: 'Word の表から作る…',
  blank: '新しい様式',
  kept: (label: string) => `作りかけの様式「${label}」があります。`,
  goOn: '続きを作る',
  goOnName: (label: string) => `「${label}」の続きを作る`,
  putAway: '消す',
  putAwayName: (label: string) => `作りかけの「${label}」を消す`,
  written: '様式を書き出しました。',
  refused: '様式を使えません',
  used: (label: string) => `様式を「${label}」にしました。`,
} as const;
