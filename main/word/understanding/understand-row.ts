import type { InitiativeDraft } from '../../domain/report-draft.ts';
import { hasText, type CellLine } from './cell-lines.ts';
import { fieldsOfRow, type FieldsOfRow } from './fields-of-row.ts';
import type { ColumnField } from './field-names.ts';
import type { InitiativeRow } from './initiative-rows.ts';
import { itemsOf } from './items.ts';
import { outcomeReferences } from './outcome-references.ts';
import { readOutcomes } from './read-outcomes.ts';
import { readTargets } from './read-targets.ts';
import { sectionOfLines, titleOfLines } from './split-title.ts';

/** A row as it was understood from its text alone. */
export interface UnderstoodRow {
  readonly draft: InitiativeDraft;
  readonly row: InitiativeRow;
  readonly file: FieldsOfRow;
  /** Lines of a field, without empty ones; none for a field that the file does not have. */
  readonly says: (field: ColumnField) => readonly CellLine[];
}

export function understandRow(row: InitiativeRow): UnderstoodRow {
  const file = fieldsOfRow(row);
  const says = (field: ColumnField): readonly CellLine[] =>
    (file.fields.get(field)?.lines ?? []).filter(hasText);
  const { carriedOn } = row;
  const all = (field: ColumnField): readonly CellLine[] => file.fields.get(field)?.lines ?? [];
  const paragraphs = (field: 'plan' | 'results' | 'direction'): string[] =>
    itemsOf(all(field), { of: 'sentences', carriedOn, apart: standsApart }).map(({ text }) => text);

  const targets = readTargets(all('targets'), { carriedOn });
  const outcomes = readOutcomes(all('outcomes'), { carriedOn });
  const references = outcomeReferences(outcomes, targets);
  const section = sectionOfLines(says('section'));
  return {
    row,
    file,
    says,
    draft: {
      id: row.id,
      title: titleOfLines(says('title')),
      section: section === '' ? sectionOfLines(row.sectionAbove) : section,
      pageBreakBefore: row.startsPage,
      plan: paragraphs('plan'),
      targets,
      results: paragraphs('results'),
      direction: paragraphs('direction'),
      outcomes: outcomes.map((outcome, place) => ({ ...outcome, targets: references[place] ?? [] })),
    },
  };
}

/** A remark or a heading inside a cell. */
function standsApart(text: string): boolean {
  return /^[※【［[→⇒]/.test(text);
}
