import type { FormColumn } from '../../../shared/model/form.ts';
import type { Initiative } from '../../../shared/model/report.ts';

/** Fields of one line, or of parts that stand side by side: the width of their column is too little for them. */
const wide: ReadonlySet<FormColumn['content'][number]> = new Set([
  'title',
  'section',
  'targets',
  'outcomes',
]);

/** True for a cell that is written in below its row, over the table's width, and not in its own place. */
export function needsPanel(content: FormColumn['content']): boolean {
  return content.some((field) => wide.has(field));
}

/** True for a cell in which a text can be written at once: there is a number only, or a list without an item. */
export function hasText(content: FormColumn['content'], initiative: Initiative): boolean {
  return content.some((field) => {
    if (field === 'targets' || field === 'outcomes') return initiative[field].length > 0;
    return field !== 'number';
  });
}
