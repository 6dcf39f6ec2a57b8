import type { FormColumn } from '../../../shared/model/form.ts';
import { nameOfRowField } from '../../../shared/words/field-names.ts';
import { tableWords } from '../../words/table-words.ts';

/** What the way into a cell is called: No.3 取組結果・今後の取組の方向性を編集. */
export function cellName(number: number, content: FormColumn['content']): string {
  return tableWords.edit(number, namesOf(content));
}

/** What a cell is called: No.3 達成目標. */
export function panelName(number: number, content: FormColumn['content']): string {
  return tableWords.panel(number, namesOf(content));
}

function namesOf(content: FormColumn['content']): string {
  return content.flatMap((field) => (field === 'number' ? [] : [nameOfRowField(field)])).join('・');
}
