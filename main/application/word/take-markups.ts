import { createHash } from 'node:crypto';
import type { LibraryFile } from '../../data/library-file.ts';
import type { NewThread, StoredBringBack, StoredSuggestion } from '../../data/word/markup-store.ts';
import { markedChanges, type MarkedChanges } from '../../word/marked/marked-changes.ts';
import type { MarkedComment } from '../../word/marked/marked-comments.ts';
import { textWith, unitsUnder, type MarkedField } from '../../word/marked/marked-field.ts';
import { commentTextSchema } from '../../../shared/model/comment-text.ts';
import type { Form } from '../../../shared/model/form.ts';
import { outline } from '../../../shared/model/outline.ts';
import { initiativeFields, type Initiative, type Report } from '../../../shared/model/report.ts';
import { success, type Result } from '../../../shared/result.ts';
import * as v from 'valibot';
import { actorOf, openedLibrary, type Context } from '../context.ts';
import { exportedContent, originOf } from './exported-content.ts';
import { newIdentifier } from '../new-identifier.ts';
import { openWordFile, type WordFile } from './open-word-file.ts';
import { rowText } from './row-text.ts';

/** Reads a marked-up file and stores what it asks for. The same file again answers what is there. */
export async function takeMarkups(context: Context, path: string): Promise<Result<StoredBringBack>> {
  const file = await openWordFile(path);
  if (!file.ok) return file;
  const library = openedLibrary(context);
  if (!library.ok) return library;
  const origin = originOf(file.value, library.value);
  if (!origin.ok) return origin;
  const known = library.value.markups.find(origin.value.report, file.value.sha256);
  if (known !== null) return success(known);
  const base = exportedContent(file.value, origin.value, library.value);
  if (!base.ok) return base;
  const { report, form } = base.value;
  const changes = markedChanges(file.value.document, outline(report, form), form);
  return store(context, library.value, file.value, changes, base.value);
}

function store(
  context: Context,
  library: LibraryFile,
  file: WordFile,
  changes: MarkedChanges,
  {
    report,
    form,
    revision,
    contentHash,
  }: { report: Report; form: Form; revision: number; contentHash: string },
): Result<StoredBringBack> {
  const actor = actorOf(context);
  const bringBack: StoredBringBack = {
    id: newIdentifier(),
    report: report.id,
    revision,
    contentHash,
    form: form.name,
    fileName: file.fileName,
    sha256: file.sha256,
    at: actor.at.toISOString(),
    by: actor.author,
    order: changes.order,
    unplaced: [...changes.unplaced],
  };
  const fields = changes.fields.map((field) => ({ id: newIdentifier(), field }));
  const threads = changes.comments.map((comment) => threadOf(comment, actor.at));
  const make = suggestionMaker(bringBack.id, report);
  const suggestions = [
    ...fields.flatMap(({ id, field }) => fieldSuggestions(id, field, make)),
    ...changes.rows.map((row): StoredSuggestion => {
      if (row.kind === 'row-added') {
        const { texts } = row;
        const after = initiativeFields.flatMap((field) => texts[field] ?? []).join('\n');
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
  const stored = library.markups.add(
    {
      bringBack,
      fields: fields.map(({ id, field }) => ({ id, content: JSON.stringify(field) })),
      suggestions: inOrder(suggestions, changes.order, report.initiatives),
      threads,
    },
    actor,
  );
  if (!stored.ok) return stored;
  context.ports.send('markups.changed', { report: report.id });
  if (threads.length > 0) context.ports.send('comments.changed', { report: report.id });
  return success(bringBack);
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
  const base = field.base.join('\n');
  return field.units.flatMap(({ kind, author, date }, unit) => {
    const alone = textWith(field, new Set([unit])).join('\n');
    // What takes back another's words is shown upon these.
    const under = alone === base ? unitsUnder(field, unit) : new Set<number>();
    const before = under.size === 0 ? base : textWith(field, under).join('\n');
    const after = under.size === 0 ? alone : textWith(field, new Set([...under, unit])).join('\n');
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

function threadOf(comment: MarkedComment, now: Date): NewThread {
  const { initiative, field, quote } = comment;
  return {
    id: newIdentifier(),
    sourceId: hashOf(initiative, field, comment.author, comment.date, comment.text),
    initiative,
    field,
    quote: field === null || quote === '' ? null : quote,
    resolved: comment.resolved,
    comments: [comment, ...comment.replies].map(({ author, date, text }) => {
      const readable = v.safeParse(commentTextSchema, text.slice(0, 10_000));
      return {
        id: newIdentifier(),
        sourceId: hashOf(author, date, text),
        author: author ?? '',
        at: timeOf(date, now),
        text: readable.success ? readable.output : '…',
      };
    }),
  };
}

function hashOf(...facts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32);
}

function timeOf(date: string | null, now: Date): string {
  const time = new Date(date ?? '');
  return Number.isNaN(time.getTime()) ? now.toISOString() : time.toISOString();
}
