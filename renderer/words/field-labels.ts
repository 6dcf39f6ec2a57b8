import type { InitiativeField, ReportHeading, Verdict } from '../../shared/model/report.ts';

/** What the fields of a row are called, on the page as in the official table. */
export const fieldLabels: { readonly [field in InitiativeField]: string } = {
  title: '取組名',
  section: '担当課名',
  plan: '取組内容',
  targets: '達成目標',
  results: '取組結果',
  direction: '今後の取組の方向性',
  outcomes: '目標達成状況',
};

/** What the fields above the table are called. */
export const headingLabels: { readonly [field in keyof ReportHeading]: string } = {
  municipality: '市区町村名',
  department: '部名',
  fiscalYear: '年度',
  yearLabel: '年度の表記',
  headPost: '部長の職名',
  headName: '部長の氏名',
};

export const verdictLabels: { readonly [verdict in Verdict]: string } = {
  achieved: '達成',
  'partly-achieved': '一部達成',
  'not-achieved': '未達成',
  'not-assessable': '評価不能',
};

/** 達成状況 that nobody has chosen yet. */
export const noVerdictLabel = '未選択';

/** The name of a field as main writes it in a step's summary; null for names the page doesn't know. */
export function labelOfField(field: string): string | null {
  if (Object.hasOwn(fieldLabels, field)) return fieldLabels[field as InitiativeField];
  if (Object.hasOwn(headingLabels, field)) return headingLabels[field as keyof ReportHeading];
  return null;
}
