import type { FormColumn } from '../../../shared/model/form.ts';
import { fieldNames } from '../../../shared/words/field-names.ts';
import { tableWords } from '../../words/table-words.ts';

/** What the way into a cell is called: No.3 取組結果・今後の取組の方向性を編集. */
export function cellName(number: number, content: FormColumn['content']): string {
  const names = content.flatMap((field) => (field === 'number' ? [] : [fieldNames[field]]));
  return names.length === 0 ? tableWords.row(number) : tableWords.edit(number, names.join('・'));
}
