import type { OwnField } from '../../fields/field.ts';
import { isItemField, itemOwners, partDefinition, partsOf } from '../../fields/item-parts.ts';
import type { ItemField, ItemPart } from '../../fields/item-parts.ts';
import { fieldOfForm, formNames, type Form, type FormName, type SheetShape } from '../../form.ts';
import { formOf, mostColumns, type DocumentForm, type FormField, type OfficeForm } from '../office-form.ts';
import { leastColumn, roomOf, scaledColumns, tenth } from './column-widths.ts';
import { columnTaken, shapedDocument, withDocument, withRoomFor } from './design-columns.ts';
import { documentWithout } from './design-fields.ts';

/** How a row lies in a document's table: `row` is one row of it. */
export const rowShapes = ['row', 'line-per-target', 'sheet'] as const;
export type RowShape = (typeof rowShapes)[number];
/** Those in which a table is drawn (form-problems.ts). */
export const drawnShapes: readonly RowShape[] = ['row', 'line-per-target'];

type Column = DocumentForm['columns'][number];

export function rowShapeOf({ shape }: Pick<DocumentForm, 'shape'>): RowShape {
  return shape?.kind ?? 'row';
}

/**
 * The same fields in another shape: with a line for each target, its parts get columns of their own; in a sheet each
 * column is a line, that of the name right of the number. The same form where it would have too many columns.
 */
export function withShape(form: OfficeForm, name: FormName, kind: RowShape): OfficeForm {
  if (rowShapeOf(form[name]) === kind) return form;
  const laidOut = formOf(form, name);
  const plain = plainColumns(form[name]);
  const columns =
    kind === 'line-per-target'
      ? plain.flatMap((column) => withLines(laidOut, column))
      : kind === 'sheet'
        ? plain.map((column, at) =>
            at === 1 && plain[0]?.content[0] === 'number' ? beside(column) : column,
          )
        : plain;
  if (columns.length > mostColumns) return form;
  const { shape: _shape, ...others } = form[name];
  const shape =
    kind === 'row' ? undefined : kind === 'sheet' ? sheetShape(form[name]) : ({ kind } as const);
  const made: DocumentForm = { ...others, columns: scaledColumns(columns, roomOf(others)) };
  return {
    ...form,
    [name]: shapedDocument(shape === undefined ? made : { ...made, shape }),
  };
}

/** What a sheet says of itself. */
export function withSheet(form: OfficeForm, name: FormName, change: Partial<SheetShape>): OfficeForm {
  const { shape } = form[name];
  if (shape?.kind !== 'sheet') return form;
  return withDocument(form, name, { shape: { ...shape, ...change } });
}

/** A column of a sheet stands right of the one before, on the same line. */
export function withBeside(form: OfficeForm, name: FormName, at: number, on: boolean): OfficeForm {
  return withColumnAt(form, name, at, ({ beside: _beside, ...column }) =>
    on ? { ...column, beside: true } : column,
  );
}

/** What stands left of the line of a sheet and of its neighbours with the same words; '' for nothing. */
export function withGroup(form: OfficeForm, name: FormName, at: number, text: string): OfficeForm {
  return withColumnAt(form, name, at, ({ group: _group, ...column }) =>
    text.trim() === '' ? column : { ...column, group: text },
  );
}

/** The parts that a column of a line can hold: those of every target or outcome, and the form's own. */
export function partsToPlace({ own = [] }: Pick<Form, 'own'>, field: ItemField): ItemPart[] {
  const owner = itemOwners[field];
  return [...partsOf(field), ...own.filter((each) => each.owner === owner).map(({ id }) => id)];
}

/** Whether a column of a line prints a part. The last one of a column goes with it, unless it is the only column. */
export function withPart(
  form: OfficeForm,
  name: FormName,
  at: number,
  part: ItemPart,
  on: boolean,
): OfficeForm {
  const column = form[name].columns[at];
  if (column?.ofEach === undefined || column.ofEach.includes(part) === on) return form;
  const ofEach = on ? [...column.ofEach, part] : column.ofEach.filter((each) => each !== part);
  if (ofEach.length > 0) return withColumnAt(form, name, at, () => ({ ...column, ofEach }));
  if (form[name].columns.length === 1) return form;
  return withDocument(form, name, { columns: columnTaken(form[name], at) });
}

/** A new column for a part of each target or outcome, which leaves the one that it stands in. */
export function withPartColumn(
  form: OfficeForm,
  name: FormName,
  at: number,
  field: ItemField,
  part: ItemPart,
): OfficeForm {
  const now = form[name].columns.findIndex(
    ({ content, ofEach }) => content[0] === field && ofEach?.includes(part) === true,
  );
  const taken = now < 0 ? form : withPart(form, name, now, part, false);
  // The only part of the only column stays where it is.
  if (now >= 0 && taken === form) return form;
  const without = taken[name].columns;
  if (without.length >= mostColumns) return form;
  const definition = partDefinition(field, part, formOf(form, name).own);
  const column = { heading: [definition.label], content: [field], ofEach: [part] };
  return withRoomFor(taken, name, at, column, 25);
}

/** An own field of something else: of a row, of its targets or of its outcomes. It leaves the columns that it stood in. */
export function withFieldOwner(form: OfficeForm, id: OwnField, owner: FormField['owner']): OfficeForm {
  const documents = formNames.map((name) => [name, documentWithout(form[name], id)] as const);
  if (documents.some(([, { columns }]) => columns.length === 0)) return form;
  return {
    ...form,
    ...Object.fromEntries(documents),
    fields: form.fields.map((field) => (field.id === id ? { ...field, owner } : field)),
  };
}

function withColumnAt(
  form: OfficeForm,
  name: FormName,
  at: number,
  change: (column: Column) => Column,
): OfficeForm {
  const { columns } = form[name];
  const column = columns[at];
  return column === undefined
    ? form
    : withDocument(form, name, { columns: columns.with(at, change(column)) });
}

/** Columns without what only another shape knows; of the columns of a field's parts the first is left. */
function plainColumns({ columns }: DocumentForm): Column[] {
  const seen = new Set<string>();
  return columns.flatMap(({ heading, content, width }): Column[] => {
    const left = content.filter((each) => !seen.has(each));
    for (const each of left) seen.add(each);
    return left.length === 0 ? [] : [{ heading, content: left, width }];
  });
}

const lineParts: { readonly [field in ItemField]: readonly (readonly ItemPart[])[] } = {
  targets: [['measure', 'note'], ['value']],
  outcomes: [['statement'], ['figures', 'asOf']],
};

/** Columns of a line for a column of the row: those of its targets and outcomes stand by themselves. */
function withLines(form: Form, column: Column): Column[] {
  const items = column.content.filter(isItemField);
  const others = column.content.filter((each) => !isItemField(each));
  const share = column.width / (items.length * 2 + others.length);
  const rest: Column[] =
    others.length === 0
      ? []
      : [{ ...column, content: others, width: Math.max(leastColumn, share * others.length) }];
  const parted = items.flatMap((field) =>
    lineParts[field].map((ofEach, at): Column => {
      const [first] = ofEach;
      const isHeaded = at === 0 && others.length === 0 && items[0] === field;
      const label =
        at === 0 || first === undefined
          ? fieldOfForm(form, field).label
          : partDefinition(field, first).label;
      return {
        heading: isHeaded ? column.heading : [label],
        content: [field],
        ofEach,
        width: Math.max(leastColumn, tenth(share)),
      };
    }),
  );
  return [...rest, ...parted];
}

function beside(column: Column): Column {
  return { ...column, beside: true };
}

function sheetShape(document: DocumentForm): SheetShape {
  return {
    kind: 'sheet',
    title: '{yearLabel} 重点取組シート No.{number}',
    labelWidth: tenth(Math.min(30, roomOf(document) / 6)),
    onePageEach: true,
  };
}
