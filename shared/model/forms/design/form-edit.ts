import type { RowField } from '../../fields/built-in-fields.ts';
import { formNames, type FormName } from '../../form.ts';
import { sameValue } from '../../same-value.ts';
import type { DocumentForm, OfficeForm } from '../office-form.ts';

/**
 * A change of a form that is being designed, as a value: what it does, what it is about, and each part of the form that
 * it changes with what was there before. So it can be inverted, named and joined with the next.
 *
 * Unlike the edits of a report (edits.ts) it is never stored: a form is taken into use whole, by `set-form`.
 */
export interface FormEdit extends FormEditPlace {
  readonly deed: FormDeed;
  readonly changes: readonly FormChange[];
}

/** What a change is about; null for what it does not ask. */
export interface FormEditPlace {
  readonly document: FormName | null;
  /** From 0. */
  readonly column: number | null;
  readonly field: 'number' | RowField | null;
  /** What the field was called before. */
  readonly label: string | null;
}

export const formDeeds = [
  'rename',
  'purpose',
  'title',
  'add-column',
  'remove-column',
  'move-column',
  'width',
  'fit-widths',
  'usual-widths',
  'copy-columns',
  'heading',
  'place-field',
  'hide-field',
  'order-fields',
  'cell-label',
  'limit',
  'asks',
  'add-field',
  'remove-field',
  'change-field',
  'shape',
  'sheet',
  'parts',
  'page',
  'type',
] as const;
export type FormDeed = (typeof formDeeds)[number];

/** A part of a form, or of one of its documents, with what it said before and says now; undefined where it is left out. */
export interface FormChange {
  readonly document: FormName | null;
  readonly part: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What makes `before` into `after`; null where they say the same. Their `format` is the same. */
export function formEdit(
  deed: FormDeed,
  place: Partial<FormEditPlace>,
  before: OfficeForm,
  after: OfficeForm,
): FormEdit | null {
  const changes = [
    ...changesBetween(null, withoutDocuments(before), withoutDocuments(after)),
    ...formNames.flatMap((document) => changesBetween(document, before[document], after[document])),
  ];
  if (changes.length === 0) return null;
  return { deed, document: null, column: null, field: null, label: null, ...place, changes };
}

/** The form with the change made. */
export function applyFormEdit(form: OfficeForm, { changes }: Pick<FormEdit, 'changes'>): OfficeForm {
  return changes.reduce<OfficeForm>(
    (made, { document, part, after }) =>
      document === null
        ? withPart(made, part, after)
        : { ...made, [document]: withPart<DocumentForm>(made[document], part, after) },
    form,
  );
}

/** What takes a change back. */
export function invertFormEdit(edit: FormEdit): FormEdit {
  return {
    ...edit,
    changes: edit.changes
      .map(({ before, after, ...part }) => ({ ...part, before: after, after: before }))
      .toReversed(),
  };
}

/** Deeds that go on while a person types, drags or holds a key down. */
const continuous: ReadonlySet<FormDeed> = new Set([
  'rename',
  'purpose',
  'title',
  'width',
  'heading',
  'cell-label',
  'limit',
  'change-field',
  'sheet',
  'page',
  'type',
]);

/** Both as one, where the second goes on with the first; null where together they change nothing, undefined for two. */
export function asOneFormEdit(first: FormEdit, next: FormEdit): FormEdit | null | undefined {
  const goesOn =
    continuous.has(next.deed) &&
    (['deed', 'document', 'column', 'field'] as const).every((key) => first[key] === next[key]);
  if (!goesOn) return undefined;
  const changes = first.changes.map((change) => {
    const later = next.changes.find((each) => isSamePart(each, change));
    return later === undefined ? change : { ...change, after: later.after };
  });
  const further = next.changes.filter((change) => !first.changes.some((each) => isSamePart(each, change)));
  const all = [...changes, ...further].filter(({ before, after }) => !sameValue(before, after));
  return all.length === 0 ? null : { ...first, changes: all };
}

function isSamePart(one: FormChange, other: FormChange): boolean {
  return one.document === other.document && one.part === other.part;
}

function changesBetween(document: FormName | null, before: object, after: object): FormChange[] {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((part): FormChange[] =>
    sameValue(was.get(part), is.get(part))
      ? []
      : [{ document, part, before: was.get(part) as unknown, after: is.get(part) as unknown }],
  );
}

function withoutDocuments({ declaration: _spring, report: _autumn, ...others }: OfficeForm): object {
  return others;
}

/** The part is one of this form's own (changesBetween), which a type can't say. */
function withPart<T extends object>(whole: T, part: string, value: unknown): T {
  const others = Object.fromEntries(Object.entries(whole).filter(([key]) => key !== part));
  return (value === undefined ? others : { ...others, [part]: value }) as T;
}
