import type { FormColumn } from '../../../shared/model/form.ts';
import { fieldNames } from '../../../shared/words/field-names.ts';
import { tableWords } from '../../words/table-words.ts';

/** What the way into a cell is called: No.3 取組結果・今後の取組の方向性を編集. */
export function cellName(number: number, content: FormColumn['content']): string {
  const names = namesOf(content);
  return names === '' ? tableWords.row(number) : tableWords.edit(number, names);
}

/** What stands above a cell that is written in below its row: No.3 達成目標. */
export function panelName(number: number, content: FormColumn['content']): string {
  const names = namesOf(content);
  return names === '' ? tableWords.rowPanel(number) : tableWords.panel(number, names);
}

function namesOf(content: FormColumn['content']): string {
  return content.flatMap((field) => (field === 'number' ? [] : [fieldNames[field]])).join('・');
}
