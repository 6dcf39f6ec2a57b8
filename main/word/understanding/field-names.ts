import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { once } from '../../../shared/once.ts';
import { wordFinder } from './headings/word-finder.ts';

/** A column's content: a field, or the row's number. */
export type ColumnField = 'number' | RowField;

/** Every word of the first list before every one of the second. */
function each(firsts: readonly string[], ...more: readonly (readonly string[])[]): string[] {
  const [seconds, ...rest] = more;
  if (seconds === undefined) return [...firsts];
  return each(
    firsts.flatMap((first) => seconds.map((second) => first + second)),
    ...rest,
  );
}

const doing = ['取組', '事業', '施策', '活動', '実施', '業務'];
const main = ['', '主な', '主要', '主要な', '重点', '具体的', '具体的な', '個別'];
/** Before what is done next: the year after, or what is to come. */
const next = [
  ...['今後', '次年度', '翌年度', '来年度', '次年度以降', '翌年度以降', '来年度以降', '次年度以後', '将来'],
];
const towards = ['', 'の', 'に向けた', 'に向けての', 'への', 'における', 'に対する'];
const ahead = [
  ...[
    '取組',
    '方向性',
    '方向',
    '方針',
    '対応',
    '対応方針',
    '対応策',
    '展開',
    '予定',
    '計画',
    '見通し',
    '改善',
    '進め方',
  ],
  ...[
    '取組の方向性',
    '取組方向性',
    '取組の方向',
    '取組の方針',
    '取組方針',
    '取組内容',
    '取組予定',
    '取組計画',
    '課題',
  ],
  ...[
    '課題と取組',
    '課題と対応',
    '課題及び取組',
    '事業展開',
    '事業の方向性',
    '改善策',
    '改善点',
    '改善内容',
    '考え方',
  ],
];

/**
 * What offices write over a column, beside or above a text, without spaces and at one width. Where two columns
 * are for one thing, the name that stands first counts.
 */
const names = (): Readonly<Record<ColumnField, readonly string[]>> => ({
  number: [
    ...[
      'NO.',
      'NO',
      '№',
      '番号',
      '項番',
      '連番',
      '通番',
      '整理番号',
      '項目番号',
      '取組番号',
      '取組NO',
      '取組NO.',
    ],
    ...['順位', '順番', '番', '#', '事業番号', '通し番号'],
  ],
  title: [
    ...each(['取組'], ['名', '名称', '項目', '事項', '件名', 'の名称', 'テーマ']),
    ...each(['主な', '主要な', '主要', '重点', '重点的な', '個別'], ['取組'], ['', '名', '事項', '項目']),
    ...each(['事業', '事務事業', '業務', '重点事業', '主要事業', '主な事業'], ['名', '名称', '']),
    ...['重点目標', '重点項目', '重点課題', '目標名', '件名', 'テーマ', '取組'],
    ...['施策名', '施策名称', '重点施策', '主要施策', '主な施策', '施策', '項目名', '項目'],
  ],
  section: [
    ...each(
      ['', '主', '主な', '主管', '取組'],
      ['担当'],
      ['', '課', '課名', '課等', '部署', '部署名', '所属', '課室', '係', '係名', '所管', '室'],
    ),
    ...each(['所管', '主管', '所属', '実施', '推進'], ['課', '課名', '課等', '部署', '部署名', '課室']),
    ...['所管', '課名', '課', '所属', '所属名', '課等名', '課・室名', '課室名', '担当組織', '実施主体'],
  ],
  plan: [
    ...each(main, ['取組'], ['内容', 'の内容', '概要', 'の概要', '方法', '方針', '計画', '事項の内容']),
    ...each(['具体的な', '具体的'], ['取組', '内容', '方策', '手段', '活動']),
    ...each(
      ['事業', '施策', '活動', '実施', '事務事業', '業務'],
      ['内容', 'の内容', '概要', 'の概要', '計画', '方法'],
    ),
    ...each(['具体的な', '具体的'], ['実施', '事業', '活動'], ['内容', '計画']),
    ...[
      '目標達成のための取組',
      '目標達成に向けた取組',
      '達成するための取組',
      '目標を達成するための取組',
      '達成のための取組',
    ],
    ...['達成に向けた取組', '達成手段', '達成方法', '手段', '方策', '内容', '概要'],
  ],
  targets: [
    ...[
      '達成目標',
      '達成目標値',
      '達成すべき目標',
      '達成する目標',
      '目標値',
      '目標数値',
      '目標数',
      '数値目標',
      '到達目標',
      '到達目標値',
    ],
    ...[
      '成果目標',
      '活動目標',
      '年度目標',
      '目標内容',
      '目標水準',
      '達成水準',
      '目標の内容',
      '取組目標',
      '目標',
    ],
    ...each(
      ['成果', '目標', '評価', '活動', '数値', '管理', '測定', '達成', '業績', ''],
      ['指標'],
      ['', '名', '値'],
    ),
    ...['KPI', '重要業績評価指標', '目標項目', '指標項目', '目標とする指標'],
  ],
  results: [
    ...each(doing, [
      '結果',
      'の結果',
      '実績',
      'の実績',
      '成果',
      'の成果',
      '状況',
      'の状況',
      '経過',
      '結果内容',
      '結果報告',
    ]),
    ...each(['取組', '実施'], ['結果', '実績', '状況', '内容'], ['等', 'と成果', '・成果', '及び成果']),
    ...[
      '取組内容と結果',
      '実施内容と結果',
      '進捗状況',
      '結果',
      '成果',
      '主な成果',
      '実施したこと',
      '取り組んだこと',
      '実績内容',
    ],
  ],
  direction: [
    ...each(next, towards, ahead),
    ...each(
      ['課題', '問題点'],
      ['と', '・', '及び', 'や', ''],
      next,
      ['', 'の', 'に向けた', 'への'],
      ahead,
    ),
    ...[
      '方向性',
      '改革改善の考え方',
      '改革・改善の考え方',
      '改善の方向性',
      '改善策',
      '今後について',
      '今後の取組方針・課題',
    ],
  ],
  outcomes: [
    ...each(
      ['目標', '目標の', '目標値の', '成果目標の', '指標の', '数値目標の'],
      ['達成'],
      ['状況', '度', 'の状況', '結果', '実績', '度合い', '度合'],
    ),
    ...each(['', '実績'], ['達成状況', '達成結果', '達成度', '達成実績', '到達状況', '到達度']),
    ...each(
      ['目標', '目標値', '指標'],
      ['に対する'],
      ['実績', '結果', '達成状況', '達成度', '成果', '実績値'],
    ),
    ...[
      '実績値',
      '実績数値',
      '目標の実績',
      '成果実績',
      '実績',
      '目標達成',
      '評価',
      '達成値',
      '達成数値',
      '目標達成結果',
    ],
  ],
});

/**
 * The names as they are looked up, in the words of {@link comparable}: the field of each, and how far ahead of the others
 * of its field it stands, 0 for the first.
 *
 * They are some ten thousands, and nobody who only starts the program reads a table.
 */
const known = once(() => {
  const fields = new Map<string, ColumnField>();
  const places = new Map<string, number>();
  for (const [field, list] of Object.entries(names()) as [ColumnField, readonly string[]][]) {
    for (const [place, text] of list.entries()) {
      const name = comparable(text);
      // A name that two fields have is the first one's.
      if (!fields.has(name)) fields.set(name, field);
      places.set(name, place);
    }
  }
  return { fields, places, at: wordFinder([...fields.keys()]) };
});

/** Text at one width, without spaces, and with one spelling of 取組. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/取り?組み?/g, '取組')
    .toUpperCase();
}

/** The name of a field that stands in `text` at a place, the longest there is; '' for none. */
export function fieldNameAt(text: string, at: number): string {
  return known().at(text, at);
}

/** The field that `name`, in the words of {@link comparable}, is a name of; undefined for any other. */
export function fieldNamed(name: string): ColumnField | undefined {
  return known().fields.get(name);
}

/** Where two columns are for one thing, the one with the lower number counts. */
export function placeOfName(name: string): number {
  return known().places.get(name) ?? Number.MAX_SAFE_INTEGER;
}
