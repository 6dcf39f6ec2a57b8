import type { NewThread, StoredSuggestion } from '../../data/word/markup-store.ts';
import type { MarkedChanges } from '../../word/marked/marked-changes.ts';
import { effectOf, type MarkedField } from '../../word/marked/marked-field.ts';
import type { Form } from '../../../shared/model/form.ts';
import type { Initiative, Report } from '../../../shared/model/report.ts';
import { newIdentifier } from '../new-identifier.ts';
import { rowText } from './row-text.ts';

/** A marked-up file, and the report that it was exported from. */
export interface MarkedFile {
  /** Identifier under which the file is kept. */
  readonly bringBack: string;
  readonly report: Report;
  readonly form: Form;
  readonly changes: MarkedChanges;
  /** The changed fields, under the identifiers that they are kept by. */
  readonly fields: readonly { readonly id: string; readonly field: MarkedField }[];
  /** One for each comment. */
  readonly threads: readonly NewThread[];
}

/** What a marked-up file asks for, in the order of its table. */
export function suggestionsOf({
  bringBack,
  report,
  form,
  changes,
  fields,
  threads,
}: MarkedFile): StoredSuggestion[] {
  const make = suggestionMaker(bringBack, report);
  const suggestions = [
    ...fields.flatMap(({ id, field }) => fieldSuggestions(id, field, make)),
    ...changes.rows.map((row): StoredSuggestion => {
      if (row.kind === 'row-added') {
        const { texts } = row;
        const after = Object.values(texts).flat().join('\n');
        return make({
          kind: row.kind,
          author: row.author,
          date: row.date,
          after,
          rowKey: row.key,
          rowTexts: texts,
        });
      }
      const { kind, initiative, author, date } = row;
      const now = report.initiatives.find(({ id }) => id === initiative);
      const moved = kind === 'row-moved';
      const number = report.initiatives.findIndex(({ id }) => id === initiative) + 1;
      return make({
        kind,
        initiative,
        author,
        date,
        before: moved ? String(number) : now === undefined ? '' : rowText(now, form),
        after: moved ? String(changes.order.indexOf(initiative) + 1) : '',
      });
    }),
    ...changes.comments.map((comment, index) =>
      make({
        kind: 'comment',
        initiative: comment.initiative,
        field: comment.field,
        author: comment.author,
        date: comment.date,
        quote: comment.quote === '' ? null : comment.quote,
        comment: [
          comment.text,
          ...comment.replies.map(({ author, text }) => `${author ?? ''}：${text}`),
        ].join('\n'),
        thread: threads[index]?.id ?? null,
      }),
    ),
  ];
  return inOrder(suggestions, changes.order, report.initiatives);
}

type Given = Pick<StoredSuggestion, 'kind'> & Partial<StoredSuggestion>;

function suggestionMaker(bringBack: string, report: Report): (given: Given) => StoredSuggestion {
  const numbers = new Map(report.initiatives.map(({ id }, index) => [id, index + 1]));
  return (given) => ({
    id: newIdentifier(),
    bringBack,
    initiative: null,
    exportedRow: numbers.get(given.initiative ?? '') ?? null,
    field: null,
    author: null,
    date: null,
    before: '',
    after: '',
    quote: null,
    comment: null,
    thread: null,
    markedField: null,
    unit: -1,
    rowKey: '',
    rowTexts: {},
    state: 'open',
    ...given,
  });
}

function fieldSuggestions(
  markedField: string,
  field: MarkedField,
  make: (given: Given) => StoredSuggestion,
): StoredSuggestion[] {
  return field.units.flatMap(({ kind, author, date }, unit) => {
    const effect = effectOf(field, unit);
    const [before, after] = [effect.before.join('\n'), effect.after.join('\n')];
    // What only parts a paragraph otherwise changes nothing.
    if (after === before) return [];
    const { initiative, field: name } = field;
    return [make({ kind, initiative, field: name, author, date, before, after, markedField, unit })];
  });
}

/** In the order of the file; a removed row stands behind the row that it stood behind. */
function inOrder(
  suggestions: readonly StoredSuggestion[],
  order: readonly string[],
  rows: readonly Initiative[],
): StoredSuggestion[] {
  const places = new Map(order.map((key, place) => [key, place]));
  let last = -1;
  for (const { id } of rows) {
    const place = places.get(id);
    if (place === undefined) places.set(id, last + 0.5);
    else last = place;
  }
  const placeOf = ({ initiative, rowKey }: StoredSuggestion): number =>
    places.get(initiative ?? rowKey) ?? Number.MAX_SAFE_INTEGER;
  return [...suggestions].sort((one, other) => placeOf(one) - placeOf(other));
}
