import type { NeededPart } from '../state/importing/import-outcome.ts';
import { headingNames } from '../../shared/words/field-names.ts';

/** Words of taking in many files at once. */
export const importManyWords = {
  heading: (files: number) => `読み取ったファイル（${files}件）`,
  lead: '年度の順に並べています。足りない項目を補い、取り込むファイルを選んでください。',
  list: '取り込むファイル',
  name: (yearLabel: string, department: string) =>
    `${yearLabel === '' ? '（年度なし）' : yearLabel} ${department === '' ? '（部名なし）' : department}`,
  rows: (rows: number) => `取組 ${rows}件`,
  placed: (placed: number, paragraphs: number) => `${paragraphs}段落中 ${placed}段落を読み取りました`,
  look: '内容を見る',
  lookAt: (fileName: string) => `${fileName}の内容を見る`,
  of: (fileName: string) => `${fileName}の`,
  unplaced: (count: number) => `どの欄にも入らない文が${count}件あります。「内容を見る」で確かめられます。`,
  unmentioned: (count: number) =>
    `ファイルにない取組${count}件は、そのまま残します。「内容を見る」で選べます。`,
  companion: (fileName: string) =>
    `「${fileName}」と同じ報告です。続けて取り込み、取組ごとに1つの報告にまとめます。`,
  twin: (fileName: string) => `「${fileName}」と同じ年度・同じ部です。どちらか一方を選んでください。`,
  yearFromName: '年度はファイル名から補いました。違っていれば直してください。',
  lacks: (parts: readonly NeededPart[]) =>
    `${parts.map((part) => headingNames[part]).join('・')}を入れてください。`,
  left: '中止したため、まだ取り込んでいません。',
  forAll: 'ファイルに書かれていない項目',
  forAllHelp: (files: number) => `ここに入れると、書かれていない${files}件にまとめて入ります。`,
  changes: '変更履歴の扱い',
  refused: (files: number) => `読み取れなかったファイル（${files}件）`,
  refusedHelp: 'ほかのファイルの取り込みには影響しません。',
  store: (files: number) => `${files}件を取り込む`,
  storeNone: '取り込むファイルを選んでください',
  outcomes: (added: number, updated: number) =>
    [added === 0 ? '' : `新しい報告 ${added}件`, updated === 0 ? '' : `すでにある報告の更新 ${updated}件`]
      .filter((part) => part !== '')
      .join('、'),
  cancel: 'やめる',
  close: '閉じる',
  stop: '中止',
  stopping: '中止しています…',
  storing: '取り込んでいます',
  storedFiles: (files: number, rows: number) => `${files}件の報告（取組 ${rows}件）を取り込みました。`,
  notes: '取り込みで気を付けること',
  toLinks: '年度をまたぐ取組のつながりを確かめる',
  toLinksHelp: '同じ取組を年度どうしでつなぐと、前年度の文を並べて見たり、違いを比べたりできます。',
  backToList: '一覧に戻る',
  nothingLeft: 'すべて取り込みました。',
  noneReadable: '読み取れたファイルはありませんでした。',
} as const;
