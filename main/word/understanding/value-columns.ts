import type { InitiativeDraft } from '../../domain/report-draft.ts';
import { hasText, type CellLine } from './cell-lines.ts';
import type { InitiativeRow } from './initiative-rows.ts';
import type { ReportColumn, ValueField } from './report-column.ts';
import { splitFigure } from './split-figure.ts';

/** What a person can say that a column of a pasted table holds. */
export type PastedField = ReportColumn['fields'][number] | ValueField;

/** The column's fields and values, as a person chose them. */
export function chosenContent(chosen: readonly PastedField[]): Pick<ReportColumn, 'fields' | 'values'> {
  const values = chosen.find(isValueField);
  const fields = chosen.filter((field) => !isValueField(field));
  return values === undefined || fields.length > 0 ? { fields } : { fields: [], values };
}

/** The same, as a person chooses it. */
export function chosenFields({ fields, values }: ReportColumn): readonly PastedField[] {
  return values === undefined ? fields : [values];
}

function isValueField(field: PastedField): field is ValueField {
  return field === 'target-values' || field === 'figures';
}

/**
 * Columns of which every cell is nothing but a value, as 10件, hold values, where no other column has the
 * words: a target or an outcome is never a number alone.
 */
export function withValueColumns(
  columns: readonly ReportColumn[],
  linesOf: (column: ReportColumn) => readonly string[],
): ReportColumn[] {
  return columns.map((column) => {
    const [field, ...more] = column.fields;
    if ((field !== 'targets' && field !== 'outcomes') || more.length > 0) return column;
    if (columns.some((other) => other !== column && other.fields.includes(field))) return column;
    const lines = linesOf(column);
    if (lines.length === 0 || !lines.every(isValue)) return column;
    return { ...column, fields: [], values: field === 'targets' ? 'target-values' : 'figures' };
  });
}

function isValue(line: string): boolean {
  return splitFigure(line)?.label === null;
}

/** A row with the values that stand in columns of their own: line by line with its targets and outcomes. */
export function withValues(draft: InitiativeDraft, row: InitiativeRow): InitiativeDraft {
  const linesFor = (values: ValueField): string[] =>
    [...row.lines]
      .filter(([column]) => column.values === values)
      .flatMap(([, lines]) => lines.filter(hasText).map(textOf));
  return {
    ...draft,
    targets: withTargetValues(draft.targets, linesFor('target-values')),
    outcomes: withFigures(draft.outcomes, linesFor('figures')),
  };
}

function textOf({ text }: CellLine): string {
  return text.trim();
}

function withTargetValues(
  targets: InitiativeDraft['targets'],
  lines: readonly string[],
): InitiativeDraft['targets'] {
  const wordless = { id: null, measure: '', note: null, value: null, verdict: null };
  return Array.from({ length: Math.max(targets.length, lines.length) }, (_, at) => {
    const target = targets[at] ?? wordless;
    return { ...target, value: lines[at] ?? target.value };
  });
}

/** A figure for each outcome where there are as many; else they are the first one's. */
function withFigures(
  outcomes: InitiativeDraft['outcomes'],
  lines: readonly string[],
): InitiativeDraft['outcomes'] {
  if (lines.length === 0) return outcomes;
  const figures = lines.map((line) => splitFigure(line) ?? { label: null, value: line });
  if (outcomes.length === figures.length && outcomes.length > 1) {
    return outcomes.map((outcome, at) => ({
      ...outcome,
      figures: [...outcome.figures, ...figures.slice(at, at + 1)],
    }));
  }
  const wordless = { id: null, statement: '', asOf: null, figures: [], targets: [] };
  const [first = wordless, ...others] = outcomes;
  return [{ ...first, figures: [...first.figures, ...figures] }, ...others];
}
