import { headingNames, nameOfField } from '../../shared/words/field-names.ts';

const elsewhere: Readonly<Record<string, string>> = {
  number: '番号',
  row: '行全体',
  reportTitle: '標題',
  headLine: '職・氏名',
  columns: '表の見出し',
  outside: '表の外',
  ...headingNames,
};

/** The name of a place in a Word file, whatever main calls it. */
export function fieldLabel(field: string): string {
  return nameOfField(field) ?? elsewhere[field] ?? field;
}
