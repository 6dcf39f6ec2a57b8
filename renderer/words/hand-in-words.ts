import type { LookedAt } from '../../shared/contract/hand-in-requests.ts';
import { placeWithRow } from './place-with-row.ts';

type TakeIn = Extract<LookedAt['comes'], { readonly to: 'take-in' }>;

/** So many places are named. */
const named = 12;

const rows = (count: number): string => `取組${count}件`;

const changed = (places: number): string => (places === 0 ? '報告の文は変わっていません' : `${places}か所`);
const differing = (places: number): string => `食い違いが${places}か所あります。`;

/** What a part that was looked at would come to. */
function whatComes({ comes, section }: LookedAt): readonly string[] {
  switch (comes.to) {
    case 'begin':
      return [
        '課に配布されたファイルです。書き始めると、この課の取組だけの報告を、今開いているファイルに作ります。',
      ];
    case 'begun':
      return ['この配布の報告は、今開いているファイルにもうあります。新しくは作りません。'];
    case 'known':
      return ['前に取り込んだ提出です。もう一度取り込んでも、何も変わりません。'];
    case 'take-in':
      return [whatChanges(comes), ...(comes.conflicts === 0 ? [] : [whatDiffers(comes.conflicts)])];
    case 'refused':
      return [`${section}からの提出ですが、取り込めません。`];
  }
}

function whatChanges({ merged }: TakeIn): string {
  if (merged.length === 0) return '取り込んでも、報告の文は変わりません。';
  return `取り込むと、${merged.length}か所が課の書いた内容になります。`;
}

function whatDiffers(count: number): string {
  return `${count}か所は、配布したあとにこちらでも直しています。取り込んでもこちらの文を残し、食い違いとして並べます。`;
}

/** Words of 配布, 提出 and 取り込み. */
export const handInWords = {
  menu: '配布・提出',
  giveOut: '課に配布する…',
  giveOutHelp: '課ごとの取組を、配布ファイルに書き出します。',
  handIn: '取りまとめ担当に提出する…',
  handInHelp: '課の取組を、提出ファイルに書き出します。',
  receive: '提出・配布のファイルを開く…',
  receiveHelp:
    '課からの提出（.sengen-part）を取り込みます。配布されたファイルから書き始めることもできます。',
  receiveShort: '提出・配布を開く',
  begin: { heading: '配布されたファイルから始める', button: '配布ファイルを開く' },
  beginText:
    '取りまとめ担当から届いた配布ファイル（.sengen-part）を選ぶと、自分の課の取組から書き始められます。',

  out: {
    heading: '課に配布する',
    lead: '課の取組と様式を、配布ファイル（.sengen-part）に書き出します。課のパソコンの Sengen で開くと、その取組だけを書けます。',
    which: '配布する課',
    all: (count: number) => `すべての課（${count}件のファイルを、選んだフォルダーに作る）`,
    deadline: '提出期限',
    deadlineHelp: '例：4月24日(金)',
    note: '課への連絡',
    noteHelp: '例：取組結果と実績値を書いてください',
    by: '配布する人',
    action: '書き出す',
    refused: '配布ファイルを書き出せませんでした',
    done: (section: string, count: number, path: string) =>
      `${section}の${rows(count)}を配布ファイルに書き出しました（${path}）。`,
    doneAll: (sections: number, without: number, folder: string) =>
      `${sections}課分の配布ファイルを書き出しました（${folder}）。${
        without === 0 ? '' : `担当課名のない${rows(without)}は、どの課にも配布していません。`
      }`,
    none: '担当課名の入った取組がありません。取組に担当課名を入れてから配布してください。',
  },

  handing: {
    heading: '取りまとめ担当に提出する',
    lead: '課の取組を、今の内容で提出ファイル（.sengen-part）に書き出します。提出したあとも書き続けられ、直したら何度でも提出できます。',
    section: '提出する課',
    deadline: (deadline: string) => `提出期限：${deadline}`,
    before: (count: number) => `これまでに${count}回提出しています。`,
    by: '提出する人',
    note: '備考',
    noteHelp: '例：取組2の実績値は、確定次第もう一度提出します',
    action: '提出ファイルを書き出す',
    refused: '提出ファイルを書き出せませんでした',
    done: (section: string, count: number, path: string) =>
      `${section}の${rows(count)}を提出ファイルに書き出しました（${path}）。取りまとめ担当に渡してください。`,
  },

  received: {
    heading: '届いたファイル',
    lead: '内容を確かめてから取り込みます。まだ何も変わっていません。',
    several: (count: number) => `${count}件のファイルを調べました。`,
    refused: '読み取れませんでした',
    failed: '取り込めませんでした',
    opening: 'ファイルを調べています…',
    name: ({ kind, yearLabel, department, section }: LookedAt) =>
      `${section}${kind === 'given-out' ? 'への配布' : 'の提出'}（${`${yearLabel} ${department}`.trim()}）`,
    file: 'ファイル',
    by: { 'given-out': '配布した人', 'handed-in': '提出した人' } as const,
    at: { 'given-out': '配布した日時', 'handed-in': '提出した日時' } as const,
    revision: '版',
    revisionOf: (revision: number) => `第${revision}版`,
    deadline: '提出期限',
    note: { 'given-out': '課への連絡', 'handed-in': '備考' } as const,
    rows: '取組',
    rowsOf: (count: number) => `${count}件`,
    nobody: '（記入なし）',
    whatComes,
    places: (count: number) => `変わるところ（${count}か所）`,
    place: placeWithRow,
    more: (count: number) => (count > named ? `ほか${count - named}か所` : ''),
    named,
    word: 'Word ファイルで書かれた提出です。',
    byTitle:
      '印が失われているため、取組名で見分けました。どの取組になるかを確かめてから取り込んでください。',
    wordRows: (count: number) => `見分けた取組（${count}件）`,
    wordRow: (place: number, title: string, row: number | null) =>
      `${place}行目「${title}」→ ${row === null ? '新しい取組' : `No.${row}`}`,
    wordGone: (row: number, title: string) => `No.${row}「${title}」は、このファイルにありません。`,
    unplaced: (count: number) => `どの欄にも入れない文（${count}件）`,
    takeIn: '取り込む',
    takeInName: (section: string) => `${section}の提出を取り込む`,
    takeInAll: (count: number) => `${count}件をすべて取り込む`,
    begin: 'この課の取組を書き始める',
    create: '新しいファイルを作って書き始める',
    show: '報告を開く',
    showName: (section: string) => `${section}の取組がある報告を開く`,
    taken: (merged: number, conflicts: number) =>
      `取り込みました（${changed(merged)}）。${conflicts === 0 ? '食い違いはありません。' : differing(conflicts)}`,
    known: '前に取り込んだ提出でした。何も変わっていません。',
  },

  takenIn: (section: string, merged: number, conflicts: number) =>
    `${section}の提出を取り込みました（${changed(merged)}）。${conflicts === 0 ? '' : differing(conflicts)}`,
  knownIn: (section: string) => `${section}のこの提出は、前に取り込んでいます。何も変わっていません。`,
  takeBack: '取り込みを取り消す',
  takenBack: (section: string) => `${section}の提出の取り込みを取り消しました。`,
  begun: (section: string, count: number, deadline: string) =>
    `${section}の${rows(count)}の報告を作りました。${deadline === '' ? '' : `提出期限は${deadline}です。`}書き終えたら「配布・提出」から提出します。`,
} as const;
