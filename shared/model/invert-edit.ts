import type { Edit } from './edits.ts';

/** The edit that takes `edit` back. Inverting twice gives the same edit. */
export function invertEdit(edit: Edit): Edit {
  switch (edit.kind) {
    case 'add-initiative':
      return { ...edit, kind: 'remove-initiative' };
    case 'remove-initiative':
      return { ...edit, kind: 'add-initiative' };
    case 'add-target':
      return { ...edit, kind: 'remove-target' };
    case 'remove-target':
      return { ...edit, kind: 'add-target' };
    case 'add-outcome':
      return { ...edit, kind: 'remove-outcome' };
    case 'remove-outcome':
      return { ...edit, kind: 'add-outcome' };
    case 'move-initiative':
    case 'move-target':
    case 'move-outcome':
      return { ...edit, from: edit.to, to: edit.from };
    default:
      // `before` and `after` of one edit have the same type, which a union of edits cannot say.
      return { ...edit, before: edit.after, after: edit.before } as Edit;
  }
}

/** The edits that take a whole step back: each inverted, last one first. */
export function invertEdits(edits: readonly Edit[]): Edit[] {
  return edits.map(invertEdit).reverse();
}
