import * as v from 'valibot';
import { fieldOwners, isOwnField, type OwnField } from '../fields/field.ts';
import { isItemField, itemOwners, partsOf } from '../fields/item-parts.ts';
import { itemPartSchema, rowFieldSchema, ownFieldSchema } from '../fields/schemas.ts';
import { isPlainLine } from '../plain-text.ts';
import type { Form, FormName } from '../form.ts';

/**
 * 様式: the forms of one office. A report carries the one that it is written in; where it carries none, it is the
 * official one (official-form.ts).
 *
 * It says which fields there are besides those that every report has, and how each of its documents is laid out.
 * A file of it (`sengen-form/1`) is the same value.
 */

export const officeFormFormat = 'sengen-form/1';

/** Most fields that a form brings, and most columns of a table. */
export const mostOwnFields = 60;
export const mostColumns = 24;

const line = v.pipe(v.string(), v.maxLength(200), v.check(isPlainLine, 'plain line'));
const named = v.pipe(
  line,
  v.check((text) => text.trim() !== '', 'a name'),
);
const lines = v.pipe(v.array(named), v.maxLength(50), v.readonly());
const millimetres = v.pipe(v.number(), v.minValue(0), v.maxValue(1_000));
const points = v.pipe(v.number(), v.minValue(4), v.maxValue(72));

/** Kinds that a form can bring: targets and outcomes are every report's. */
export const ownKinds = ['line', 'paragraphs', 'choice', 'choices', 'quantity', 'date'] as const;

const choice = v.pipe(v.object({ sign: named, meaning: v.exactOptional(named) }), v.readonly());

/** A field that a form brings; what its keys mean is said by FieldDefinition. */
export const formFieldSchema = v.pipe(
  v.object({
    id: ownFieldSchema,
    owner: v.picklist(fieldOwners),
    kind: v.picklist(ownKinds),
    label: named,
    season: v.picklist(['declaration', 'report']),
    names: lines,
    around: v.exactOptional(v.pipe(v.tuple([line, line]), v.readonly())),
    bulleted: v.exactOptional(v.boolean()),
    asked: v.boolean(),
    choices: v.exactOptional(v.pipe(v.array(choice), v.minLength(1), v.maxLength(50), v.readonly())),
    guidance: v.exactOptional(line),
    example: v.exactOptional(line),
  }),
  v.readonly(),
);

const content = v.union([v.literal('number'), rowFieldSchema]);

const column = v.pipe(
  v.object({
    heading: v.pipe(v.array(line), v.minLength(1), v.maxLength(4), v.readonly()),
    content: v.pipe(v.array(content), v.minLength(1), v.maxLength(20), v.readonly()),
    width: v.pipe(millimetres, v.minValue(3)),
    ofEach: v.exactOptional(v.pipe(v.array(itemPartSchema), v.minLength(1), v.maxLength(20), v.readonly())),
    beside: v.exactOptional(v.boolean()),
    group: v.exactOptional(named),
  }),
  v.readonly(),
);

const shape = v.variant('kind', [
  v.pipe(v.object({ kind: v.literal('line-per-target') }), v.readonly()),
  v.pipe(
    v.object({
      kind: v.literal('sheet'),
      title: named,
      labelWidth: v.pipe(millimetres, v.minValue(3)),
      groupWidth: v.exactOptional(v.pipe(millimetres, v.minValue(3))),
      onePageEach: v.boolean(),
    }),
    v.readonly(),
  ),
]);

const byRowField = <Value extends v.GenericSchema>(value: Value) =>
  v.pipe(v.record(rowFieldSchema, value), v.readonly());

/** How one document is laid out; what its keys mean is said by Form. */
export const documentSchema = v.pipe(
  v.object({
    label: named,
    title: named,
    columns: v.pipe(v.array(column), v.minLength(1), v.maxLength(mostColumns), v.readonly()),
    shape: v.exactOptional(shape),
    cellLabels: byRowField(line),
    asks: v.pipe(v.object({ verdicts: v.boolean(), outcomeTargets: v.boolean() }), v.readonly()),
    limits: v.exactOptional(
      byRowField(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))),
    ),
    trackChanges: v.boolean(),
    page: v.pipe(
      v.object({
        width: v.pipe(millimetres, v.minValue(100)),
        height: v.pipe(millimetres, v.minValue(100)),
        margin: v.pipe(
          v.object({ top: millimetres, right: millimetres, bottom: millimetres, left: millimetres }),
          v.readonly(),
        ),
      }),
      v.readonly(),
    ),
    type: v.pipe(
      v.object({ font: named, bodySize: points, bodyLine: points, titleSize: points, titleLine: points }),
      v.readonly(),
    ),
  }),
  v.readonly(),
);

/** The forms of an office, as a report carries them and as a file holds them. */
export const officeFormSchema = v.pipe(
  v.object({
    format: v.literal(officeFormFormat),
    /** Tells forms apart; the same for all versions of one. */
    id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
    /** What a person calls it. */
    label: named,
    /** For whom it is, or what it is good for. */
    purpose: v.exactOptional(line),
    fields: v.pipe(v.array(formFieldSchema), v.maxLength(mostOwnFields), v.readonly()),
    declaration: documentSchema,
    report: documentSchema,
  }),
  v.check(
    ({ fields, declaration, report }) => hasItsFields(fields, [declaration, report]),
    'each field once, and no column of a field that is not there',
  ),
  v.readonly(),
);

export type OfficeForm = v.InferOutput<typeof officeFormSchema>;
export type DocumentForm = v.InferOutput<typeof documentSchema>;
export type FormField = v.InferOutput<typeof formFieldSchema>;

/** One document of a form, laid out. */
export function formOf(office: OfficeForm, name: FormName): Form {
  const { fields } = office;
  return { name, ...office[name], ...(fields.length > 0 ? { own: fields } : {}) };
}

function hasItsFields(fields: readonly FormField[], documents: readonly DocumentForm[]): boolean {
  const of = (owner: FormField['owner']): ReadonlySet<string> =>
    new Set(fields.flatMap((field) => (field.owner === owner ? [field.id] : [])));
  const ofRow = of('row');
  const columns = documents.flatMap((each) => each.columns);
  const printed = columns.flatMap(({ content }) => content.filter((id): id is OwnField => isOwnField(id)));
  return (
    new Set(fields.map(({ id }) => id)).size === fields.length &&
    printed.every((id) => ofRow.has(id)) &&
    columns.every(({ content: [field = '', ...others], ofEach }) => {
      if (ofEach === undefined) return true;
      if (!isItemField(field) || others.length > 0) return false;
      const own = of(itemOwners[field]);
      return ofEach.every((part) => partsOf(field).some((known) => known === part) || own.has(part));
    })
  );
}
