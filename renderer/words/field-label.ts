import { headingNames, nameOfField, type OwnNames } from '../../shared/words/field-names.ts';

const elsewhere: Readonly<Record<string, string>> = {
  number: '番号',
  row: '行全体',
  reportTitle: '標題',
  headLine: '職・氏名',
  columns: '表の見出し',
  outside: '表の外',
  ...headingNames,
};

/** The name of a place in a Word file, whatever main calls it; `form` is that of the report at hand. */
export function fieldLabel(field: string, form: OwnNames = {}): string {
  return nameOfField(field, form) ?? elsewhere[field] ?? field;
}
