import * as v from 'valibot';
import {
  suggestionKinds,
  unplacedSchema,
  type SuggestionKind,
} from '../../../shared/contract/markup-requests.ts';
import { isRowField } from '../../../shared/model/fields/built-in-fields.ts';
import { success } from '../../../shared/result.ts';
import type { MarkupStore, NewThread, StoredBringBack, StoredSuggestion } from './markup-store.ts';
import { DamagedContent } from '../sqlite-failure.ts';
import type { StoreAccess } from '../store-access.ts';
import { checkedJson, textsOf } from '../reports/stored-json.ts';

interface BringBackRecord {
  id: string;
  report: string;
  revision: number;
  content_hash: string;
  form: string;
  file_name: string;
  sha256: string;
  brought_at: string;
  brought_by: string;
  row_order: string;
  unplaced: string;
}

interface SuggestionRecord {
  id: string;
  bring_back: string;
  kind: string;
  initiative: string;
  row_number: number;
  field: string;
  author: string;
  date: string;
  before: string;
  after: string;
  quote: string;
  comment: string;
  thread: string;
  marked_field: string | null;
  unit: number;
  row_key: string;
  row_texts: string;
  state: StoredSuggestion['state'];
}

const bringBackColumns = `id, report, revision, content_hash, form, file_name, sha256, brought_at, brought_by,
  row_order, unplaced`;
const suggestionColumns = `s.id, s.bring_back, s.kind, s.initiative, s.row_number, s.field, s.author, s.date, s.before,
  s.after, s.quote, s.comment, s.thread, s.marked_field, s.unit, s.row_key, s.row_texts, s.state`;

/** Where threads of a Word file say that they came from. */
const source = 'word';

export function sqliteMarkupStore({ database, reading, storing }: StoreAccess): MarkupStore {
  const find = database.prepare<[string, string], BringBackRecord>(
    `SELECT ${bringBackColumns} FROM bring_backs WHERE report = ? AND sha256 = ?`,
  );
  const ofReport = database.prepare<[string], BringBackRecord>(
    `SELECT ${bringBackColumns} FROM bring_backs WHERE report = ? ORDER BY number`,
  );
  const suggestions = database.prepare<[string], SuggestionRecord>(
    `SELECT ${suggestionColumns} FROM suggestions s WHERE bring_back = ? ORDER BY number`,
  );
  const some = database.prepare<[string], SuggestionRecord & { report: string }>(`
    SELECT ${suggestionColumns}, b.report FROM suggestions s JOIN bring_backs b ON b.id = s.bring_back
    JOIN reports r ON r.id = b.report
    WHERE s.id IN (SELECT value FROM json_each(?)) AND r.removed_at = '' ORDER BY s.number`);
  const field = database
    .prepare<[string], string>('SELECT content FROM marked_fields WHERE id = ?')
    .pluck();
  const decide = database.prepare(`
    UPDATE suggestions SET state = ?, decided_by = ?, decided_at = ?
    WHERE id IN (SELECT value FROM json_each(?))`);
  const insertBringBack = database.prepare(`
    INSERT INTO bring_backs (id, report, revision, content_hash, form, file_name, sha256, brought_at,
      brought_by, row_order, unplaced)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertField = database.prepare(
    'INSERT INTO marked_fields (id, bring_back, content) VALUES (?, ?, ?)',
  );
  const insertSuggestion = database.prepare(`
    INSERT INTO suggestions (id, bring_back, kind, initiative, row_number, field, author, date, before, after,
      quote, comment, thread, marked_field, unit, row_key, row_texts)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const threadOf = database
    .prepare<[string, string, string], string>(
      'SELECT id FROM comment_threads WHERE report = ? AND source = ? AND source_id = ?',
    )
    .pluck();
  const commentsFrom = database
    .prepare<[string, string], string>('SELECT source_id FROM comments WHERE thread = ? AND source = ?')
    .pluck();
  const insertThread = database.prepare(`
    INSERT INTO comment_threads (id, report, initiative, field, quote, resolved_by, resolved_at, created_by,
      created_at, source, source_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const resolve = database.prepare(
    "UPDATE comment_threads SET resolved_by = ?, resolved_at = ? WHERE id = ? AND resolved_at = ''",
  );
  const insertComment = database.prepare(`
    INSERT INTO comments (id, thread, author, at, text, source, source_id) VALUES (?, ?, ?, ?, ?, ?, ?)`);

  /** Answers the identifier that the thread has. A thread that is settled in any copy of the file is settled. */
  const storeThread = (report: string, thread: NewThread, resolvedBy: string): string => {
    const known = threadOf.get(report, source, thread.sourceId);
    const id = known ?? thread.id;
    const [first] = thread.comments;
    if (known === undefined) {
      insertThread.run(
        id,
        report,
        thread.initiative ?? '',
        thread.field ?? '',
        thread.quote ?? '',
        thread.resolved ? resolvedBy : '',
        thread.resolved ? (first?.at ?? '') : '',
        first?.author ?? '',
        first?.at ?? '',
        source,
        thread.sourceId,
      );
    }
    // Settled in Word since the last copy of the file.
    else if (thread.resolved) resolve.run(resolvedBy, thread.comments.at(-1)?.at ?? '', id);
    const there = new Set(commentsFrom.all(id, source));
    for (const { id: comment, sourceId, author, at, text } of thread.comments) {
      if (!there.has(sourceId)) insertComment.run(comment, id, author, at, text, source, sourceId);
    }
    return id;
  };

  return {
    find: (report, sha256) =>
      reading(() => {
        const record = find.get(report, sha256);
        return record === undefined ? null : bringBackOf(record);
      }),
    bringBacks: (report) => reading(() => ofReport.all(report).map(bringBackOf)),
    suggestions: (bringBack) => reading(() => suggestions.all(bringBack).map(suggestionOf)),
    some: (ids) =>
      reading(() =>
        some.all(JSON.stringify(ids)).map((record) => ({ ...suggestionOf(record), report: record.report })),
      ),
    field: (id, schema) =>
      reading(() => {
        const content = field.get(id);
        if (content === undefined) throw new DamagedContent(`marked field ${id} is missing`);
        return checkedJson(content, schema, 'marked field');
      }),

    add: ({ bringBack, fields, suggestions: added, threads }, { author }) =>
      storing(() => {
        insertBringBack.run(
          bringBack.id,
          bringBack.report,
          bringBack.revision,
          bringBack.contentHash,
          bringBack.form,
          bringBack.fileName,
          bringBack.sha256,
          bringBack.at,
          bringBack.by,
          JSON.stringify(bringBack.order),
          JSON.stringify(bringBack.unplaced),
        );
        for (const { id, content } of fields) insertField.run(id, bringBack.id, content);
        const stored = new Map(
          threads.map((thread) => [thread.id, storeThread(bringBack.report, thread, author)]),
        );
        for (const suggestion of added) {
          insertSuggestion.run(
            suggestion.id,
            bringBack.id,
            suggestion.kind,
            suggestion.initiative ?? '',
            suggestion.exportedRow ?? 0,
            suggestion.field ?? '',
            suggestion.author ?? '',
            suggestion.date ?? '',
            suggestion.before,
            suggestion.after,
            suggestion.quote ?? '',
            suggestion.comment ?? '',
            suggestion.thread === null ? '' : (stored.get(suggestion.thread) ?? ''),
            suggestion.markedField,
            suggestion.unit,
            suggestion.rowKey,
            JSON.stringify(suggestion.rowTexts),
          );
        }
        return success(undefined);
      }),

    decide: (ids, state, { author, at }) =>
      storing(() => {
        const open = state === 'open';
        decide.run(state, open ? '' : author, open ? '' : at.toISOString(), JSON.stringify(ids));
        return success(undefined);
      }),
  };
}

const rowTextsSchema = v.record(v.string(), v.array(v.string()));

function bringBackOf(record: BringBackRecord): StoredBringBack {
  const { id, report, revision, form, sha256 } = record;
  return {
    id,
    report,
    revision,
    contentHash: record.content_hash,
    form,
    fileName: record.file_name,
    sha256,
    at: record.brought_at,
    by: record.brought_by,
    order: textsOf(record.row_order),
    unplaced: checkedJson(record.unplaced, v.array(unplacedSchema), 'unplaced marks'),
  };
}

function suggestionOf(record: SuggestionRecord): StoredSuggestion {
  const orNull = (text: string): string | null => (text === '' ? null : text);
  return {
    id: record.id,
    bringBack: record.bring_back,
    kind: kindOf(record.kind),
    initiative: orNull(record.initiative),
    exportedRow: record.row_number === 0 ? null : record.row_number,
    field: isRowField(record.field) ? record.field : null,
    author: orNull(record.author),
    date: orNull(record.date),
    before: record.before,
    after: record.after,
    quote: orNull(record.quote),
    comment: orNull(record.comment),
    thread: orNull(record.thread),
    markedField: record.marked_field,
    unit: record.unit,
    rowKey: record.row_key,
    rowTexts: checkedJson(record.row_texts, rowTextsSchema, 'texts of a row'),
    state: record.state,
  };
}

function kindOf(text: string): SuggestionKind {
  const kind = suggestionKinds.find((known) => known === text);
  if (kind === undefined) throw new DamagedContent(`stored suggestion unknown: ${text.slice(0, 40)}`);
  return kind;
}
