import type { Form } from '../../../shared/model/form.ts';
import { commandWords as words } from '../../words/command-words.ts';
import { columnWords } from '../../words/table-words.ts';
import type { ColumnWidths } from '../workplace/column-widths.svelte.ts';
import type { Command } from './commands.ts';

interface Ways {
  readonly form: () => Form;
  readonly widths: ColumnWidths;
  /** Begins to write in the selected cell. */
  readonly edit: () => void;
}

/** The commands of the whole table, while it stands there. */
export function tableCommands({ form, widths, edit }: Ways): readonly Command[] {
  return [
    {
      id: 'edit-cell',
      group: 'row',
      name: words.editCell,
      keys: ['F2'],
      words: ['せる', '書く', '編集'],
      run: edit,
    },
    {
      id: 'reset-columns',
      group: 'view',
      name: columnWords.reset,
      keys: [],
      words: ['れつ', 'はば', '列幅'],
      run: () => widths.reset(form()),
      available: () => !widths.areUsual(form()),
    },
  ];
}
