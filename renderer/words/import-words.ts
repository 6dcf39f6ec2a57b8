import type { Imported, PlannedRow } from '../../shared/contract/import-requests.ts';
import { headingNames, nameOnForm, type OwnNames } from '../../shared/words/field-names.ts';
import type { ReportHeading } from '../../shared/model/report.ts';
import type { RowField } from '../../shared/model/fields/built-in-fields.ts';
import type { ImportCounts } from '../state/importing/import-decision.svelte.ts';
import { fieldLabel } from './field-label.ts';
import { stageWords } from './stage-words.ts';

const kinds: { readonly [kind in PlannedRow['kind']]: string } = {
  added: '追加',
  updated: '更新',
  same: '変更なし',
  unmentioned: 'そのまま残す',
};

const titled = (title: string): string => (title === '' ? '（取組名なし）' : title);

const namesOf = (fields: readonly RowField[], form: OwnNames): string =>
  fields.map((field) => nameOnForm(form, field)).join('・');

/** Words of taking in a report from a file: looked at first, row by row, then stored. */
export const importWords = {
  word: 'Word ファイルから取り込む',
  wordHelp:
    '前年度までの報告など、Word で作った報告の表（.docx）を読み取ります。読み取った結果を確かめてから取り込みます。',
  heading: '読み取った内容を確かめてください',
  refused: '読み取れませんでした',
  storeRefused: '取り込めませんでした',
  file: 'ファイル',
  placed: (placed: number, paragraphs: number) => `${paragraphs}段落中 ${placed}段落を読み取りました`,
  rows: (rows: number) => `取組 ${rows}件`,
  changes: '変更履歴の扱い',
  changesHelp: 'このファイルには、反映されていない変更履歴があります。切り替えると、すぐに読み直します。',
  accepted: '変更を反映した内容',
  original: '元の内容',
  notes: 'ファイルについて気を付けること',
  headingFields: '標題・部長名',
  missing: '※ 未記入（ファイルに書かれていません）',
  assumed: '※ ファイルに書かれていないため、補いました',
  headingChange: (part: keyof ReportHeading, before: string) =>
    `${headingNames[part]}は、今の報告では「${before}」です。`,
  cells: '取り込む取組',
  cellsHelp: 'チェックを付けた取組を取り込みます。取組名を押すと、中身を見比べられます。',
  cellsHelpWord: '記号や見出しのほかに違いがある欄を、開いて表示しています。',
  little: (placed: number, paragraphs: number) =>
    `このファイルは${paragraphs}段落のうち${placed}段落しか読み取れませんでした。すでにある取組の更新は、チェックを外しています。中身を確かめてから選んでください。`,
  reordered: '取組の並び順も、ファイルの順になります。',
  tickAll: 'すべて選ぶ',
  tickNone: 'すべて外す',
  kind: (kind: PlannedRow['kind']) => kinds[kind],
  row: (number: number, title: string) => `No.${number} ${titled(title)}`,
  take: (number: number, title: string) => `No.${number} ${titled(title)}を取り込む`,
  moved: (number: number) => `今の報告では No.${number}`,
  fields: namesOf,
  kept: (fields: readonly RowField[], form: OwnNames) =>
    `${namesOf(fields, form)}は、ファイルで空欄のため、今の内容を残します。`,
  emptied: (fields: readonly RowField[], form: OwnNames) => `${namesOf(fields, form)}を空欄にします。`,
  empties: (count: number) => `ファイルで空欄の項目（${count}か所）を、報告でも空欄にする`,
  emptiesHelp: 'チェックしなければ、今の内容が残ります。',
  unmentioned: (count: number) => `ファイルにない取組（${count}件）`,
  unmentionedHelp: 'そのまま残します。消す取組だけにチェックを付けてください。',
  remove: (number: number, title: string) => `No.${number} ${titled(title)}を消す`,
  goes: '消える',
  counts: ({ added, updated, removed, same }: ImportCounts) =>
    `追加 ${added}件・更新 ${updated}件・この取り込みで消える ${removed}件${same === 0 ? '' : `（変更なし ${same}件）`}`,
  differing: (count: number) => `確かめる欄 ${count}`,
  says: 'ファイルの記載',
  now: '今の報告',
  understood: '取り込む内容',
  nothing: '（なし）',
  cell: fieldLabel,
  unplaced: (count: number) => `どの欄にも入れられなかった文（${count}件）`,
  unplacedNone: 'ファイルの文は、すべてどこかの欄に入りました。',
  unplacedLine: (row: number | null, field: string | null) =>
    [row === null ? '' : `No.${row}`, field === null ? '' : fieldLabel(field)].join(' ').trim(),
  unplacedNote: (row: number | null, text: string, why: string) =>
    `${row === null ? '' : `No.${row} `}「${text}」 ${why}`,
  store: '取り込む',
  cancel: 'やめる',
  stored: ({ made, added, updated, removed, unplaced, results }: Imported) => {
    const left =
      unplaced.length === 0 ? '' : `どの欄にも入れられなかった文が${unplaced.length}件あります。`;
    if (made === 'same') return `報告はすでにファイルと同じ内容です。何も変えていません。${left}`;
    return `取り込みました（追加 ${added}件・更新 ${updated}件・削除 ${removed}件）。${stageWords.brought(results)}${left}`;
  },
  takeBack: '取り消す',
  takeBackAll: '取り込みを取り消す',
  takeBackRefused: '取り消せませんでした',
  takenBackNew: '取り込みを取り消し、報告をごみ箱に移しました。',
  takenBack: '取り込みを取り消しました。',
} as const;
