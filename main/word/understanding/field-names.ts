import type { InitiativeField } from '../../../shared/model/report.ts';

/** A column's content: a field, or the row's number. */
export type ColumnField = 'number' | InitiativeField;

/** What offices write over a column or before a part of a cell, without spaces and at one width. */
const names: Readonly<Record<ColumnField, readonly string[]>> = {
  number: ['NO.', 'NO', '番号', '項番', '連番', '通番', '整理番号', '項目番号', '取組番号', '#', '№'],
  title: [
    '取組名',
    '取組名称',
    '取組項目',
    '取組事項',
    '取組事業',
    '重点取組',
    '重点取組事項',
    '重点取組項目',
    '重点施策',
    '主要事業',
    '主な取組',
    '重点事業',
    '重点目標',
    '事業名',
    '事業名称',
    '事務事業名',
    '事務事業',
    '施策名',
    '目標項目',
    '項目名',
    '項目',
    '取組',
    '事業',
    '施策',
  ],
  section: [
    '担当課名',
    '担当課',
    '担当課等',
    '担当部署',
    '担当',
    '担当所属',
    '担当課室',
    '担当係',
    '所管課名',
    '所管課',
    '所管',
    '課名',
    '主管課',
    '所属',
  ],
  plan: [
    '取組内容',
    '取組の内容',
    '取組概要',
    '取組の概要',
    '具体的な取組',
    '具体的取組',
    '具体的な取組内容',
    '事業内容',
    '事業概要',
    '事業の概要',
    '実施内容',
    '実施計画',
    '具体的な実施内容',
    '取組方法',
    '取組方針',
    '内容',
    '概要',
  ],
  targets: [
    '達成目標',
    '達成目標値',
    '目標値',
    '目標数値',
    '数値目標',
    '成果目標',
    '成果指標',
    '目標指標',
    '年度目標',
    '到達目標',
    '目標内容',
    '目標水準',
    '目標',
    '指標',
  ],
  results: [
    '取組結果',
    '取組の結果',
    '取組実績',
    '取組の実績',
    '取組成果',
    '取組の成果',
    '取組状況',
    '取組の状況',
    '実施結果',
    '実施状況',
    '実施実績',
    '取組内容と結果',
    '取組結果等',
    '実施内容と結果',
    '進捗状況',
    '結果',
    '成果',
  ],
  direction: [
    '今後の取組の方向性',
    '今後の取組方向性',
    '今後の取組の方向',
    '今後の取組方針',
    '今後の取組予定',
    '今後の方向性',
    '今後の方針',
    '今後の取組',
    '今後の対応',
    '今後の展開',
    '今後の予定',
    '今後の課題',
    '今後の課題と取組',
    '課題と今後の取組',
    '課題と今後の対応',
    '次年度の取組',
    '次年度に向けた取組',
    '次年度への取組',
    '次年度の方向性',
    '次年度の予定',
    '次年度以降の取組',
    '次年度以降の方向性',
    '次年度以降の予定',
    '来年度の取組',
    '来年度に向けた取組',
    '来年度の方向性',
    '翌年度の取組',
    '翌年度以降の取組',
    '方向性',
  ],
  outcomes: [
    '目標達成状況',
    '目標の達成状況',
    '目標達成度',
    '目標達成の状況',
    '達成状況',
    '達成結果',
    '達成度',
    '達成実績',
    '実績値',
    '実績数値',
    '目標に対する実績',
    '目標に対する結果',
    '目標に対する達成状況',
    '目標に対する達成度',
    '目標の実績',
    '目標の達成度',
    '目標の達成結果',
    '成果実績',
    '実績',
  ],
};

const fieldByName: ReadonlyMap<string, ColumnField> = new Map(
  Object.entries(names).flatMap(([field, list]) =>
    list.map((name) => [comparable(name), field as ColumnField]),
  ),
);
const longestName = Math.max(...[...fieldByName.keys()].map(({ length }) => length));

/** Text at one width, without spaces, and with one spelling of 取組. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/取り?組み?/g, '取組')
    .toUpperCase();
}

/** The field that `text` is a name of, and nothing else; null for any other text. */
export function fieldNamed(text: string): ColumnField | null {
  return text.length > 40 ? null : (fieldByName.get(comparable(text)) ?? null);
}

/** The fields that a heading names, in its order, and how much of it (0 to 1) is such names. */
export function fieldsInHeading(text: string): { readonly fields: ColumnField[]; readonly share: number } {
  const heading = comparable(text)
    .replace(/(?:令和|平成|昭和|R|H)?(?:\d+|元)年度/g, '')
    .replace(/[()[\]【】〔〕<>〈〉・、,/:]/g, '');
  const fields: ColumnField[] = [];
  let known = 0;
  for (let at = 0; at < heading.length;) {
    const length = lengthOfName(heading, at);
    const field = fieldByName.get(heading.slice(at, at + length));
    if (field !== undefined) {
      if (!fields.includes(field)) fields.push(field);
      known += length;
    }
    at += Math.max(1, length);
  }
  return { fields, share: heading === '' ? 0 : known / heading.length };
}

/** The length of the longest name that starts at `at`; 0 for none. */
function lengthOfName(heading: string, at: number): number {
  for (let length = Math.min(longestName, heading.length - at); length > 0; length -= 1) {
    if (fieldByName.has(heading.slice(at, at + length))) return length;
  }
  return 0;
}
