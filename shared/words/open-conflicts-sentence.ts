/** So many places are named. */
const named = 6;

/** A place about which sides differ: what it is called, and the number of its row. */
interface OpenPlace {
  readonly row: number | null;
  readonly name: string;
}

/** 「3番 取組結果」; the order of rows and a row that is gone have no number. */
export function conflictPlaceName({ row, name }: OpenPlace): string {
  return row === null ? name : `${row}番 ${name}`;
}

/** Said where a report goes out about which sides still differ. */
export function openConflictsSentence(open: readonly OpenPlace[], inWord: boolean): string {
  const places = open.slice(0, named).map(conflictPlaceName).join('、');
  const more = open.length > named ? `、ほか${open.length - named}か所` : '';
  return `提出された内容との食い違いが${open.length}か所残ったまま書き出しました（${places}${more}）。書き出した内容は、取り込む前からの文です。${inWord ? 'その欄には色を付けています。' : ''}`;
}
