import { isOwnField, type FieldDefinition, type OwnField } from './field.ts';

/**
 * The fields of the official table, in its order: what every report has, whatever its form prints.
 *
 * Their values have typed places in report.ts; `id` is the key there, and the name in Word bookmarks and in the
 * interchange.
 */

const rowFields = [
  {
    id: 'title',
    owner: 'row',
    kind: 'line',
    label: '取組名',
    season: 'declaration',
    names: [],
    asked: true,
  },
  {
    id: 'section',
    owner: 'row',
    kind: 'line',
    label: '担当課名',
    season: 'declaration',
    names: [],
    around: ['(', ')'],
    asked: true,
  },
  {
    id: 'plan',
    owner: 'row',
    kind: 'paragraphs',
    label: '取組内容',
    season: 'declaration',
    names: [],
    bulleted: true,
    asked: true,
  },
  {
    id: 'targets',
    owner: 'row',
    kind: 'targets',
    label: '達成目標',
    season: 'declaration',
    names: [],
    bulleted: true,
    asked: true,
  },
  {
    id: 'results',
    owner: 'row',
    kind: 'paragraphs',
    label: '取組結果',
    season: 'report',
    names: [],
    bulleted: true,
    asked: true,
  },
  {
    id: 'direction',
    owner: 'row',
    kind: 'paragraphs',
    label: '今後の取組の方向性',
    season: 'report',
    names: [],
    bulleted: true,
    asked: true,
  },
  {
    id: 'outcomes',
    owner: 'row',
    kind: 'outcomes',
    label: '目標達成状況',
    season: 'report',
    names: [],
    bulleted: true,
    asked: true,
  },
] as const satisfies readonly FieldDefinition[];

/** The fields of a row that every report has, by their keys in {@link Initiative}. */
export type InitiativeField = (typeof rowFields)[number]['id'];
type BuiltIn<Kind> = Extract<(typeof rowFields)[number], { readonly kind: Kind }>['id'];
/** Those that hold one line. */
export type LineField = BuiltIn<'line'>;
/** Those that hold a list of paragraphs. */
export type ParagraphField = BuiltIn<'paragraphs'>;

/** A field of a row: a built-in one or one of a form's own. */
export type RowField = InitiativeField | OwnField;

/** The built-in fields of a row, in the order of the official table. */
export const builtInRowFields: readonly FieldDefinition<InitiativeField>[] = rowFields;

export const initiativeFields: readonly InitiativeField[] = rowFields.map(({ id }) => id);
export const lineFields = idsOf('line');
export const paragraphFields = idsOf('paragraphs');

const byId: ReadonlyMap<string, FieldDefinition<InitiativeField>> = new Map(
  builtInRowFields.map((field) => [field.id, field]),
);

/** The definition of a built-in field of a row. */
export function builtInField(id: InitiativeField): FieldDefinition<InitiativeField> {
  const field = byId.get(id);
  if (field === undefined) throw new Error(`no field is called ${id}`);
  return field;
}

export function isInitiativeField(id: string): id is InitiativeField {
  return byId.has(id);
}

export function isRowField(id: string): id is RowField {
  return isInitiativeField(id) || isOwnField(id);
}

function idsOf<Kind extends 'line' | 'paragraphs'>(kind: Kind): readonly BuiltIn<Kind>[] {
  return rowFields.filter((field) => field.kind === kind).map(({ id }) => id as BuiltIn<Kind>);
}
