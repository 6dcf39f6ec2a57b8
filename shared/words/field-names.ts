import type { InitiativeField, ReportHeading } from '../model/report.ts';

/** What a person calls each field of a row. */
export const fieldNames: Readonly<Record<InitiativeField, string>> = {
  title: '取組名',
  section: '担当課名',
  plan: '取組内容',
  targets: '達成目標',
  results: '取組結果',
  direction: '今後の取組の方向性',
  outcomes: '目標達成状況',
};

/** What the fields above the table are called. */
export const headingNames: { readonly [field in keyof ReportHeading]: string } = {
  municipality: '市区町村名',
  department: '部名',
  fiscalYear: '年度',
  yearLabel: '年度の表記',
  headPost: '部長の職名',
  headName: '部長の氏名',
};

/** The name of a field of a row or of the heading, by its key; null for keys that are neither's. */
export function nameOfField(field: string): string | null {
  if (Object.hasOwn(fieldNames, field)) return fieldNames[field as InitiativeField];
  if (Object.hasOwn(headingNames, field)) return headingNames[field as keyof ReportHeading];
  return null;
}
