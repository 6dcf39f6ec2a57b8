import type { InitiativeField } from '../../../shared/model/report.ts';
import { markedField } from '../reading/field-bookmark.ts';
import { withoutBullet } from '../../../shared/reading/bullet.ts';
import { hasText, type CellLine } from './cell-lines.ts';
import type { ColumnField } from './field-names.ts';
import type { InitiativeRow } from './initiative-rows.ts';
import { labelOf } from './labels.ts';
import { apart } from './run-together.ts';
import { splitTitleLines } from './split-title.ts';
import type { ReportColumn } from './report-column.ts';

/** The lines of one field as they stand in the file, empty ones too, and without its label. */
export interface FieldLines {
  readonly field: ColumnField;
  readonly lines: readonly CellLine[];
  /** The label that stood above them on a line of its own. */
  readonly label: CellLine | null;
}

export interface FieldsOfRow {
  readonly fields: ReadonlyMap<ColumnField, FieldLines>;
  /** Lines under headings that say nothing that a report has. */
  readonly unknown: readonly { readonly heading: string; readonly line: CellLine }[];
  /** Grades of the targets, with how each is taken. */
  readonly grades: readonly { readonly column: ReportColumn; readonly line: CellLine }[];
  /** Lines of cells that hold far more than a field can. */
  readonly beyond: readonly { readonly field: ColumnField; readonly line: CellLine }[];
}

/** A field holds a thousand paragraphs; so many lines are more than that, however they were broken. */
const mostLines = 5_000;

/** Deals the lines of a row's cells out to fields: by the program's bookmarks, else by labels and order. */
export function fieldsOfRow(row: InitiativeRow): FieldsOfRow {
  const dealt = new Map<ColumnField, CellLine[][]>();
  const labels = new Map<ColumnField, CellLine>();
  const unknown: { heading: string; line: CellLine }[] = row.strays.map((line) => ({ heading: '', line }));
  const grades: { column: ReportColumn; line: CellLine }[] = [];
  for (const [column, lines] of row.lines) {
    if (column.grades !== undefined) {
      for (const line of lines) if (hasText(line)) grades.push({ column, line });
      continue;
    }
    if (column.values !== undefined) continue;
    if (column.fields.length === 0) {
      for (const line of lines) if (hasText(line)) unknown.push({ heading: column.heading, line });
      continue;
    }
    for (const [field, part] of dealOut(column, lines, row, labels)) {
      dealt.set(field, [...(dealt.get(field) ?? []), part]);
    }
  }
  const fields = new Map<ColumnField, FieldLines>();
  const beyond: { field: ColumnField; line: CellLine }[] = [];
  for (const [field, parts] of dealt) {
    const lines = inTurn(parts, field);
    for (const line of lines.slice(mostLines)) if (hasText(line)) beyond.push({ field, line });
    fields.set(field, { field, lines: lines.slice(0, mostLines), label: labels.get(field) ?? null });
  }
  return { fields, unknown, grades, beyond };
}

function dealOut(
  column: ReportColumn,
  lines: readonly CellLine[],
  row: InitiativeRow,
  labels: Map<ColumnField, CellLine>,
): Map<ColumnField, CellLine[]> {
  const marked = byBookmark(column, lines);
  if (marked !== null) {
    for (const [field, part] of marked) {
      const [first] = part;
      // The program prints labels without a bullet; with one the same words are the author's.
      if (first === undefined || withoutBullet(first.text).mark !== '') continue;
      if (labelOf(first.text)?.field !== field) continue;
      labels.set(field, first);
      part.splice(0, 1, ...restOf(first));
    }
    return marked;
  }
  if (column.fields.includes('title')) {
    const elsewhere = row.columns.some((other) => other !== column && other.fields.includes('section'));
    return splitTitleLines(lines, column.fields, elsewhere);
  }
  return byLabel(column, lines, row, labels);
}

/** By the bookmarks over the lines; a line without one belongs to the field of the line above. */
function byBookmark(column: ReportColumn, lines: readonly CellLine[]): Map<ColumnField, CellLine[]> | null {
  const fieldOf = ({ bookmarks }: CellLine): ColumnField | undefined =>
    bookmarks
      .map((name) => markedField(name)?.field)
      .find((field) => field !== undefined && column.fields.includes(field));
  let field = lines.map(fieldOf).find((found) => found !== undefined);
  if (field === undefined) return null;
  const dealt = new Map<ColumnField, CellLine[]>();
  for (const line of lines) {
    field = fieldOf(line) ?? field;
    const part = dealt.get(field) ?? [];
    dealt.set(field, part);
    part.push(line);
  }
  return dealt;
}

/** By labels; what stands above the first one is the column's first field. */
function byLabel(
  column: ReportColumn,
  lines: readonly CellLine[],
  row: InitiativeRow,
  labels: Map<ColumnField, CellLine>,
): Map<ColumnField, CellLine[]> {
  const dealt = new Map<ColumnField, CellLine[]>();
  let field: ColumnField = column.fields[0] ?? 'plan';
  for (const line of lines.flatMap(apart)) {
    const label = field === 'number' || field === 'title' ? null : labelOf(line.text);
    const means = label !== null && mayMean(label.field, column, row);
    if (label !== null && means) {
      field = label.field;
      labels.set(field, line);
    }
    const part = dealt.get(field) ?? [];
    dealt.set(field, part);
    part.push(...(means ? restOf(line).flatMap(apart) : [line]));
  }
  return dealt;
}

/** A label names a field of its own column, or one that no other column is for. */
function mayMean(field: InitiativeField, column: ReportColumn, { columns }: InitiativeRow): boolean {
  return column.fields.includes(field) || !columns.some(({ fields }) => fields.includes(field));
}

/** What follows a label on its line, as a line of its own. */
function restOf(line: CellLine): CellLine[] {
  const rest = labelOf(line.text)?.rest ?? '';
  return rest === '' ? [] : [{ ...line, text: rest }];
}

/**
 * Lines of two columns for one field, where they are as many: 目標 beside 目標値 is one line each, a statement
 * beside its figure two.
 */
function inTurn(parts: readonly (readonly CellLine[])[], field: ColumnField): readonly CellLine[] {
  const [first = [], second = []] = parts.map((part) => part.filter(hasText));
  if (parts.length !== 2 || first.length !== second.length) return parts.flat();
  return first.flatMap((line, place) => {
    const beside = second[place];
    if (beside === undefined) return [line];
    if (field !== 'targets') return [line, beside];
    return [{ ...line, text: `${line.text.trimEnd()} ${beside.text.trim()}` }];
  });
}
