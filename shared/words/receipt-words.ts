import type { DocumentLine } from './document-line.ts';

/** What a receipt (受領書) is about. */
export interface Receipt {
  readonly yearLabel: string;
  /** What the document is called: 達成状況報告. */
  readonly document: string;
  readonly section: string;
  /** Who handed it in; '' where nobody knows. */
  readonly by: string;
  /** When it was handed in and when this was written, as a person reads it. */
  readonly handedInAt: string;
  readonly writtenAt: string;
  readonly fileName: string;
  readonly revision: number;
  /** Of its content: 64 hexadecimal digits. */
  readonly hash: string;
  readonly note: string;
  /** Places as a person knows them: 「No.12 取組結果」. */
  readonly taken: readonly string[];
  readonly conflicts: readonly string[];
  readonly missing: readonly string[];
}

/** Most places that are named under a heading: the receipt is one page. */
const most = 5;

/** 受領書: what of a hand-in was taken in, what differs, what is missing. A line each. */
export function receiptLines(receipt: Receipt): readonly DocumentLine[] {
  const { section, by, note, taken, conflicts, missing } = receipt;
  const line = (look: DocumentLine['look'], text: string): DocumentLine => ({ look, text });
  const listed = (places: readonly string[], none: string): DocumentLine[] => [
    ...(places.length === 0 ? [line('item', none)] : []),
    ...places.slice(0, most).map((place) => line('item', `・${place}`)),
    ...(places.length > most ? [line('item', `ほか${places.length - most}件`)] : []),
  ];
  return [
    line('right', receipt.writtenAt),
    line('left', `${section} 御中`),
    line('left', ''),
    line('left', `${receipt.yearLabel} ${receipt.document}について、次の提出を受領しました。`),
    line('heading', '１\u3000受領した提出'),
    line('item', `提出者：${by === '' ? section : `${section} ${by}`}`),
    line('item', `提出日時：${receipt.handedInAt}`),
    line('item', `ファイル名：${receipt.fileName}`),
    line('item', `版：第${receipt.revision}版`),
    line('item', `照合番号：${receipt.hash.slice(0, 12)}`),
    ...(note === '' ? [] : [line('item', `連絡事項：${note}`)]),
    line('heading', `２\u3000取り込んだ内容（${taken.length}か所）`),
    ...listed(taken, '変更された箇所はありませんでした。'),
    line('heading', `３\u3000食い違いのある箇所（${conflicts.length}か所）`),
    ...listed(conflicts, 'ありません。'),
    ...(conflicts.length === 0
      ? []
      : [line('item', '取りまとめ担当で内容を確かめます。両方の文を残しています。')]),
    line('heading', `４\u3000記入が不足している箇所（${missing.length}か所）`),
    ...listed(missing, 'ありません。'),
    ...(missing.length === 0 ? [] : [line('item', '記入のうえ、もう一度提出してください。')]),
  ];
}
