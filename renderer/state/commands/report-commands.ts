import { commandWords as words } from '../../words/command-words.ts';
import { workplaceWords } from '../../words/workplace-words.ts';
import { focusField } from '../workplace/focus-field.ts';
import { lockOf } from '../editing/field-lock.ts';
import { changing } from './changing.ts';
import type { Command } from './commands.ts';
import type { FieldFocus } from '../workplace/field-focus.svelte.ts';
import type { PaneFocus } from '../workplace/pane-focus.ts';
import { sideTabs } from '../workplace/side-tab.ts';
import { middleViews, type WorkplaceLayout } from '../workplace/workplace-layout.svelte.ts';
import type { Workplace } from '../workplace/workplace.svelte.ts';
import { printSheet } from '../../writing/print-sheet.ts';

interface Parts {
  /** Where the focus goes back to from the pane at the side. */
  readonly fieldFocus: FieldFocus;
  readonly workplace: Workplace;
  readonly layout: WorkplaceLayout;
  readonly paneFocus: PaneFocus;
  /** Enters the next field that is asked for and not written yet. */
  readonly seekMissing: () => void;
  /** Starts a comment where the person is. */
  readonly comment: () => void;
}

/** The commands of an open report. */
export function reportCommands(parts: Parts): readonly Command[] {
  return [...ofReport(parts), ...ofRow(parts), ...ofView(parts)];
}

function ofReport({ workplace }: Parts): Command[] {
  return [
    {
      id: 'save',
      group: 'report',
      name: words.save,
      keys: ['Ctrl+S'],
      words: ['ほぞん', 'save'],
      run: () => void workplace.reassure(),
    },
    ...changing(lockOf(workplace.editor), [
      {
        id: 'undo',
        group: 'report',
        name: words.undo,
        keys: ['Ctrl+Z'],
        words: ['もどす', '取り消す', 'undo'],
        repeats: true,
        run: () => void workplace.undo(),
      },
      {
        id: 'redo',
        group: 'report',
        name: words.redo,
        keys: ['Ctrl+Y', 'Ctrl+Shift+Z'],
        words: ['やりなおす', 'redo'],
        repeats: true,
        run: () => void workplace.redo(),
      },
    ]),
    {
      id: 'print',
      group: 'report',
      name: words.print,
      keys: ['Ctrl+P'],
      words: ['いんさつ', '紙', 'print'],
      run: printSheet,
    },
    {
      id: 'heading',
      group: 'report',
      name: words.heading,
      keys: [],
      words: ['ひょうだい', 'ぶちょう', '年度'],
      run: () => workplace.select({ kind: 'heading' }),
    },
  ];
}

function ofRow({ workplace, comment, seekMissing }: Parts): Command[] {
  const atRow = (): boolean => workplace.row !== null;
  const command = (
    id: string,
    name: string,
    keys: readonly string[],
    run: () => void,
    others: Partial<Command> = {},
  ): Command => ({ id, group: 'row', name, keys, run, available: atRow, ...others });
  const changes = (...commands: readonly Command[]): readonly Command[] =>
    changing(lockOf(workplace.editor), commands);
  return [
    ...changes(
      command('add-row', words.addRow, ['Ctrl+Shift+Enter'], () => workplace.addRow(), {
        available: () => true,
      }),
    ),
    command('edit-title', words.editTitle, ['F2'], () => {
      const { row } = workplace;
      if (row === null) return;
      const text = row.initiative.title;
      void focusField({ row: row.id, field: 'title' }, text === '' ? {} : { text });
    }),
    command('previous-row', words.previousRow, ['Alt+PageUp'], () => workplace.selectBy(-1), {
      repeats: true,
    }),
    command('next-row', words.nextRow, ['Alt+PageDown'], () => workplace.selectBy(1), { repeats: true }),
    ...changes(
      command('row-up', words.rowUp, ['Alt+Shift+↑'], () => void workplace.moveRow(-1), { repeats: true }),
      command('row-down', words.rowDown, ['Alt+Shift+↓'], () => void workplace.moveRow(1), {
        repeats: true,
      }),
    ),
    command('next-missing', words.nextMissing, ['F8'], seekMissing, {
      words: ['みきにゅう', '空欄', '不足', '抜け'],
      available: () => true,
      repeats: true,
    }),
    ...changes(
      command('duplicate-row', words.duplicateRow, ['Ctrl+Shift+D'], () => workplace.duplicateRow(), {
        words: ['ふくせい', 'コピー', '写し', 'duplicate'],
      }),
      command('remove-row', words.removeRow, [], () => workplace.removeRow(), {
        words: ['さくじょ', '消す'],
      }),
    ),
    command('hint', words.hint, ['Shift+F1'], showHint, {
      words: ['ひんと', '説明', '例', 'help'],
    }),
    command('comment', words.comment, ['Ctrl+Alt+M'], comment, { words: ['こめんと', '指摘'] }),
  ];
}

/** Opens the mark beside the field that a person is in. */
function showHint(): void {
  document.activeElement?.closest('fieldset')?.querySelector<HTMLElement>('[data-hint]')?.click();
}

function ofView({ layout, fieldFocus, paneFocus }: Parts): Command[] {
  return [
    {
      id: 'next-pane',
      group: 'view',
      name: words.nextPane,
      keys: ['F6'],
      run: () => paneFocus.go(1, document),
    },
    {
      id: 'previous-pane',
      group: 'view',
      name: words.previousPane,
      keys: ['Shift+F6'],
      run: () => paneFocus.go(-1, document),
    },
    ...middleViews.map((view): Command => ({
      id: `view-${view}`,
      group: 'view',
      name: words.view(workplaceWords.view(view)),
      keys: [],
      run: () => {
        layout.view = view;
      },
      available: () => layout.view !== view,
    })),
    ...sideTabs.map((tab): Command => ({
      id: `side-${tab}`,
      group: 'view',
      name: words.side(workplaceWords.tab(tab)),
      keys: [],
      run: () => {
        layout.side = tab;
      },
    })),
    {
      id: 'close-side',
      group: 'view',
      name: words.closeSide,
      keys: [],
      run: () => {
        layout.side = null;
      },
      available: () => layout.side !== null,
    },
    {
      id: 'leave-side',
      group: 'view',
      name: words.leaveSide,
      keys: ['Esc'],
      run: () => {
        layout.side = null;
        // The field may have been drawn anew, or none have been entered yet.
        if (!fieldFocus.return()) document.getElementById('place-heading')?.focus();
      },
      available: () => document.activeElement?.closest('#side-pane') instanceof Element,
    },
  ];
}
