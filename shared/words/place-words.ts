import { fieldNames, headingNames } from './field-names.ts';

const partNames: Readonly<Record<string, string>> = {
  ...fieldNames,
  ...headingNames,
  format: '形式（format）',
  head: '部長',
  post: '職名',
  name: '氏名',
  initiatives: '取組',
  number: '番号',
  pageBreakBefore: '改ページ',
  declarationPageBreakBefore: '目標宣言の改ページ',
  measure: '内容',
  note: '補足',
  value: '値',
  verdict: '判定',
  statement: '達成状況の説明',
  asOf: '時点',
  figures: '実績値',
  label: '実績値の項目名',
  id: '識別子',
  stage: '段階',
};

/** A place in a file as a person says it: `initiatives[2].targets[0].measure` → 3番目の取組の1番目の達成目標の目標. */
export function placeWords(path: string): string {
  if (path === '') return 'ファイル全体';
  return path
    .split('.')
    .map((part) => {
      const [, key = part, index] = /^(\w+)(?:\[(\d+)\])?$/.exec(part) ?? [];
      const name = partNames[key] ?? `「${key}」`;
      return index === undefined ? name : `${Number(index) + 1}番目の${name}`;
    })
    .join('の');
}
