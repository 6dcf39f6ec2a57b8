import type { FormColumn } from '../../../shared/model/form.ts';
import { nameOnForm, type OwnNames } from '../../../shared/words/field-names.ts';
import { tableWords } from '../../words/table-words.ts';

/** What the way into a cell is called: No.3 取組結果・今後の取組の方向性を編集. */
export function cellName(number: number, content: FormColumn['content'], form: OwnNames): string {
  return tableWords.edit(number, namesOf(content, form));
}

/** What a cell is called: No.3 達成目標. */
export function panelName(number: number, content: FormColumn['content'], form: OwnNames): string {
  return tableWords.panel(number, namesOf(content, form));
}

function namesOf(content: FormColumn['content'], form: OwnNames): string {
  return content.flatMap((field) => (field === 'number' ? [] : [nameOnForm(form, field)])).join('・');
}
