import type { Verdict } from '../../../shared/model/report.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { verdictOfSign } from '../../../shared/model/fields/item-parts.ts';
import { markedField } from '../reading/field-bookmark.ts';
import { bracketAtStart } from '../../../shared/reading/brackets.ts';
import { withoutBullet } from '../../../shared/reading/bullet.ts';
import { hasText, type CellLine } from './cell-lines.ts';
import { choiceOf, choosesVerdict, chosenVerdict, withChoices } from './choices.ts';
import type { ColumnField } from './field-names.ts';
import { gradeOfLine, type GradeScale } from './grades.ts';
import type { InitiativeRow } from './initiative-rows.ts';
import { labelOf, type Label } from './labels.ts';
import type { KnownForm, ReadFor } from './known-form.ts';
import { apart } from './run-together.ts';
import { endsSentence } from './sentences.ts';
import { splitTitleLines } from './split-title.ts';
import { timeLabelOf } from './time-labels.ts';
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
  /** Grades of the targets, with what each says in every city; null for one that a city means in its own way. */
  readonly grades: readonly RowGrade[];
  /** Lines of cells that hold far more than a field can. */
  readonly beyond: readonly { readonly field: ColumnField; readonly line: CellLine }[];
}

export interface RowGrade {
  readonly heading: string;
  readonly line: CellLine;
  readonly verdict: Verdict | null;
}

/** A field holds a thousand paragraphs; so many lines are more than that, however they were broken. */
const mostLines = 5_000;

/**
 * Deals the lines of a row's cells out to fields: by the program's bookmarks, else by labels and order.
 */
export function fieldsOfRow(row: InitiativeRow, scale: GradeScale | null, reading: ReadFor): FieldsOfRow {
  const dealt = new Map<ColumnField, (readonly CellLine[])[]>();
  const deal = (field: ColumnField, part: readonly CellLine[]): void => {
    const parts = dealt.get(field);
    if (parts === undefined) dealt.set(field, [part]);
    else parts.push(part);
  };
  const labels = new Map<ColumnField, CellLine>();
  const unknown: { heading: string; line: CellLine }[] = row.strays.map((line) => ({ heading: '', line }));
  const grades: RowGrade[] = [];
  for (const [column, all] of row.lines) {
    const { heading } = column;
    if (column.grades !== undefined) {
      for (const line of all) {
        if (hasText(line)) grades.push({ heading, line, verdict: column.grades.verdictOf(line.text) });
      }
      continue;
    }
    if (column.values !== undefined) continue;
    const [item] = column.fields;
    if (column.ofEach !== undefined && item !== undefined) {
      // Which of them is whose is told by their lines (read-items.ts).
      const said = all.filter(hasText);
      const isOther = ({ text }: CellLine): boolean =>
        column.ofEach?.join() === 'verdict' && verdictOfSign(text) === null;
      deal(
        item,
        said.filter((line) => !isOther(line)),
      );
      unknown.push(...said.filter(isOther).map((line) => ({ heading, line })));
      continue;
    }
    if (column.fields.length === 0) {
      for (const line of withChoices(all).filter(hasText)) {
        const choice = column.anotherTime === true ? null : choiceOf(line.text);
        const verdict = choice !== null && choosesVerdict(choice) ? chosenVerdict(choice) : undefined;
        if (verdict === undefined) unknown.push({ heading, line });
        else grades.push({ heading, line, verdict });
      }
      continue;
    }
    const lines: CellLine[] = [];
    for (const line of withChoices(all)) {
      const { inner } = line;
      const [field] = inner?.fields ?? [];
      const verdict = column.fields.some((own) => graded.has(own)) ? gradeIn(line.text, scale) : undefined;
      if (inner !== undefined && field === undefined) unknown.push({ heading: inner.heading, line });
      else if (field !== undefined) deal(field, [line]);
      else if (verdict !== undefined) grades.push({ heading, line, verdict });
      else lines.push(line);
    }
    const leave = (under: string, line: CellLine): void => {
      if (hasText(line)) unknown.push({ heading: under, line });
    };
    for (const [field, part] of dealOut(column, lines, { ...row, reading }, labels, leave)) {
      deal(field, part);
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

/** A row, and what is known of its report. */
type RowRead = InitiativeRow & { readonly reading: ReadFor };

/** Takes a line that no field holds, under the label where it stands. */
type Leave = (label: string, line: CellLine) => void;

/** Cells in which a line may say how a target was met, and nothing else. */
const graded: ReadonlySet<ColumnField> = new Set(['targets', 'results', 'outcomes']);

/** What a line says that only grades; undefined for any other line. */
function gradeIn(text: string, scale: GradeScale | null): Verdict | null | undefined {
  const choice = choiceOf(text);
  if (choice !== null) return choosesVerdict(choice) ? chosenVerdict(choice) : undefined;
  const grade = gradeOfLine(text);
  return grade === null ? undefined : (scale?.verdictOf(grade) ?? null);
}

function dealOut(
  column: ReportColumn,
  lines: readonly CellLine[],
  row: RowRead,
  labels: Map<ColumnField, CellLine>,
  leave: Leave,
): Map<ColumnField, CellLine[]> {
  const marked = byBookmark(column, lines);
  if (marked !== null) {
    for (const [field, part] of marked) {
      const [first] = part;
      // The program prints labels without a bullet; with one the same words are the author's.
      if (first === undefined || withoutBullet(first.text).mark !== '') continue;
      const label = labelFor(first.text, row.reading.form);
      if (label?.field !== field) continue;
      labels.set(field, first);
      part.splice(0, 1, ...restOf(first, label));
    }
    return marked;
  }
  if (column.fields.includes('title')) {
    const elsewhere = row.columns.some((other) => other !== column && other.fields.includes('section'));
    const content = column.fields.filter((field) => !isHeadField(field));
    if (content.length === 0) return splitTitleLines(lines, column.fields, elsewhere);
    const [head, rest] = headAndContent(lines);
    const below = byLabel({ ...column, fields: content }, rest, row, labels, leave);
    return new Map<ColumnField, CellLine[]>([
      ...splitTitleLines(head, column.fields.filter(isHeadField), elsewhere),
      ...below,
    ]);
  }
  return byLabel(column, lines, row, labels, leave);
}

function isHeadField(field: ColumnField): boolean {
  return field === 'number' || field === 'title' || field === 'section';
}

/** A cell with a title and, below it, what is done: items, sentences or labels open the second part. */
function headAndContent(all: readonly CellLine[]): readonly [readonly CellLine[], readonly CellLine[]] {
  const lines = all.filter(hasText);
  const found = lines.findIndex(
    ({ text, list }, at) =>
      at > 0 &&
      (list !== null || withoutBullet(text).mark !== '' || endsSentence(text) || labelOf(text) !== null),
  );
  const at = found > 0 ? found : Math.min(lines.length, 1);
  return [lines.slice(0, at), lines.slice(at)];
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
  all: readonly CellLine[],
  row: RowRead,
  labels: Map<ColumnField, CellLine>,
  leave: Leave,
): Map<ColumnField, CellLine[]> {
  const dealt = new Map<ColumnField, CellLine[]>();
  let field: ColumnField = column.fields[0] ?? 'plan';
  /** The label of another time under which the lines stand. */
  let another: string | null = null;
  const lines = all.flatMap(apart);
  const last = lines.findLastIndex(hasText);
  for (const [at, line] of lines.entries()) {
    const label = field === 'number' || field === 'title' ? null : labelFor(line.text, row.reading.form);
    const means =
      label !== null && mayMean(label.field, column, row) && (at < last || isLabelOf(label, column));
    const time = timeLabelOf(line.text, row.reading);
    if (time?.when === 'another') {
      another = time.label;
      if (time.rest !== '') leave(another, { ...line, text: time.rest });
      continue;
    }
    if (means || time !== null) another = null;
    if (another !== null) {
      leave(another, line);
      continue;
    }
    if (label !== null && means) {
      field = label.field;
      labels.set(field, line);
    }
    const part = dealt.get(field) ?? [];
    dealt.set(field, part);
    part.push(...(label !== null && means ? restOf(line, label).flatMap(apart) : [line]));
  }
  return dealt;
}

/** The label that opens a line: one that the form prints, or one by its name in brackets; else as every report has. */
function labelFor(text: string, form: KnownForm): Label | null {
  const printed = form.fieldLabelled(text);
  if (printed !== undefined) return { field: printed, rest: '' };
  const bracketed = form.names.size === 0 ? null : bracketAtStart(text.trim().slice(0, 60));
  const named = bracketed === null ? undefined : form.fieldNamed(bracketed.inside);
  if (bracketed === null || named === undefined) return labelOf(text);
  const rest = text.trim().slice(bracketed.inside.length + 2);
  return { field: named, rest: rest.replace(/^\s*[:：]/u, '').trim() };
}

/** With nothing below it the name of a field that its column is not for is a text, unless something follows it. */
function isLabelOf({ field, rest }: Label, column: ReportColumn): boolean {
  return column.fields.includes(field) || rest !== '';
}

/** A label names a field of its own column, or one that no other column is for. */
function mayMean(field: RowField, column: ReportColumn, { columns }: InitiativeRow): boolean {
  return column.fields.includes(field) || !columns.some(({ fields }) => fields.includes(field));
}

/** What follows a label on its line, as a line of its own. */
function restOf(line: CellLine, { rest }: Label): CellLine[] {
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
