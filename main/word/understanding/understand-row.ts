import type { Verdict } from '../../../shared/model/report.ts';
import type { InitiativeDraft } from '../../domain/report-draft.ts';
import { hasText, type CellLine } from './cell-lines.ts';
import { gradeOfLine, gradeScale, type GradeScale } from './grades.ts';
import { fieldsOfRow, type FieldsOfRow } from './fields-of-row.ts';
import type { ColumnField } from './field-names.ts';
import type { InitiativeRow } from './initiative-rows.ts';
import type { ReadFor } from './known-form.ts';
import { itemsOf } from './items.ts';
import { ownOfRow } from './own-of-row.ts';
import { outcomeReferences } from './outcome-references.ts';
import { draftsOf, readItems, type ItemsRead } from './read-items.ts';
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
  /** What stands on its lines, where it has one for each target. */
  readonly items: ItemsRead | null;
}

/**
 * `scale`: how grades are taken that stand among the lines of cells, as all of them show. */
export function understandRow(
  row: InitiativeRow,
  scale: GradeScale | null,
  reading: ReadFor,
): UnderstoodRow {
  const file = fieldsOfRow(row, scale, reading);
  const says = (field: ColumnField): readonly CellLine[] =>
    (file.fields.get(field)?.lines ?? []).filter(hasText);
  const { carriedOn } = row;
  const all = (field: ColumnField): readonly CellLine[] => file.fields.get(field)?.lines ?? [];
  const paragraphs = (field: 'plan' | 'results' | 'direction'): string[] =>
    itemsOf(all(field), { of: 'sentences', carriedOn, apart: standsApart }).map(({ text }) => text);

  const targets = readTargets(all('targets'), { carriedOn });
  const outcomes = readOutcomes(all('outcomes'), { carriedOn });
  const verdicts = verdictsOf(file.grades, targets.length);
  const onLines = row.itemLines.length === 0 ? null : readItems(row.itemLines, reading.form);
  const references = outcomeReferences(outcomes, targets);
  const section = sectionOfLines(says('section'));
  return {
    row,
    file,
    says,
    items: onLines,
    draft: {
      id: row.id,
      title: titleOfLines(says('title')),
      section: section === '' ? sectionOfLines(row.sectionAbove) : section,
      // Of whichever document the file is: see understand-report.ts.
      pageBreakBefore: row.startsPage,
      declarationPageBreakBefore: null,
      plan: paragraphs('plan'),
      targets: targets.map((target, place) => ({ ...target, verdict: verdicts?.[place] ?? null })),
      results: paragraphs('results'),
      direction: paragraphs('direction'),
      outcomes: outcomes.map((outcome, place) => ({ ...outcome, targets: references[place] ?? [] })),
      ...ownOfRow(row, file, reading.form),
      ...(onLines === null ? {} : draftsOf(onLines)),
    },
  };
}

/**
 * A verdict for each target, where the row has as many grades and each says what it means in every city.
 * Null for any other: those are told as lines that no field holds.
 */
export function verdictsOf(grades: FieldsOfRow['grades'], targets: number): readonly Verdict[] | null {
  if (grades.length === 0 || grades.length !== targets) return null;
  const verdicts = grades.map(({ verdict }) => verdict).filter((verdict) => verdict !== null);
  return verdicts.length === targets ? verdicts : null;
}

/** A remark or a heading inside a cell. */
function standsApart(text: string): boolean {
  return /^[※【［[→⇒]/.test(text);
}

/** The scale of grades that stand among the lines of the rows' cells; null where there are none. */
export function scaleOfLines(rows: readonly InitiativeRow[]): GradeScale | null {
  const grades = rows.flatMap(({ lines }) =>
    [...lines.values()].flatMap((said) =>
      said.map(({ text }) => gradeOfLine(text)).filter((grade) => grade !== null),
    ),
  );
  return gradeScale(grades);
}
