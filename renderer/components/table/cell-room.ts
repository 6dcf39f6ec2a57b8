import type { FormColumn } from '../../../shared/model/form.ts';

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
