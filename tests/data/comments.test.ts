import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { CommentAnchor, StoredThread } from '../../main/data/comments/comment-store.ts';
import type { LibraryFile } from '../../main/data/library-file.ts';
import type { Report } from '../../shared/model/report.ts';
import { actor, identifier, newLibrary, reopened, report, step, valueOf } from './sample-content.ts';
import { temporaryFolder } from './temporary-folder.ts';

let library: LibraryFile;
let content: Report;

beforeEach(() => {
  library = newLibrary(join(temporaryFolder(), 'a.sengen'));
  onTestFinished(() => library.close());
  content = report();
  valueOf(library.reports.create(content, actor));
});

const whole: CommentAnchor = { initiative: null, field: null, quote: null };
const later = { author: '岬 太郎', at: new Date('2027-04-02T01:00:00Z') };

function start(text: string, anchor: CommentAnchor = whole): { thread: string; comment: string } {
  const made = { thread: identifier(), comment: identifier() };
  expect(valueOf(library.comments.start(content.id, anchor, { ...made, text }, actor))).toBe(content.id);
  return made;
}

function list(): StoredThread[] {
  return valueOf(library.comments.list(content.id));
}

describe('a thread', () => {
  test('speaks of the report, a row, a field or a piece of its text', () => {
    const row = content.initiatives[0]!.id;
    const anchors: CommentAnchor[] = [
      whole,
      { initiative: row, field: null, quote: null },
      { initiative: row, field: 'plan', quote: null },
      { initiative: row, field: 'plan', quote: '朝の読書' },
    ];
    const made = anchors.map((anchor, index) => start(`${index}番目`, anchor));
    expect(list()).toEqual(
      anchors.map((anchor, index) => ({
        id: made[index]!.thread,
        ...anchor,
        resolved: false,
        comments: [
          {
            id: made[index]!.comment,
            author: '湊町 花子',
            at: '2027-04-01T00:00:00.000Z',
            text: `${index}番目`,
            changedAt: null,
          },
        ],
      })),
    );
  });

  test('can be answered, in order, in several lines', () => {
    const { thread } = start('根拠は何ですか。');
    const answer = identifier();
    const text = '前年度の実績です。\n\n別紙のとおりです。';
    expect(valueOf(library.comments.reply(thread, answer, text, later))).toBe(content.id);
    expect(list()[0]!.comments.map((comment) => comment.text)).toEqual(['根拠は何ですか。', text]);
    expect(list()[0]!.comments[1]).toMatchObject({ id: answer, author: '岬 太郎' });
  });

  test('is resolved and opened again, and can be told so twice', () => {
    const { thread } = start('直してください。');
    for (const resolved of [true, true, false, false]) {
      expect(valueOf(library.comments.resolve(thread, resolved, later))).toBe(content.id);
      expect(list()[0]!.resolved).toBe(resolved);
    }
  });

  test('goes with its first comment, and stays without another', () => {
    const { thread, comment } = start('一つ目');
    const second = identifier();
    valueOf(library.comments.reply(thread, second, '二つ目', later));
    const other = start('別の話');
    valueOf(library.comments.remove(second));
    expect(list().map(({ comments }) => comments.length)).toEqual([1, 1]);
    valueOf(library.comments.reply(thread, identifier(), '三つ目', later));
    valueOf(library.comments.remove(comment));
    expect(list().map(({ id }) => id)).toEqual([other.thread]);
  });

  test('stays when its row is removed, and is there when undo brings the row back', () => {
    const row = content.initiatives[0]!;
    const { thread } = start('残すべきです。', { initiative: row.id, field: 'title', quote: null });
    valueOf(
      library.reports.commit(
        content.id,
        step({ kind: 'remove-initiative', at: 0, initiative: row }),
        actor,
      ),
    );
    const { path } = library;
    library.close();
    library = reopened(path);
    expect(list().map(({ id }) => id)).toEqual([thread]);
    valueOf(library.reports.undo(content.id, identifier(), actor));
    expect(list()).toMatchObject([{ id: thread, initiative: row.id }]);
    expect(valueOf(library.reports.read(content.id)).report).toEqual(content);
  });

  test('can only be started on a row of its own report', () => {
    const other = report({ fiscalYear: 2025 });
    valueOf(library.reports.create(other, actor));
    const initiative = other.initiatives[0]!.id;
    const ids = { thread: identifier(), comment: identifier(), text: '行違い' };
    expect(
      library.comments.start(content.id, { initiative, field: null, quote: null }, ids, actor),
    ).toEqual({ ok: false, failure: { code: 'stale-edit', report: content.id, initiative } });
    expect(library.comments.start('nowhere1', whole, ids, actor)).toEqual({
      ok: false,
      failure: { code: 'report-missing', report: 'nowhere1' },
    });
    expect(list()).toEqual([]);
  });
});

test('a changed comment keeps its author and time, and says when it was changed', () => {
  const { comment } = start('書き間違い');
  expect(valueOf(library.comments.change(comment, '書き直し', later.at))).toBe(content.id);
  expect(list()[0]!.comments).toEqual([
    {
      id: comment,
      author: '湊町 花子',
      at: '2027-04-01T00:00:00.000Z',
      text: '書き直し',
      changedAt: '2027-04-02T01:00:00.000Z',
    },
  ]);
});

test('what hangs on a comment that is gone, or on a report in the bin, is refused', () => {
  const { thread, comment } = start('消える話');
  const gone = { ok: false, failure: { code: 'comment-missing' } };
  const refused = () => {
    expect(library.comments.reply(thread, identifier(), '返事', later)).toEqual(gone);
    expect(library.comments.resolve(thread, true, later)).toEqual(gone);
    expect(library.comments.change(comment, '変更', later.at)).toEqual(gone);
    expect(library.comments.remove(comment)).toEqual(gone);
  };
  valueOf(library.bin.put(content.id, later.at));
  refused();
  valueOf(library.bin.takeOut(content.id));
  expect(list()).toMatchObject([{ id: thread, resolved: false, comments: [{ text: '消える話' }] }]);
  valueOf(library.comments.remove(comment));
  refused();
});

test('comments are no steps: undo passes them over', () => {
  valueOf(
    library.reports.commit(
      content.id,
      step({
        kind: 'set-field',
        owner: 'report',
        field: 'headName',
        before: content.headName,
        after: '浜 次郎',
      }),
      actor,
    ),
  );
  start('部長の名前が変わりました。');
  valueOf(library.reports.undo(content.id, identifier(), actor));
  expect(valueOf(library.reports.read(content.id)).report.headName).toBe(content.headName);
  expect(list()).toHaveLength(1);
});
