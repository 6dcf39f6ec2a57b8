import { initiativeOf, type Edit } from '../../../shared/model/edits.ts';
import type { InitiativeField } from '../../../shared/model/report.ts';

/** What a step did, short enough to be stored with it; '' where there is not exactly one. */
export interface StoredSummary {
  /** Distinct, in order of first use. */
  readonly kinds: readonly string[];
  readonly field: InitiativeField | '';
  readonly initiative: string;
}

export function summarise(edits: readonly Edit[]): StoredSummary {
  return {
    kinds: [...new Set(edits.map(({ kind }) => kind))],
    field: onlyOne(edits.map(fieldOf)),
    initiative: onlyOne(edits.map((edit) => initiativeOf(edit) ?? '')),
  };
}

function onlyOne<T extends string>(values: readonly T[]): T | '' {
  const [first = ''] = values;
  return values.every((value) => value === first) ? first : '';
}

/** The field of a row that an edit touches, as outside tools name it. */
function fieldOf(edit: Edit): InitiativeField | '' {
  switch (edit.kind) {
    case 'set-initiative-text':
    case 'set-paragraphs':
      return edit.field;
    case 'add-target':
    case 'remove-target':
    case 'move-target':
    case 'set-target-text':
    case 'set-verdict':
      return 'targets';
    case 'add-outcome':
    case 'remove-outcome':
    case 'move-outcome':
    case 'set-outcome-text':
    case 'set-figures':
    case 'set-outcome-targets':
      return 'outcomes';
    case 'set-page-break':
    case 'set-report-field':
    case 'set-stage':
    case 'add-initiative':
    case 'remove-initiative':
    case 'move-initiative':
      return '';
  }
}
