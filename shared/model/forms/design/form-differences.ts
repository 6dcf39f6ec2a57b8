import { fieldOfForm, formNames, fieldsOf, type FormName } from '../../form.ts';
import { sameValue } from '../../same-value.ts';
import { formOf, type DocumentForm, type FormField, type OfficeForm } from '../office-form.ts';
import type { ColumnContent } from './design-columns.ts';

/** What one form says otherwise than another; columns are counted from 1. */
export type FormDifference =
  | { readonly code: 'field-added' | 'field-removed' | 'field-changed'; readonly label: string }
  | { readonly code: 'shown' | 'hidden'; readonly document: FormName; readonly label: string }
  | {
      readonly code: 'moved';
      readonly document: FormName;
      readonly label: string;
      readonly column: number;
    }
  | {
      readonly code: 'heading';
      readonly document: FormName;
      readonly column: number;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly code: 'width';
      readonly document: FormName;
      readonly column: number;
      readonly heading: string;
      readonly before: number;
      readonly after: number;
    }
  | {
      readonly code: 'cell-label';
      readonly document: FormName;
      readonly label: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly code: 'title' | 'shape' | 'page' | 'type' | 'others'; readonly document: FormName };

/** What is otherwise in `next` than in `now`: fields first, then each document. Names aside. */
export function formDifferences(now: OfficeForm, next: OfficeForm): FormDifference[] {
  return [
    ...ofFields(now.fields, next.fields),
    ...formNames.flatMap((name) => ofDocument(now, next, name)),
  ];
}

function ofFields(now: readonly FormField[], next: readonly FormField[]): FormDifference[] {
  const before = new Map(now.map((field) => [field.id, field]));
  const after = new Set(next.map(({ id }) => id));
  return [
    ...next.flatMap((field): FormDifference[] => {
      const was = before.get(field.id);
      if (was === undefined) return [{ code: 'field-added', label: field.label }];
      return sameValue(was, field) ? [] : [{ code: 'field-changed', label: field.label }];
    }),
    ...now.flatMap(({ id, label }): FormDifference[] =>
      after.has(id) ? [] : [{ code: 'field-removed', label }],
    ),
  ];
}

function ofDocument(now: OfficeForm, next: OfficeForm, name: FormName): FormDifference[] {
  const [before, after] = [formOf(now, name), formOf(next, name)];
  const [was, is] = [now[name], next[name]];
  const labelIn = (form: typeof before, id: ColumnContent): string =>
    id === 'number' ? 'NO.' : fieldOfForm(form, id).label;
  const printed = (form: typeof before): ColumnContent[] => form.columns.flatMap(({ content }) => content);
  const [wasPrinted, isPrinted] = [printed(before), printed(after)];
  const found: FormDifference[] = [
    ...isPrinted
      .filter((id) => !wasPrinted.includes(id))
      .map((id) => ({ code: 'shown' as const, document: name, label: labelIn(after, id) })),
    ...wasPrinted
      .filter((id) => !isPrinted.includes(id))
      .map((id) => ({ code: 'hidden' as const, document: name, label: labelIn(before, id) })),
    ...ofColumns(was, is, name, (id) => labelIn(after, id)),
    ...fieldsOf(after).flatMap(({ id, label }): FormDifference[] => {
      const [old, said] = [was.cellLabels[id] ?? '', is.cellLabels[id] ?? ''];
      const isOther = wasPrinted.includes(id) && old !== said;
      return isOther ? [{ code: 'cell-label', document: name, label, before: old, after: said }] : [];
    }),
  ];
  if (was.title !== is.title) found.push({ code: 'title', document: name });
  if (!sameValue(was.shape, is.shape)) found.push({ code: 'shape', document: name });
  if (!sameValue(was.page, is.page)) found.push({ code: 'page', document: name });
  if (!sameValue(was.type, is.type)) found.push({ code: 'type', document: name });
  if (!sameValue(remaining(was), remaining(is))) found.push({ code: 'others', document: name });
  return found;
}

/** A column is the same one where its first field is; what stands in it otherwise has moved. */
function ofColumns(
  was: DocumentForm,
  is: DocumentForm,
  document: FormName,
  labelOf: (id: ColumnContent) => string,
): FormDifference[] {
  const before = keptColumns(was, is);
  const now = keptColumns(is, was);
  const headOf = (columns: typeof now, id: ColumnContent) =>
    columns.find((content) => content.includes(id))?.[0];
  // The parts of targets stand in several columns.
  const once = (columns: typeof now): readonly ColumnContent[] => [...new Set(columns.flat())];
  const moved = new Set(movedIn(once(before), once(now)));
  const everyMoved = once(now).filter((id) => moved.has(id) || headOf(before, id) !== headOf(now, id));
  return [
    ...everyMoved.map((id) => ({
      code: 'moved' as const,
      document,
      label: labelOf(id),
      column: is.columns.findIndex(({ content }) => content.includes(id)) + 1,
    })),
    ...headingsAndWidths(was, is, document),
  ];
}

/** What stands in the columns of `one`, without what `other` does not print. */
function keptColumns(one: DocumentForm, other: DocumentForm): readonly (readonly ColumnContent[])[] {
  const there = new Set(other.columns.flatMap(({ content }) => content));
  return one.columns.map(({ content }) => content.filter((id) => there.has(id)));
}

function headingsAndWidths(was: DocumentForm, is: DocumentForm, document: FormName): FormDifference[] {
  return is.columns.flatMap(({ content, ofEach, heading, width }, at): FormDifference[] => {
    const before = was.columns.find(
      (column) => column.content[0] === content[0] && column.ofEach?.[0] === ofEach?.[0],
    );
    if (before === undefined) return [];
    const [old, said] = [before.heading.join(''), heading.join('')];
    return [
      ...(old === said
        ? []
        : [{ code: 'heading' as const, document, column: at + 1, before: old, after: said }]),
      ...(Math.abs(before.width - width) < 0.05
        ? []
        : [
            {
              code: 'width' as const,
              document,
              column: at + 1,
              heading: said,
              before: before.width,
              after: width,
            },
          ]),
    ];
  });
}

/** The fewest that have to be taken out of the order `now` to leave the order of `before`. */
function movedIn(before: readonly ColumnContent[], now: readonly ColumnContent[]): ColumnContent[] {
  const places = now.map((id) => before.indexOf(id));
  /** Of each place, the longest rising run that ends there, by its members. */
  const runs = places.map(() => [] as number[]);
  for (const [at, place] of places.entries()) {
    const longest = runs
      .slice(0, at)
      .filter((_, earlier) => (places[earlier] ?? 0) < place)
      .reduce<number[]>((one, other) => (other.length > one.length ? other : one), []);
    runs[at] = [...longest, at];
  }
  const stays = new Set(
    runs.reduce<number[]>((one, other) => (other.length > one.length ? other : one), []),
  );
  return now.filter((_, at) => !stays.has(at));
}

/** What is not named by itself: which hints there are, whether Word tracks changes, the parts of targets in a column. */
function remaining({
  columns,
  cellLabels: _labels,
  title: _title,
  shape: _shape,
  page: _page,
  type: _type,
  ...others
}: DocumentForm): object {
  const shaped = columns.flatMap(({ content, ofEach, beside, group }) =>
    ofEach === undefined && beside === undefined && group === undefined
      ? []
      : [{ content, ofEach, beside, group }],
  );
  return { ...others, shaped };
}
