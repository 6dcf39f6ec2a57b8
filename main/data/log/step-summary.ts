import { initiativeOf, type Edit, type FieldEdit } from '../../../shared/model/edits.ts';
import { deedOf } from '../../../shared/model/fields/called-now.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';

/** What a step did, short enough to be stored with it; '' where there is not exactly one. */
export interface StoredSummary {
  /** What was done (deedOf), each once, in order of first use. */
  readonly kinds: readonly string[];
  readonly field: RowField | '';
  readonly initiative: string;
}

export function summarise(edits: readonly Edit[]): StoredSummary {
  return {
    kinds: [...new Set(edits.map(deedOf))],
    field: onlyOne(edits.map(fieldOf)),
    initiative: onlyOne(edits.map((edit) => initiativeOf(edit) ?? '')),
  };
}

function onlyOne<T extends string>(values: readonly T[]): T | '' {
  const [first = ''] = values;
  return values.every((value) => value === first) ? first : '';
}

/** The field of a row that an edit touches, as outside tools name it. */
function fieldOf(edit: Edit): RowField | '' {
  switch (edit.kind) {
    case 'set-field':
      return fieldOfEdit(edit);
    case 'add-target':
    case 'remove-target':
    case 'move-target':
      return 'targets';
    case 'add-outcome':
    case 'remove-outcome':
    case 'move-outcome':
      return 'outcomes';
    case 'set-page-break':
    case 'set-stage':
    case 'set-report-standing':
    case 'set-row-standing':
    case 'set-form':
    case 'add-initiative':
    case 'remove-initiative':
    case 'move-initiative':
      return '';
  }
}

function fieldOfEdit(edit: FieldEdit): RowField | '' {
  switch (edit.owner) {
    case 'report':
      return '';
    case 'row':
      return edit.field;
    case 'target':
      return 'targets';
    case 'outcome':
      return 'outcomes';
  }
}
