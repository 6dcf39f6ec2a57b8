import { builtInRowFields } from '../fields/built-in-fields.ts';
import type { FieldDefinition } from '../fields/field.ts';
import {
  isItemField,
  partDefinition,
  partsOf,
  type ItemField,
  type ItemPart,
} from '../fields/item-parts.ts';
import {
  fieldOfForm,
  formNames,
  prints,
  printsPart,
  type Form,
  type FormColumn,
  type FormName,
} from '../form.ts';
import { linesOf, unbreakableParts, widthOf } from '../text-lines.ts';
import { columnOfEms, emsInColumn } from './cell-room.ts';
import { formOf, type FormField, type OfficeForm } from './office-form.ts';
import { sheetWidth } from './sheet-grid.ts';

/** A place in one of a form's documents; columns are counted from 1, at the left. */
interface InColumn {
  readonly document: FormName;
  readonly column: number;
  /** The column's heading, its lines put together. */
  readonly heading: string;
}

/** What is wrong with a form: facts. Widths are in millimetres, rounded up to a tenth. */
export type FormProblem =
  // A form with one of these can't be used.
  | {
      readonly code: 'table-too-wide';
      readonly document: FormName;
      readonly width: number;
      readonly room: number;
    }
  | { readonly code: 'page-without-room'; readonly document: FormName }
  | ({ readonly code: 'column-too-narrow'; readonly needed: number } & InColumn)
  | { readonly code: 'field-twice'; readonly document: FormName; readonly label: string }
  | ({ readonly code: 'number-beside-fields' } & InColumn)
  | ({ readonly code: 'parts-without-lines' } & InColumn)
  | { readonly code: 'lines-without-parts'; readonly document: FormName }
  | { readonly code: 'shape-undrawn'; readonly document: FormName }
  | { readonly code: 'label-twice'; readonly label: string }
  | { readonly code: 'choices-missing'; readonly label: string }
  | { readonly code: 'choice-twice'; readonly label: string; readonly sign: string }
  // With these it can, and looks otherwise than was meant, perhaps.
  | ({ readonly code: 'word-too-wide'; readonly word: string; readonly needed: number } & InColumn)
  | ({ readonly code: 'heading-too-tall'; readonly lines: number } & InColumn)
  | { readonly code: 'lines-overlap'; readonly document: FormName }
  | { readonly code: 'title-unprinted'; readonly document: FormName }
  | { readonly code: 'number-unprinted'; readonly document: FormName }
  | {
      readonly code: 'part-unprinted';
      readonly document: FormName;
      readonly label: string;
      readonly of: string;
    }
  | { readonly code: 'field-unprinted'; readonly label: string }
  | { readonly code: 'reported-too-early'; readonly label: string };

export type FormProblemCode = FormProblem['code'];

/** Most lines of a heading. */
const mostHeadingLines = 3;
/** Millimetres by which rounded widths may miss the page. */
const tolerance = 0.05;

const broken: ReadonlySet<FormProblemCode> = new Set([
  'table-too-wide',
  'page-without-room',
  'column-too-narrow',
  'field-twice',
  'number-beside-fields',
  'parts-without-lines',
  'lines-without-parts',
  'shape-undrawn',
  'label-twice',
  'choices-missing',
  'choice-twice',
]);

/** Whether a form with this problem can't be used; any other is a hint. */
export function isBroken({ code }: FormProblem): boolean {
  return broken.has(code);
}

/** What is wrong with a form: what keeps it from being used first. */
export function formProblems(office: OfficeForm): FormProblem[] {
  const documents = formNames.map((name) => formOf(office, name));
  const found = [...documents.flatMap(problemsOfDocument), ...problemsOfFields(office, documents)];
  return [...found.filter(isBroken), ...found.filter((problem) => !isBroken(problem))];
}

function problemsOfDocument(form: Form): FormProblem[] {
  const { name: document, page, type, columns, shape } = form;
  const width =
    shape?.kind === 'sheet'
      ? sheetWidth(form, shape)
      : columns.reduce((sum, column) => sum + column.width, 0);
  const room = page.width - page.margin.left - page.margin.right;
  const height = page.height - page.margin.top - page.margin.bottom;
  const found: FormProblem[] = [];
  if (width > room + tolerance) {
    found.push({ code: 'table-too-wide', document, width: tenths(width), room: tenths(Math.max(0, room)) });
  }
  // Title, name and heading leave a row half of the page at least.
  if (height < millimetresOf(2 * (type.titleLine + (2 + mostHeadingLines) * type.bodyLine))) {
    found.push({ code: 'page-without-room', document });
  }
  if (type.bodyLine < type.bodySize || type.titleLine < type.titleSize) {
    found.push({ code: 'lines-overlap', document });
  }
  const printed = columns.flatMap(({ content }) => content);
  const held = columns.flatMap((column) => heldBy(form, column));
  for (const id of twiceIn(held.map((each) => each.id))) {
    found.push({ code: 'field-twice', document, label: held.find((each) => each.id === id)?.label ?? id });
  }
  found.push(...problemsOfParts(form));
  // Known to the schema, and to no table yet (docs/decisions/0052).
  if (shape?.kind === 'sheet') found.push({ code: 'shape-undrawn', document });
  if (!printed.includes('title')) found.push({ code: 'title-unprinted', document });
  if (!printed.includes('number')) found.push({ code: 'number-unprinted', document });
  return [...found, ...columns.flatMap((column, index) => problemsOfColumn(form, column, index + 1))];
}

function problemsOfColumn(form: Form, column: FormColumn, number: number): FormProblem[] {
  const place = { document: form.name, column: number, heading: column.heading.join('') };
  // In a sheet the column's width is that of label and text together.
  const beside = form.shape?.kind === 'sheet' ? form.shape.labelWidth : 0;
  const ems = emsInColumn(column.width - beside, form.type);
  const headingEms = beside === 0 ? ems : emsInColumn(beside, form.type);
  const needs = (width: number) => tenths(columnOfEms(width, form.type) + beside);
  if (ems < 1) return [{ code: 'column-too-narrow', ...place, needed: needs(1) }];

  const found: FormProblem[] = [];
  if (column.ofEach !== undefined && form.shape?.kind !== 'line-per-target') {
    found.push({ code: 'parts-without-lines', ...place });
  }
  // The cell of the number is where a row is taken hold of: nothing is written in it.
  if (column.content.includes('number') && column.content.length > 1) {
    found.push({ code: 'number-beside-fields', ...place });
  }
  const widest = wordsOf(form, column)
    .map((word) => ({ word, width: widthOf(word) }))
    .reduce((one, other) => (other.width > one.width ? other : one), { word: '', width: 0 });
  if (widest.width > ems) {
    found.push({ code: 'word-too-wide', ...place, word: widest.word, needed: needs(widest.width) });
  }
  const lines = column.heading.reduce((sum, line) => sum + linesOf(line, Math.max(1, headingEms)), 0);
  if (lines > mostHeadingLines) found.push({ code: 'heading-too-tall', ...place, lines });
  return found;
}

/** What the form itself prints in a column and can't be broken: in the heading, the labels and the signs to choose from. */
function wordsOf(form: Form, { heading, content, ofEach }: FormColumn): string[] {
  const inCells = content.flatMap((id) => {
    if (id === 'number') return [];
    if (ofEach !== undefined && isItemField(id)) {
      return ofEach.flatMap(
        (part) => partDefinition(id, part, form.own).choices?.map(({ sign }) => sign) ?? [],
      );
    }
    const signs = fieldOfForm(form, id).choices?.map(({ sign }) => sign) ?? [];
    return [form.cellLabels[id] ?? '', ...signs];
  });
  // The heading of a sheet stands left of the text.
  return [...(form.shape?.kind === 'sheet' ? [] : heading), ...inCells]
    .flatMap(unbreakableParts)
    .map((word) => word.trimEnd());
}

function problemsOfFields({ fields }: OfficeForm, documents: readonly Form[]): FormProblem[] {
  const labels = [...builtInRowFields, ...fields].map(({ label }) => label.trim());
  return [
    ...twiceIn(labels).map((label) => ({ code: 'label-twice', label }) as const),
    ...fields.flatMap((field) => problemsOfChoices(field)),
    ...fields.flatMap((field): FormProblem[] => {
      const { owner, label, season } = field;
      if (owner === 'report') return [];
      if (!documents.some((form) => printsOwn(form, field))) return [{ code: 'field-unprinted', label }];
      const early =
        season === 'report' &&
        documents.some((form) => form.name === 'declaration' && printsOwn(form, field));
      return early ? [{ code: 'reported-too-early', label }] : [];
    }),
  ];
}

function printsOwn(form: Form, { id, owner }: FormField): boolean {
  if (owner === 'row') return prints(form, id);
  return printsPart(form, owner === 'target' ? 'targets' : 'outcomes', id);
}

/** With a line for each target something stands on it, and what is in no column of the lines is not printed. */
function problemsOfParts(form: Form): FormProblem[] {
  const { name: document, columns, shape } = form;
  if (shape?.kind !== 'line-per-target') return [];
  const each = (field: ItemField): readonly ItemPart[] =>
    columns.flatMap(({ content, ofEach = [] }) => (content[0] === field ? ofEach : []));
  if (each('targets').length === 0) return [{ code: 'lines-without-parts', document }];
  return (['targets', 'outcomes'] as const).flatMap((field): FormProblem[] => {
    const printed = each(field);
    const whole = columns.some(({ content, ofEach }) => content.includes(field) && ofEach === undefined);
    if (whole && printed.length > 0) {
      return [{ code: 'field-twice', document, label: fieldOfForm(form, field).label }];
    }
    // The verdict is the author's, and asked for by itself (`asks`).
    const missing = partsOf(field).filter((part) => part !== 'verdict' && !printed.includes(part));
    return printed.length === 0
      ? []
      : missing.map((part): FormProblem => {
          const of = fieldOfForm(form, field).label;
          return { code: 'part-unprinted', document, label: partDefinition(field, part).label, of };
        });
  });
}

function problemsOfChoices({ kind, label, choices = [] }: FieldDefinition): FormProblem[] {
  if (kind !== 'choice' && kind !== 'choices') return [];
  if (choices.length === 0) return [{ code: 'choices-missing', label }];
  const signs = choices.map(({ sign }) => sign.trim());
  return twiceIn(signs).map((sign) => ({ code: 'choice-twice', label, sign }));
}

/** What a column prints: fields, or parts of items. */
function heldBy(form: Form, { content, ofEach }: FormColumn): Pick<FieldDefinition, 'id' | 'label'>[] {
  const [field] = content;
  if (ofEach !== undefined && field !== undefined && isItemField(field)) {
    return ofEach.map((part) => partDefinition(field, part, form.own));
  }
  return content.map((id) => (id === 'number' ? { id, label: 'NO.' } : fieldOfForm(form, id)));
}

/** What stands twice or more, once each. */
function twiceIn(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}

function millimetresOf(points: number): number {
  return (points * 25.4) / 72;
}

function tenths(millimetres: number): number {
  return Math.ceil(millimetres * 10 - 1e-6) / 10;
}
