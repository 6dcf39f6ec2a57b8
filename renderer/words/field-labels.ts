import type { InitiativeField, ReportHeading, Verdict } from '../../shared/model/report.ts';
import { fieldNames } from '../../shared/words/field-names.ts';

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
  if (Object.hasOwn(fieldNames, field)) return fieldNames[field as InitiativeField];
  if (Object.hasOwn(headingLabels, field)) return headingLabels[field as keyof ReportHeading];
  return null;
}
