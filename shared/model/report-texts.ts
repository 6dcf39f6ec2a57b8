import type { Edit } from './edits.ts';
import type { LineField, ParagraphField, RowField } from './fields/built-in-fields.ts';
import type { OwnField } from './fields/field.ts';
import { setTextEdit, textsOf, type TextField } from './fields/set-text-edit.ts';
import { fieldsIn } from './fields/values.ts';
import type { Figure, Initiative, Outcome, ReportHeading, Target } from './report.ts';

/** One text that a person wrote, by where it stands in the report. Places count from 0. */
export type TextPlace =
  | { readonly kind: 'heading'; readonly field: Exclude<keyof ReportHeading, 'fiscalYear'> }
  | { readonly kind: 'line'; readonly row: string; readonly field: LineField | OwnField }
  | {
      readonly kind: 'paragraph';
      readonly row: string;
      readonly field: ParagraphField | OwnField;
      readonly at: number;
    }
  | {
      readonly kind: 'target';
      readonly row: string;
      readonly target: string;
      readonly at: number;
      readonly part: 'measure' | 'note' | 'value';
    }
  | {
      readonly kind: 'outcome';
      readonly row: string;
      readonly outcome: string;
      readonly at: number;
      readonly part: 'statement' | 'asOf';
    }
  | {
      readonly kind: 'figure';
      readonly row: string;
      readonly outcome: string;
      readonly at: number;
      readonly figure: number;
      readonly part: 'label' | 'value';
    };

export interface PlacedText {
  readonly place: TextPlace;
  readonly text: string;
}

/** The texts above the table. */
export function headingTexts(heading: ReportHeading): PlacedText[] {
  const fields = ['municipality', 'department', 'yearLabel', 'headPost', 'headName'] as const;
  return fields.map((field) => ({ place: { kind: 'heading', field }, text: heading[field] }));
}

/** The texts of a row, in the order of the official table; those of a form's own fields behind them. */
export function rowTexts(initiative: Initiative): PlacedText[] {
  return fieldsIn(initiative).flatMap((field) => fieldTexts(initiative, field));
}

function fieldTexts(initiative: Initiative, field: RowField): PlacedText[] {
  const { id: row } = initiative;
  switch (field) {
    case 'targets':
      return initiative.targets.flatMap((target, at) => targetTexts(row, target, at));
    case 'outcomes':
      return initiative.outcomes.flatMap((outcome, at) => outcomeTexts(row, outcome, at));
    default:
      return placedTexts(initiative, field);
  }
}

/** Of a field that holds a line or a list of lines. */
function placedTexts(initiative: Initiative, field: TextField): PlacedText[] {
  const { id: row } = initiative;
  const value = textsOf(initiative, field);
  // A line is no field's but a line field's, a list no field's but a list field's; an own field may hold either.
  if (typeof value === 'string') {
    return [{ place: { kind: 'line', row, field: field as LineField | OwnField }, text: value }];
  }
  const of = field as ParagraphField | OwnField;
  return value.map((text, at) => ({ place: { kind: 'paragraph', row, field: of, at }, text }));
}

/** The field of the row that a place belongs to; null for the heading. */
export function fieldOfPlace(place: TextPlace): RowField | null {
  switch (place.kind) {
    case 'heading':
      return null;
    case 'line':
    case 'paragraph':
      return place.field;
    case 'target':
      return 'targets';
    case 'outcome':
    case 'figure':
      return 'outcomes';
  }
}

function targetTexts(row: string, target: Target, at: number): PlacedText[] {
  const parts = ['measure', 'note', 'value'] as const;
  return parts.flatMap((part) => {
    const text = target[part];
    return text === null ? [] : [{ place: { kind: 'target', row, target: target.id, at, part }, text }];
  });
}

function outcomeTexts(row: string, outcome: Outcome, at: number): PlacedText[] {
  const here = { row, outcome: outcome.id, at };
  const parts = ['label', 'value'] as const;
  return [
    { place: { kind: 'outcome', ...here, part: 'statement' }, text: outcome.statement },
    ...(outcome.asOf === null
      ? []
      : [{ place: { kind: 'outcome', ...here, part: 'asOf' }, text: outcome.asOf } as const]),
    ...outcome.figures.flatMap((value, figure) =>
      parts.flatMap((part): PlacedText[] => {
        const text = value[part];
        return text === null ? [] : [{ place: { kind: 'figure', ...here, figure, part }, text }];
      }),
    ),
  ];
}

/**
 * The edits that put other texts in these places: one for each field's content, so that they can be
 * one step. An optional text that becomes empty is null; a text of `changes` stands for the whole text.
 */
export function editsOfTexts(
  heading: ReportHeading,
  rows: readonly Initiative[],
  changes: readonly PlacedText[],
): Edit[] {
  const byRow = Map.groupBy(changes, ({ place }) => (place.kind === 'heading' ? null : place.row));
  return [
    ...(byRow.get(null) ?? []).flatMap(({ place, text }): Edit[] =>
      place.kind === 'heading' && heading[place.field] !== text
        ? [
            {
              kind: 'set-field',
              owner: 'report',
              field: place.field,
              before: heading[place.field],
              after: text,
            },
          ]
        : [],
    ),
    ...rows.flatMap((row) => editsOfRow(row, byRow.get(row.id) ?? [])),
  ];
}

function editsOfRow(row: Initiative, changes: readonly PlacedText[]): Edit[] {
  const edits: Edit[] = [];
  const lists = new Map<ParagraphField | OwnField, string[]>();
  const figures = new Map<string, Figure[]>();
  const initiative = row.id;
  for (const { place, text } of changes) {
    switch (place.kind) {
      case 'heading':
        break;
      case 'line':
        edits.push(setTextEdit(row, place.field, text));
        break;
      case 'paragraph': {
        const list = lists.get(place.field) ?? [...textsOf(row, place.field)];
        list[place.at] = text;
        lists.set(place.field, list);
        break;
      }
      case 'target': {
        const target = row.targets[place.at];
        if (target === undefined) break;
        const shared = { kind: 'set-field', owner: 'target', initiative, target: place.target } as const;
        edits.push(
          place.part === 'measure'
            ? { ...shared, field: 'measure', before: target.measure, after: text }
            : {
                ...shared,
                field: place.part,
                before: target[place.part],
                after: text === '' ? null : text,
              },
        );
        break;
      }
      case 'outcome': {
        const outcome = row.outcomes[place.at];
        if (outcome === undefined) break;
        const shared = { kind: 'set-field', owner: 'outcome', initiative, outcome: place.outcome } as const;
        edits.push(
          place.part === 'statement'
            ? { ...shared, field: 'statement', before: outcome.statement, after: text }
            : { ...shared, field: 'asOf', before: outcome.asOf, after: text === '' ? null : text },
        );
        break;
      }
      case 'figure': {
        const list = figures.get(place.outcome) ?? [...(row.outcomes[place.at]?.figures ?? [])];
        const figure = list[place.figure];
        if (figure === undefined) break;
        list[place.figure] =
          place.part === 'value'
            ? { ...figure, value: text }
            : { ...figure, label: text === '' ? null : text };
        figures.set(place.outcome, list);
        break;
      }
    }
  }
  return [
    ...edits,
    ...[...lists].map(([field, after]) => setTextEdit(row, field, after)),
    ...row.outcomes.flatMap(({ id, figures: before }): Edit[] => {
      const after = figures.get(id);
      return after === undefined
        ? []
        : [
            {
              kind: 'set-field',
              owner: 'outcome',
              field: 'figures',
              initiative,
              outcome: id,
              before,
              after,
            },
          ];
    }),
  ];
}
