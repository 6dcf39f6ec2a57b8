import type { Severity } from '../../shared/model/checks/finding.ts';
import { findingWords } from './finding-words.ts';

/** Words of the pane beside the form. */
export const sideWords = {
  noRow: '取組を選ぶと、ここに表示します。',
  loading: '読み込んでいます…',
  again: 'もう一度試す',
  refused: '読み込めませんでした',
  more: 'さらに表示',
  field: (field: string) => `${field}について`,

  lastYear: {
    heading: (year: string, row: number) => `${year} No.${row}`,
    none: {
      heading: '前年度の取組が見つかりません',
      text: '前年度の報告に、取組名や担当課名の似た取組がありません。新しい取組のときや、前年度の報告がこのファイルに入っていないときは、ここには何も出ません。',
      next: '前年度の報告があるときは、「報告の一覧」から取り込むと比べられます。',
    },
    show: '見せ方',
    text: '前年度の文',
    changes: '今年度との違い',
    legend: '印の付いたところが、今年度の文と違います。',
    same: '今年度と同じです。',
    emptyThen: '前年度は空欄でした。',
    emptyNow: '今年度はまだ空欄です。',
    copy: 'この欄に写す',
    copyName: (field: string) => `前年度の${field}をこの欄に写す`,
    copied: (field: string) => `前年度の${field}を写しました。`,
    copyBlanks: '空いている欄にまとめて写す',
    copiedBlanks: '前年度の取組名から達成目標までを、空いている欄に写しました。',
    choose: {
      heading: 'どの取組の続きですか',
      text: (year: string) =>
        `${year}の似た取組が見つかりません。続きの取組を選ぶと、その文を横に並べて写せます。`,
      list: (year: string) => `${year}の取組`,
    },
  },

  guidance: {
    of: '手引を見る欄',
    none: 'この欄の手引は、様式に書かれていません。',
    what: '書くこと',
    style: '書き方',
    declaration: '目標宣言（年度当初）',
    report: '達成状況報告（年度末）',
    good: '良い例',
    poor: '直したい例',
    why: '直すところ',
    start: '欄に入ると、その欄の手引に切り替わります。',
  },

  findings: {
    scope: '調べる範囲',
    row: 'この取組',
    report: '報告全体',
    asked: (stage: string) => `「${stage}」に書く欄を調べています。`,
    none: '未記入の項目はありません。',
    noRows: 'まだ取組がありません。取組を追加すると、未記入の項目をここに表示します。',
    count: (count: number) => `未記入の項目 ${count}件`,
    list: '未記入の項目',
    rowHeading: (number: number, title: string) =>
      `No.${number} ${title === '' ? '（取組名なし）' : title}`,
    jump: (row: number, what: string) => `No.${row} ${what}（欄へ移動）`,
  },

  checked: {
    heading: '数値と文章の確認',
    about:
      '保存するたびに、数値の食い違い、議員から問われそうな点、公用文の書き方を調べます。文章は何も変わりません。',
    marked: '文章の中に印を付ける',
    keys: '印の付いた語を押すと、理由と直し方を表示します（Alt+F7 でも）。',
    looking: '調べています…',
    none: '指摘はありません。',
    findings: '指摘',
    questions: '議員から問われそうな点',
    count: (name: string, count: number) => `${name} ${count.toLocaleString('ja-JP')}件`,
    line: (row: number | null, severity: Severity, sentence: string, fix: string | null) =>
      [
        row === null ? '全体' : `No.${row}`,
        `［${findingWords.severity(severity)}］`,
        sentence,
        ...(fix === null || fix === '' ? [] : [`→ ${fix}`]),
      ].join(' '),
    jump: (text: string) => `${text}（欄へ移動）`,
  },

  history: {
    scope: '調べる範囲',
    field: (field: string) => `この欄（${field}）`,
    anyField: 'この欄',
    row: 'この取組',
    report: '報告全体',
    list: '変更の履歴',
    none: 'まだ変更はありません。',
    by: (author: string) => author,
    undo: '元に戻す',
    redo: 'やり直し',
    before: '変更前',
    after: '変更後',
    empty: '（空欄）',
    restore: '変更前の内容に戻す',
    restoreName: (what: string, when: string) => `${what}を ${when} の変更前の内容に戻す`,
    restored: (what: string) => `${what}を前の内容に戻しました。`,
    now: '今の内容と同じです',
    moreEdits: (count: number) => `ほか ${count} か所`,
  },

  preview: {
    scope: '範囲',
    row: 'この取組',
    report: '表全体',
    size: '大きさ',
    fit: '幅に合わせる',
    readable: '読みやすく',
    pageBreak: (page: number) => `ここで改ページ（${page}ページ目）`,
    pageStart: (page: number) => `${page}ページ目`,
    large: '大きく表示',
    print: '印刷',
    printHelp: (form: string) => `${form}の表全体を印刷します（Ctrl+P でも）`,
    showReport: '表全体を見る',
    showRow: 'この取組だけを見る',
    heading: '印刷プレビュー',
    table: (form: string) => `${form}の表`,
    note: '行の高さとページの分かれ目は、Word で開いたときと少し違うことがあります。',
  },

  removedText: '削除',
  addedText: '追加',
} as const;
