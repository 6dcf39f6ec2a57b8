import { builtInRowFields } from '../fields/built-in-fields.ts';
import type { FieldDefinition } from '../fields/field.ts';
import { fieldOfForm, formNames, prints, type Form, type FormColumn, type FormName } from '../form.ts';
import { linesOf, unbreakableParts, widthOf } from '../text-lines.ts';
import { columnOfEms, emsInColumn } from './cell-room.ts';
import { formOf, type OfficeForm } from './office-form.ts';

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
  | { readonly code: 'label-twice'; readonly label: string }
  | { readonly code: 'choices-missing'; readonly label: string }
  | { readonly code: 'choice-twice'; readonly label: string; readonly sign: string }
  // With these it can, and looks otherwise than was meant, perhaps.
  | ({ readonly code: 'word-too-wide'; readonly word: string; readonly needed: number } & InColumn)
  | ({ readonly code: 'heading-too-tall'; readonly lines: number } & InColumn)
  | { readonly code: 'lines-overlap'; readonly document: FormName }
  | { readonly code: 'title-unprinted'; readonly document: FormName }
  | { readonly code: 'number-unprinted'; readonly document: FormName }
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
  const { name: document, page, type, columns } = form;
  const width = columns.reduce((sum, column) => sum + column.width, 0);
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
  for (const content of new Set(printed.filter((field, at) => printed.indexOf(field) !== at))) {
    found.push({ code: 'field-twice', document, label: labelOf(form, content) });
  }
  if (!printed.includes('title')) found.push({ code: 'title-unprinted', document });
  if (!printed.includes('number')) found.push({ code: 'number-unprinted', document });
  return [...found, ...columns.flatMap((column, index) => problemsOfColumn(form, column, index + 1))];
}

function problemsOfColumn(form: Form, column: FormColumn, number: number): FormProblem[] {
  const place = { document: form.name, column: number, heading: column.heading.join('') };
  const ems = emsInColumn(column.width, form.type);
  const needs = (width: number) => tenths(columnOfEms(width, form.type));
  if (ems < 1) return [{ code: 'column-too-narrow', ...place, needed: needs(1) }];

  const found: FormProblem[] = [];
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
  const lines = column.heading.reduce((sum, line) => sum + linesOf(line, ems), 0);
  if (lines > mostHeadingLines) found.push({ code: 'heading-too-tall', ...place, lines });
  return found;
}

/** What the form itself prints in a column and can't be broken: in the heading, the labels and the signs to choose from. */
function wordsOf(form: Form, { heading, content }: FormColumn): string[] {
  const inCells = content.flatMap((id) => {
    if (id === 'number') return [];
    const signs = fieldOfForm(form, id).choices?.map(({ sign }) => sign) ?? [];
    return [form.cellLabels[id] ?? '', ...signs];
  });
  return [...heading, ...inCells].flatMap(unbreakableParts).map((word) => word.trimEnd());
}

function problemsOfFields({ fields }: OfficeForm, documents: readonly Form[]): FormProblem[] {
  const labels = [...builtInRowFields, ...fields].map(({ label }) => label.trim());
  const twice = new Set(labels.filter((label, at) => labels.indexOf(label) !== at));
  return [
    ...[...twice].map((label) => ({ code: 'label-twice', label }) as const),
    ...fields.flatMap((field) => problemsOfChoices(field)),
    ...fields.flatMap(({ id, owner, label, season }): FormProblem[] => {
      if (owner !== 'row') return [];
      if (!documents.some((form) => prints(form, id))) return [{ code: 'field-unprinted', label }];
      const early =
        season === 'report' && documents.some((form) => form.name === 'declaration' && prints(form, id));
      return early ? [{ code: 'reported-too-early', label }] : [];
    }),
  ];
}

function problemsOfChoices({ kind, label, choices = [] }: FieldDefinition): FormProblem[] {
  if (kind !== 'choice' && kind !== 'choices') return [];
  if (choices.length === 0) return [{ code: 'choices-missing', label }];
  const signs = choices.map(({ sign }) => sign.trim());
  const twice = new Set(signs.filter((sign, at) => signs.indexOf(sign) !== at));
  return [...twice].map((sign) => ({ code: 'choice-twice', label, sign }));
}

function labelOf(form: Form, content: FormColumn['content'][number]): string {
  return content === 'number' ? 'NO.' : fieldOfForm(form, content).label;
}

function millimetresOf(points: number): number {
  return (points * 25.4) / 72;
}

function tenths(millimetres: number): number {
  return Math.ceil(millimetres * 10 - 1e-6) / 10;
}
