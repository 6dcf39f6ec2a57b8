import type { InitiativeField } from '../model/report.ts';

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
