import type { RowField } from '../../fields/built-in-fields.ts';
import { isItemField, partDefinition, type ItemPart } from '../../fields/item-parts.ts';
import { fieldOfForm, type FormName } from '../../form.ts';
import { formOf, mostColumns, type DocumentForm, type OfficeForm } from '../office-form.ts';
import {
  fittedLines,
  leastColumn,
  roomOf,
  scaledColumns,
  tableWidth,
  tenth,
  usualWidth,
  withRoomMade,
  withWidth,
} from './column-widths.ts';

/** What can stand in a column. */
export type ColumnContent = 'number' | RowField;

type Columns = DocumentForm['columns'];

export function withDocument(
  form: OfficeForm,
  document: FormName,
  change: Partial<DocumentForm>,
): OfficeForm {
  return { ...form, [document]: shapedDocument({ ...form[document], ...change }) };
}

/** The document with the lines of a sheet as wide as its paper; any other as it is. */
export function shapedDocument(laidOut: DocumentForm): DocumentForm {
  const { shape } = laidOut;
  return shape?.kind === 'sheet' ? { ...laidOut, columns: fittedLines(laidOut, shape) } : laidOut;
}

/** The column in which something stands, from 0; -1 where the document does not print it. */
export function columnOf({ columns }: DocumentForm, content: ColumnContent): number {
  return columns.findIndex((column) => column.content.includes(content));
}

/**
 * A new column at a place with one field in it, which leaves the column that it stands in, if any. The others make room
 * as far as the paper has none. The same form where there are as many columns as there can be.
 */
export function withColumn(
  form: OfficeForm,
  document: FormName,
  at: number,
  content: ColumnContent,
): OfficeForm {
  const without = contentTaken(form[document], content);
  if (without.length >= mostColumns) return form;
  const heading = content === 'number' ? ['NO.'] : [fieldOfForm(formOf(form, document), content).label];
  const taken = withDocument(form, document, { columns: without });
  const wanted = usualWidth(formOf(form, document), [content]);
  return withRoomFor(taken, document, at, { heading, content: [content] }, wanted);
}

/** A further column of `wanted` millimetres at a place, for which the others make room where the paper has none. */
export function withRoomFor(
  form: OfficeForm,
  document: FormName,
  at: number,
  column: Omit<Columns[number], 'width'>,
  wanted: number,
): OfficeForm {
  const { columns } = form[document];
  const free = roomOf(form[document]) - tableWidth({ columns });
  const width = tenth(free >= leastColumn ? Math.min(wanted, free) : wanted);
  const others = free >= width ? columns : withRoomMade(columns, width - Math.max(0, free));
  return withDocument(form, document, {
    columns: others.toSpliced(Math.min(Math.max(0, at), columns.length), 0, { ...column, width }),
  });
}

/** Without a column; the others take its room. What stood in it is printed no more. The last one stays. */
export function withoutColumn(form: OfficeForm, document: FormName, at: number): OfficeForm {
  const { columns } = form[document];
  if (columns.length <= 1 || columns[at] === undefined) return form;
  return withDocument(form, document, { columns: columnTaken(form[document], at) });
}

export function withColumnMoved(
  form: OfficeForm,
  document: FormName,
  from: number,
  to: number,
): OfficeForm {
  const { columns } = form[document];
  const column = columns[from];
  if (column === undefined || columns[to] === undefined) return form;
  return withDocument(form, document, { columns: columns.toSpliced(from, 1).toSpliced(to, 0, column) });
}

export function withColumnWidth(
  form: OfficeForm,
  document: FormName,
  at: number,
  width: number,
): OfficeForm {
  return withDocument(form, document, { columns: withWidth(form[document], at, width) });
}

/** All columns as wide together as the paper between its margins. */
export function withColumnsFitted(form: OfficeForm, document: FormName): OfficeForm {
  const { columns } = form[document];
  return withDocument(form, document, { columns: scaledColumns(columns, roomOf(form[document])) });
}

/** Each column as wide as what stands in it usually takes, as far as the paper has room, and all of its room. */
export function withUsualWidths(form: OfficeForm, document: FormName): OfficeForm {
  const columns = form[document].columns.map((column) => ({
    ...column,
    width: usualWidth(formOf(form, document), column.content),
  }));
  return withDocument(form, document, { columns: scaledColumns(columns, roomOf(form[document])) });
}

/** The columns of the other document, as far as this one is about them: in spring nothing is reported yet. */
export function withColumnsOfOther(form: OfficeForm, document: FormName): OfficeForm {
  const other = form[document === 'report' ? 'declaration' : 'report'];
  const laidOut = formOf(form, document);
  const belongs = (content: ColumnContent): boolean =>
    document === 'report' || content === 'number' || fieldOfForm(laidOut, content).season === 'declaration';
  const partBelongs = (field: ColumnContent | undefined, part: ItemPart): boolean =>
    document === 'report' ||
    (field !== undefined &&
      isItemField(field) &&
      partDefinition(field, part, laidOut.own).season === 'declaration');
  const columns = other.columns.flatMap(({ ofEach, ...column }) => {
    const content = column.content.filter(belongs);
    const parts = ofEach?.filter((part) => partBelongs(content[0], part));
    if (content.length === 0 || parts?.length === 0) return [];
    return [{ ...column, content, ...(parts === undefined ? {} : { ofEach: parts }) }];
  });
  if (columns.length === 0) return form;
  const { shape: _shape, ...own } = form[document];
  const made: DocumentForm = {
    ...own,
    ...(other.shape === undefined ? {} : { shape: other.shape }),
    columns: scaledColumns(columns, roomOf(own)),
    cellLabels: { ...own.cellLabels, ...other.cellLabels },
  };
  return { ...form, [document]: shapedDocument(made) };
}

/** The heading's lines; one empty line for none. */
export function withHeading(
  form: OfficeForm,
  document: FormName,
  at: number,
  lines: readonly string[],
): OfficeForm {
  const { columns } = form[document];
  const column = columns[at];
  if (column === undefined) return form;
  const heading = lines.length === 0 ? [''] : lines.slice(0, 4);
  return withDocument(form, document, { columns: columns.with(at, { ...column, heading }) });
}

/**
 * A field stands last in a column, and in no other; null: the document does not print it. A column that is left with
 * nothing goes, unless it is the only one.
 */
export function withFieldIn(
  form: OfficeForm,
  document: FormName,
  field: ColumnContent,
  at: number | null,
): OfficeForm {
  const { columns } = form[document];
  const now = columnOf(form[document], field);
  if (at === null) {
    if (now < 0 || (columns.length === 1 && columns[0]?.content.length === 1)) return form;
    return withDocument(form, document, { columns: contentTaken(form[document], field) });
  }
  const target = columns[at];
  // A column of parts of each target holds nothing of the row.
  if (target === undefined || now === at || target.ofEach !== undefined) return form;
  const filled = {
    ...form[document],
    columns: columns.with(at, { ...target, content: [...target.content, field] }),
  };
  if (now < 0) return withDocument(form, document, filled);
  const left = (columns[now]?.content ?? []).filter((each) => each !== field);
  const there = filled.columns[now];
  if (there === undefined) return form;
  return withDocument(form, document, {
    columns:
      left.length === 0 ? columnTaken(filled, now) : filled.columns.with(now, { ...there, content: left }),
  });
}

/** Another order of what stands in one column. */
export function withFieldMoved(
  form: OfficeForm,
  document: FormName,
  at: number,
  from: number,
  to: number,
): OfficeForm {
  const { columns } = form[document];
  const column = columns[at];
  const field = column?.content[from];
  if (column === undefined || field === undefined || column.content[to] === undefined) return form;
  const content = column.content.toSpliced(from, 1).toSpliced(to, 0, field);
  return withDocument(form, document, { columns: columns.with(at, { ...column, content }) });
}

/** What is printed above a field in each row; '' for nothing. */
export function withCellLabel(
  form: OfficeForm,
  document: FormName,
  field: RowField,
  text: string,
): OfficeForm {
  const { [field]: _before, ...others } = form[document].cellLabels;
  return withDocument(form, document, {
    cellLabels: text === '' ? others : { ...others, [field]: text },
  });
}

/** Without a field in any column; a column that is left with nothing goes. */
export function contentTaken(laidOut: DocumentForm, content: ColumnContent): Columns {
  const at = columnOf(laidOut, content);
  const column = laidOut.columns[at];
  if (column === undefined) return laidOut.columns;
  const left = column.content.filter((each) => each !== content);
  if (left.length > 0) return laidOut.columns.with(at, { ...column, content: left });
  return columnTaken(laidOut, at);
}

/** Without a column; the others take its room. */
export function columnTaken(laidOut: DocumentForm, at: number): Columns {
  const others = laidOut.columns.toSpliced(at, 1);
  return others.length === 0 ? others : scaledColumns(others, tableWidth(laidOut));
}
