import type { ReportFailure } from '../../../shared/failure.ts';
import { isRowField } from '../../../shared/model/fields/built-in-fields.ts';
import { failed, success } from '../../../shared/result.ts';
import type { CommentResult, CommentStore, StoredComment, StoredThread } from './comment-store.ts';
import { DamagedContent } from '../sqlite-failure.ts';
import type { StoreAccess } from '../store-access.ts';

interface ThreadRecord {
  id: string;
  initiative: string;
  field: string;
  quote: string;
  resolved_at: string;
}

interface CommentRecord {
  id: string;
  thread: string;
  author: string;
  at: string;
  text: string;
  changed_at: string;
}

/** Where a comment stands: its thread, that thread's first comment and its report. */
interface Standing {
  thread: string;
  first: string;
  report: string;
}

/** The comment store over an open database. */
export function sqliteCommentStore({ database, reading, storing }: StoreAccess): CommentStore {
  const isThere = database
    .prepare<[string], 1>("SELECT 1 FROM reports WHERE id = ? AND removed_at = ''")
    .pluck();
  const hasRow = database
    .prepare<[string, string], 1>('SELECT 1 FROM initiatives WHERE id = ? AND report = ?')
    .pluck();
  const threads = database.prepare<[string], ThreadRecord>(`
    SELECT id, initiative, field, quote, resolved_at FROM comment_threads WHERE report = ? ORDER BY number`);
  const comments = database.prepare<[string], CommentRecord>(`
    SELECT c.id, c.thread, c.author, c.at, c.text, c.changed_at
    FROM comment_threads t JOIN comments c ON c.thread = t.id WHERE t.report = ? ORDER BY c.number`);
  const reportOfThread = database
    .prepare<[string], string>(
      `SELECT t.report FROM comment_threads t JOIN reports r ON r.id = t.report
      WHERE t.id = ? AND r.removed_at = ''`,
    )
    .pluck();
  const standing = database.prepare<[string], Standing>(`
    SELECT t.id AS thread, t.report,
      (SELECT id FROM comments WHERE thread = t.id ORDER BY number LIMIT 1) AS first
    FROM comments c JOIN comment_threads t ON t.id = c.thread JOIN reports r ON r.id = t.report
    WHERE c.id = ? AND r.removed_at = ''`);
  const insertThread = database.prepare(`
    INSERT INTO comment_threads (id, report, initiative, field, quote, created_by, created_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const insertComment = database.prepare(
    'INSERT INTO comments (id, thread, author, at, text) VALUES (?, ?, ?, ?, ?)',
  );
  const resolve = database.prepare(`
    UPDATE comment_threads SET resolved_by = ?, resolved_at = ? WHERE id = ? AND resolved_at = ''`);
  const reopen = database.prepare(
    "UPDATE comment_threads SET resolved_by = '', resolved_at = '' WHERE id = ?",
  );
  const change = database.prepare('UPDATE comments SET text = ?, changed_at = ? WHERE id = ?');
  const removeComment = database.prepare('DELETE FROM comments WHERE id = ?');
  const removeThread = database.prepare('DELETE FROM comment_threads WHERE id = ?');

  /** Changes what hangs on a report, once that report is found. */
  const changing = <S>(
    find: () => S | undefined,
    reportOf: (found: S) => string,
    work: (found: S) => void,
  ): CommentResult<string> =>
    storing(() => {
      const found = find();
      if (found === undefined) return failed({ code: 'comment-missing' });
      work(found);
      return success(reportOf(found));
    });
  const inThread = (thread: string, work: () => void) =>
    changing(
      () => reportOfThread.get(thread),
      (report) => report,
      work,
    );

  return {
    list: (report) =>
      reading(() => {
        if (isThere.get(report) === undefined) return failed({ code: 'report-missing', report });
        const commentsOf = Map.groupBy(comments.all(report), ({ thread }) => thread);
        return success(threads.all(report).map((thread) => threadOf(thread, commentsOf.get(thread.id))));
      }),

    start: (report, { initiative, field, quote }, { thread, comment, text }, { author, at }) =>
      storing<string, ReportFailure>(() => {
        if (isThere.get(report) === undefined) return failed({ code: 'report-missing', report });
        if (initiative !== null && hasRow.get(initiative, report) === undefined) {
          return failed({ code: 'stale-edit', report, initiative });
        }
        const time = at.toISOString();
        insertThread.run(thread, report, initiative ?? '', field ?? '', quote ?? '', author, time);
        insertComment.run(comment, thread, author, time, text);
        return success(report);
      }),

    reply: (thread, comment, text, { author, at }) =>
      inThread(thread, () => insertComment.run(comment, thread, author, at.toISOString(), text)),

    resolve: (thread, resolved, { author, at }) =>
      inThread(thread, () => {
        if (resolved) resolve.run(author, at.toISOString(), thread);
        else reopen.run(thread);
      }),

    change: (comment, text, at) =>
      changing(
        () => standing.get(comment),
        ({ report }) => report,
        () => change.run(text, at.toISOString(), comment),
      ),

    remove: (comment) =>
      changing(
        () => standing.get(comment),
        ({ report }) => report,
        ({ thread, first }) => {
          if (first === comment) removeThread.run(thread);
          else removeComment.run(comment);
        },
      ),
  };
}

function threadOf(thread: ThreadRecord, comments: readonly CommentRecord[] = []): StoredThread {
  return {
    id: thread.id,
    initiative: thread.initiative === '' ? null : thread.initiative,
    field: thread.field === '' ? null : fieldOf(thread.field),
    quote: thread.quote === '' ? null : thread.quote,
    resolved: thread.resolved_at !== '',
    comments: comments.map(commentOf),
  };
}

function fieldOf(text: string): StoredThread['field'] {
  if (!isRowField(text)) throw new DamagedContent(`stored field unknown: ${text.slice(0, 40)}`);
  return text;
}

function commentOf({ id, author, at, text, changed_at }: CommentRecord): StoredComment {
  return { id, author, at, text, changedAt: changed_at === '' ? null : changed_at };
}
