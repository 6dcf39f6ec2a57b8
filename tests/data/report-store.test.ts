import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { LibraryFile } from '../../main/data/library-file.ts';
import { openLibrary } from '../../main/data/opening/open-library.ts';
import { LibraryDamaged } from '../../main/data/sqlite-failure.ts';
import type { Edit } from '../../shared/model/edits.ts';
import type { Initiative } from '../../shared/model/report.ts';
import {
  actor,
  fullInitiative,
  identifier,
  initiative,
  libraryWith,
  newLibrary,
  outcome,
  reopened,
  report,
  step,
  target,
  valueOf,
} from './sample-content.ts';
import { temporaryFolder } from './temporary-folder.ts';

function library(): LibraryFile {
  const made = newLibrary(join(temporaryFolder(), 'a.sengen'));
  onTestFinished(() => made.close());
  return made;
}

describe('reports', () => {
  test('come newest year first, then latest made first', () => {
    const { reports } = library();
    const years = [2025, 2027, 2026, 2027];
    const made = years.map((fiscalYear) => report({ fiscalYear }));
    for (const each of made) valueOf(reports.create(each, actor));
    const ids = made.map(({ id }) => id);
    expect(reports.list().map(({ id }) => id)).toEqual([ids[3], ids[1], ids[2], ids[0]]);
    expect(reports.newest()).toBe(ids[3]);
    expect(reports.list()[0]).toEqual({
      id: ids[3],
      municipality: '汐見市',
      department: '教育文化部',
      fiscalYear: 2027,
      yearLabel: '令和8年度',
      headPost: '教育文化部長',
      headName: '渚 𠮷郎',
      state: 'draft',
      revision: 1,
      rows: 2,
      changedAt: '2027-04-01T00:00:00.000Z',
    });
  });

  test('are listed one by one too, and one in the bin or of another library is not there', () => {
    const { reports, bin } = library();
    const [kept, thrown] = [report(), report()];
    for (const each of [kept, thrown]) valueOf(reports.create(each, actor));
    valueOf(bin.put(thrown.id, actor.at));
    expect(reports.summary(kept.id)).toEqual(reports.list()[0]);
    expect(reports.summary(thrown.id)).toBeUndefined();
    expect(reports.summary(identifier())).toBeUndefined();
  });

  test('tell how many of their rows lack nothing, as they stand after each step', () => {
    const { reports } = library();
    const declared = (): Initiative =>
      initiative({ targets: [target()], results: [], direction: [], outcomes: [] });
    const rows = [declared(), declared(), initiative({ plan: [], results: [], direction: [] })];
    const content = report({ initiatives: rows });
    valueOf(reports.create(content, actor));
    const progress = (): unknown => valueOf(reports.progress(content.id));
    const declaration = { stage: 'declaration', rows: 3, complete: 2 };
    expect(progress()).toEqual(declaration);
    expect(progress()).toEqual(declaration);
    // With the first result the whole report is asked for.
    const first = rows[0]!;
    const result = { kind: 'set-field', owner: 'row', initiative: first.id, field: 'results' } as const;
    valueOf(reports.commit(content.id, step({ ...result, before: [], after: ['終えました。'] }), actor));
    expect(progress()).toEqual({ stage: 'report', rows: 3, complete: 0 });
    valueOf(reports.undo(content.id, identifier(), actor));
    expect(progress()).toEqual(declaration);
    // … and so it is when a person says that the report is begun.
    valueOf(reports.commit(content.id, step({ kind: 'set-stage', before: null, after: 'report' }), actor));
    expect(progress()).toEqual({ stage: 'report', rows: 3, complete: 0 });
    expect(reports.progress(identifier())).toMatchObject({ failure: { code: 'report-missing' } });
  });

  test('are found by municipality, department and year, the latest made first', () => {
    const { reports } = library();
    const [first, second, other] = [report(), report(), report({ department: '港湾部' })];
    for (const each of [first, second, other]) valueOf(reports.create(each, actor));
    expect(reports.find(first)).toBe(second.id);
    expect(reports.find(other)).toBe(other.id);
    expect(reports.find({ ...other, fiscalYear: 2030 })).toBeNull();
    expect(reports.has(first.id)).toBe(true);
    expect(reports.has(identifier())).toBe(false);
  });

  test('are read back as they were, at sequence 0 and with nothing to undo', () => {
    const { reports } = library();
    const content = report();
    valueOf(reports.create(content, actor));
    expect(valueOf(reports.read(content.id))).toEqual({
      report: content,
      sequence: 0,
      savedAt: actor.at.toISOString(),
      history: { undo: null, redo: null },
    });
    const missing = identifier();
    const failure = { code: 'report-missing', report: missing };
    expect(reports.read(missing)).toEqual({ ok: false, failure });
    expect(reports.commit(missing, step(renamed(content.id, '', 'あ')), actor)).toEqual({
      ok: false,
      failure,
    });
    expect(reports.undo(missing, identifier(), actor)).toEqual({ ok: false, failure });
  });

  test('tell which identifiers stand in other reports', () => {
    const { reports } = library();
    const [one, other] = [report(), report()];
    valueOf(reports.create(one, actor));
    valueOf(reports.create(other, actor));
    const row = one.initiatives[0]!;
    const ids = [row.id, row.targets[1]!.id, row.outcomes[0]!.id];
    const asked = [...ids, identifier(), other.initiatives[0]!.id];
    expect(reports.identifiersInUse(asked, other.id).sort()).toEqual([...ids].sort());
    expect(reports.identifiersInUse(asked, one.id)).toEqual([other.initiatives[0]!.id]);
    expect(reports.identifiersInUse(asked, null)).toHaveLength(4);
    expect(reports.identifiersInUse([], null)).toEqual([]);
  });

  test('that can not be stored as a whole are not stored at all', () => {
    const { reports } = library();
    const content = report();
    valueOf(reports.create(content, actor));
    const row = initiative();
    const twice = report({ initiatives: [row, initiative(), row] });
    expect(() => reports.create(twice, actor)).toThrow(/UNIQUE/u);
    expect(reports.list()).toHaveLength(1);
    expect(reports.has(twice.id)).toBe(false);
  });
});

describe('a step', () => {
  test('is answered with its sequence, its time and what can be undone', () => {
    const { reports } = library();
    const content = report();
    valueOf(reports.create(content, actor));
    const row = content.initiatives[1]!;
    const at = new Date('2027-05-06T07:08:09.123Z');
    const accepted = reports.commit(content.id, step(renamed(row.id, row.title, '新しい題')), {
      ...actor,
      at,
    });
    expect(valueOf(accepted)).toEqual({
      sequence: 1,
      savedAt: '2027-05-06T07:08:09.123Z',
      history: {
        undo: { kinds: ['set-field:row.title'], field: 'title', row: 2, cause: null },
        redo: null,
      },
    });
    expect(reports.list()[0]?.changedAt).toBe('2027-05-06T07:08:09.123Z');
    expect(valueOf(reports.read(content.id)).savedAt).toBe('2027-05-06T07:08:09.123Z');
  });

  test('that arrives twice is stored once and answered twice', () => {
    const { reports } = library();
    const content = report();
    valueOf(reports.create(content, actor));
    const row = content.initiatives[0]!;
    const first = step(renamed(row.id, row.title, '一'));
    const answer = valueOf(reports.commit(content.id, first, actor));
    const second = step(renamed(row.id, '一', '二'));
    valueOf(reports.commit(content.id, second, actor));
    const later = { ...actor, at: new Date('2028-01-01T00:00:00Z') };
    const again = valueOf(reports.commit(content.id, first, later));
    expect(again).toMatchObject({ sequence: 1, savedAt: answer.savedAt });
    const stored = valueOf(reports.read(content.id));
    expect(stored.sequence).toBe(2);
    expect(stored.report.initiatives[0]?.title).toBe('二');
  });

  test('with one stale edit stores none of its edits', () => {
    const { reports } = library();
    const content = report();
    valueOf(reports.create(content, actor));
    const [first, second] = content.initiatives;
    const mixed = step(
      { kind: 'set-field', owner: 'report', field: 'headName', before: content.headName, after: '別人' },
      renamed(first!.id, first!.title, '新'),
      { kind: 'add-initiative', at: 0, initiative: initiative() },
      renamed(second!.id, 'こうは書かれていない', '新'),
    );
    expect(reports.commit(content.id, mixed, actor)).toEqual({
      ok: false,
      failure: { code: 'stale-edit', report: content.id, initiative: second!.id },
    });
    expect(valueOf(reports.read(content.id))).toMatchObject({ report: content, sequence: 0 });
  });

  test('removes a row only when the whole row is as the edit says', () => {
    const { reports } = library();
    const content = report();
    valueOf(reports.create(content, actor));
    const row = content.initiatives[0]!;
    const otherwise = {
      ...row,
      outcomes: [{ ...row.outcomes[0]!, figures: [{ label: null, value: '15か所' }] }],
    };
    const stale = { ok: false, failure: { code: 'stale-edit', report: content.id, initiative: row.id } };
    const removal = (at: number, removed: typeof row): Edit => ({
      kind: 'remove-initiative',
      at,
      initiative: removed,
    });
    expect(reports.commit(content.id, step(removal(0, otherwise)), actor)).toEqual(stale);
    expect(reports.commit(content.id, step(removal(1, row)), actor)).toEqual(stale);
    expect(valueOf(reports.commit(content.id, step(removal(0, row)), actor)).sequence).toBe(1);
    expect(valueOf(reports.read(content.id)).report.initiatives).toEqual([content.initiatives[1]]);
  });

  test('may not touch a row of another report, nor take its identifier', () => {
    const { reports } = library();
    const [one, other] = [report(), report()];
    valueOf(reports.create(one, actor));
    valueOf(reports.create(other, actor));
    const theirs = other.initiatives[0]!;
    expect(reports.commit(one.id, step(renamed(theirs.id, theirs.title, '横取り')), actor)).toMatchObject({
      failure: { code: 'stale-edit', initiative: theirs.id },
    });
    const taking = step(renamed(one.initiatives[0]!.id, one.initiatives[0]!.title, '先に書かれた題'), {
      kind: 'add-initiative',
      at: 0,
      initiative: initiative({ id: theirs.id }),
    });
    expect(reports.commit(one.id, taking, actor)).toMatchObject({ failure: { code: 'stale-edit' } });
    const targetOfTheirs = target({ id: theirs.targets[0]!.id });
    const takingTarget: Edit = {
      kind: 'add-target',
      initiative: one.initiatives[0]!.id,
      at: 0,
      target: targetOfTheirs,
    };
    expect(reports.commit(one.id, step(takingTarget), actor)).toMatchObject({
      failure: { code: 'stale-edit' },
    });
    expect(valueOf(reports.read(one.id)).report).toEqual(one);
    expect(valueOf(reports.read(other.id)).report).toEqual(other);
  });

  test('may carry a target from one row to another', () => {
    const { reports } = library();
    const moving = target({ value: null, note: '市内全域', verdict: 'achieved' });
    const from = initiative({ targets: [moving] });
    const to = initiative();
    const content = report({ initiatives: [from, to] });
    valueOf(reports.create(content, actor));
    valueOf(
      reports.commit(
        content.id,
        step(
          { kind: 'add-target', initiative: to.id, at: 0, target: moving },
          { kind: 'remove-target', initiative: from.id, at: 0, target: moving },
        ),
        actor,
      ),
    );
    const { initiatives } = valueOf(reports.read(content.id)).report;
    expect(initiatives.map(({ targets }) => targets)).toEqual([[], [moving]]);
    valueOf(reports.undo(content.id, identifier(), actor));
    expect(valueOf(reports.read(content.id)).report).toEqual(content);
  });

  test('keeps the order of the targets that an outcome names', () => {
    const { reports } = library();
    const row = fullInitiative();
    const content = report({ initiatives: [row] });
    valueOf(reports.create(content, actor));
    const { id, targets } = row.outcomes[0]!;
    const after = targets.toReversed();
    const edit: Edit = {
      kind: 'set-field',
      owner: 'outcome',
      field: 'targets',
      initiative: row.id,
      outcome: id,
      before: targets,
      after,
    };
    valueOf(reports.commit(content.id, step(edit), actor));
    expect(valueOf(reports.read(content.id)).report.initiatives[0]?.outcomes[0]?.targets).toEqual(after);
  });
});

describe('undo and redo', () => {
  test('say that there is nothing when there is nothing', () => {
    const { reports } = library();
    const content = report();
    valueOf(reports.create(content, actor));
    expect(reports.undo(content.id, identifier(), actor)).toEqual({
      ok: false,
      failure: { code: 'nothing-to-undo' },
    });
    expect(reports.redo(content.id, identifier(), actor)).toEqual({
      ok: false,
      failure: { code: 'nothing-to-redo' },
    });
  });

  test('go back and forth across restarts', () => {
    const path = join(temporaryFolder(), 'a.sengen');
    const content = report();
    libraryWith(path, content);
    const row = content.initiatives[0]!;
    const titles = [row.title, '一', '二', '三'];
    const session = <T>(work: (reports: LibraryFile['reports']) => T): T => {
      const opened = reopened(path);
      try {
        return work(opened.reports);
      } finally {
        opened.close();
      }
    };
    const title = (): string | undefined =>
      session((reports) => valueOf(reports.read(content.id)).report.initiatives[0]?.title);
    const history = () => session((reports) => valueOf(reports.read(content.id)).history);
    const summary = { kinds: ['set-field:row.title'], field: 'title', row: 1, cause: null };

    for (let index = 0; index < 3; index += 1) {
      const edit = renamed(row.id, titles[index]!, titles[index + 1]!);
      session((reports) => valueOf(reports.commit(content.id, step(edit), actor)));
    }
    for (const expected of ['二', '一', row.title]) {
      session((reports) => valueOf(reports.undo(content.id, identifier(), actor)));
      expect(title()).toBe(expected);
    }
    expect(history()).toEqual({ undo: null, redo: summary });
    for (const expected of ['一', '二']) {
      session((reports) => valueOf(reports.redo(content.id, identifier(), actor)));
      expect(title()).toBe(expected);
    }
    expect(history()).toEqual({ undo: summary, redo: summary });
    session((reports) => valueOf(reports.commit(content.id, step(renamed(row.id, '二', '別の道')), actor)));
    expect(history()).toEqual({ undo: summary, redo: null });
    session((reports) => valueOf(reports.undo(content.id, identifier(), actor)));
    session((reports) => valueOf(reports.undo(content.id, identifier(), actor)));
    expect(title()).toBe('一');
  });

  test('answer the edits that they made, and the same again for the same step', () => {
    const { reports } = library();
    const content = report();
    valueOf(reports.create(content, actor));
    const row = content.initiatives[0]!;
    valueOf(
      reports.commit(
        content.id,
        step(renamed(row.id, row.title, '一'), renamed(row.id, '一', '二')),
        actor,
      ),
    );
    const undoing = identifier();
    const undone = valueOf(reports.undo(content.id, undoing, actor));
    expect(undone).toMatchObject({
      sequence: 2,
      edits: [renamed(row.id, '二', '一'), renamed(row.id, '一', row.title)],
    });
    expect(valueOf(reports.undo(content.id, undoing, actor))).toEqual(undone);
    expect(valueOf(reports.read(content.id)).sequence).toBe(2);
    expect(valueOf(reports.redo(content.id, identifier(), actor)).edits).toEqual([
      renamed(row.id, row.title, '一'),
      renamed(row.id, '一', '二'),
    ]);
  });
});

describe('what a step is called', () => {
  const row = fullInitiative();
  const other = initiative();
  const added = initiative();
  const cases: readonly (readonly [string, Edit[], object])[] = [
    [
      'a heading',
      [{ kind: 'set-field', owner: 'report', field: 'headName', before: '渚 𠮷郎', after: '浜 次郎' }],
      { kinds: ['set-field:report.headName'], field: null, row: null, cause: null },
    ],
    [
      'a page break',
      [{ kind: 'set-page-break', document: 'report', initiative: row.id, before: false, after: true }],
      { kinds: ['set-page-break'], field: null, row: 1, cause: null },
    ],
    [
      'paragraphs',
      [
        {
          kind: 'set-field',
          owner: 'row',
          initiative: other.id,
          field: 'direction',
          before: other.direction,
          after: [],
        },
      ],
      { kinds: ['set-field:row.direction'], field: 'direction', row: 2, cause: null },
    ],
    [
      'a verdict and a target of one row',
      [
        {
          kind: 'set-field',
          owner: 'target',
          field: 'verdict',
          initiative: row.id,
          target: row.targets[0]!.id,
          before: null,
          after: 'not-achieved',
        },
        { kind: 'add-target', initiative: row.id, at: 2, target: target() },
      ],
      { kinds: ['set-field:target.verdict', 'add-target'], field: 'targets', row: 1, cause: null },
    ],
    [
      'an outcome',
      [{ kind: 'add-outcome', initiative: other.id, at: 0, outcome: outcome() }],
      { kinds: ['add-outcome'], field: 'outcomes', row: 2, cause: null },
    ],
    [
      'two fields of one row',
      [
        renamed(other.id, other.title, '題'),
        { ...renamed(other.id, other.section, '課'), field: 'section' } as Edit,
      ],
      { kinds: ['set-field:row.title', 'set-field:row.section'], field: null, row: 2, cause: null },
    ],
    [
      'one field of two rows',
      [renamed(row.id, row.title, '題'), renamed(other.id, other.title, '題')],
      { kinds: ['set-field:row.title'], field: 'title', row: null, cause: null },
    ],
    [
      'a new first row',
      [{ kind: 'add-initiative', at: 0, initiative: added }],
      { kinds: ['add-initiative'], field: null, row: 1, cause: null },
    ],
    [
      'a row that is gone',
      [{ kind: 'remove-initiative', at: 1, initiative: other }],
      { kinds: ['remove-initiative'], field: null, row: null, cause: null },
    ],
    [
      'a row that now stands elsewhere',
      [{ kind: 'move-initiative', initiative: row.id, from: 0, to: 1 }],
      { kinds: ['move-initiative'], field: null, row: 2, cause: null },
    ],
  ];

  test.each(cases)('%s', (_name, edits, expected) => {
    const { reports } = library();
    const content = report({ initiatives: [row, other] });
    valueOf(reports.create(content, actor));
    const { history } = valueOf(reports.commit(content.id, step(...edits), actor));
    expect(history).toEqual({ undo: expected, redo: null });
    const undone = valueOf(reports.undo(content.id, identifier(), actor)).history;
    expect(undone.undo).toBeNull();
    expect(undone.redo).toMatchObject({
      kinds: (expected as { kinds: string[] }).kinds,
      field: (expected as { field: string | null }).field,
    });
  });

  test('a redo names the row where it stands now', () => {
    const { reports } = library();
    const content = report({ initiatives: [row, other] });
    valueOf(reports.create(content, actor));
    valueOf(
      reports.commit(content.id, step({ kind: 'remove-initiative', at: 1, initiative: other }), actor),
    );
    const { redo } = valueOf(reports.undo(content.id, identifier(), actor)).history;
    expect(redo).toEqual({ kinds: ['remove-initiative'], field: null, row: 2, cause: null });
  });
});

describe('what brought a step about', () => {
  test('is told with it, through undo and redo and across restarts', () => {
    const path = join(temporaryFolder(), 'a.sengen');
    const content = report();
    libraryWith(path, content);
    const row = content.initiatives[0]!;
    const cause = { kind: 'replace', from: row.title, to: '一', places: 1 } as const;
    const told = { kinds: ['set-field:row.title'], field: 'title', row: 1, cause };
    const first = reopened(path);
    const made = { ...step(renamed(row.id, row.title, '一')), cause };
    expect(valueOf(first.reports.commit(content.id, made, actor)).history.undo).toEqual(told);
    const undone = valueOf(first.reports.undo(content.id, identifier(), actor));
    expect(undone.history).toEqual({ undo: null, redo: told });
    const redone = valueOf(first.reports.redo(content.id, identifier(), actor));
    expect(redone.history).toEqual({ undo: told, redo: null });
    first.close();

    const opened = reopened(path);
    expect(valueOf(opened.reports.read(content.id)).history).toEqual({ undo: told, redo: null });
    const asked = { report: content.id, initiative: null, field: null, before: null, limit: 9 };
    const ofReport = valueOf(opened.history(asked)).entries;
    expect(ofReport.map(({ kind, cause: why }) => [kind, why])).toEqual([
      ['redo', cause],
      ['undo', cause],
      ['do', cause],
    ]);
    const ofRow = valueOf(opened.history({ ...asked, initiative: row.id, field: 'title' })).entries;
    expect(ofRow.map(({ cause: why }) => why)).toEqual([cause, cause, cause]);
    valueOf(opened.reports.commit(content.id, step(renamed(row.id, '一', '二')), actor));
    expect(valueOf(opened.history(asked)).entries[0]?.cause).toBeNull();
    opened.close();
  });

  test('is passed over where only a later program knows it, and is damage where it is no JSON', () => {
    const path = join(temporaryFolder(), 'a.sengen');
    const content = report();
    libraryWith(path, content);
    const row = content.initiatives[0]!;
    const opened = reopened(path);
    valueOf(opened.reports.commit(content.id, step(renamed(row.id, row.title, '一')), actor));
    opened.close();
    const write = (cause: string): void => {
      const database = new SqliteDatabase(path);
      database.pragma('ignore_check_constraints = ON');
      database.exec('DROP TRIGGER IF EXISTS steps_refuse_update');
      database.prepare('UPDATE steps SET cause = ?').run(cause);
      database.close();
    };
    write('{"kind":"of-a-later-program"}');
    const later = reopened(path);
    expect(valueOf(later.reports.read(content.id)).history.undo?.cause).toBeNull();
    later.close();
    write('{"kind":');
    expect(openLibrary(path, () => actor.at)).toMatchObject({
      ok: false,
      failure: { code: 'library-damaged' },
    });
  });
});

describe('the log', () => {
  test('holds who did what when, and takes no change', () => {
    const path = join(temporaryFolder(), 'a.sengen');
    const content = report();
    libraryWith(path, content);
    const opened = reopened(path);
    const row = content.initiatives[0]!;
    const made = step(renamed(row.id, row.title, '一'));
    valueOf(opened.reports.commit(content.id, made, actor));
    valueOf(opened.reports.undo(content.id, identifier(), { author: '取りまとめ', at: actor.at }));
    valueOf(
      opened.reports.recordExport({ report: content.id, contentHash: 'abc', form: 'report', at: actor.at }),
    );
    opened.close();

    const database = new SqliteDatabase(path);
    onTestFinished(() => void database.close());
    expect(
      database.prepare('SELECT number, kind, reverses, author, at, sequence FROM steps').all(),
    ).toEqual([
      {
        number: 1,
        kind: 'do',
        reverses: null,
        author: '湊町 花子',
        at: '2027-04-01T00:00:00.000Z',
        sequence: 1,
      },
      {
        number: 2,
        kind: 'undo',
        reverses: 1,
        author: '取りまとめ',
        at: '2027-04-01T00:00:00.000Z',
        sequence: 2,
      },
    ]);
    expect(database.prepare('SELECT initiative, kind, edit FROM edits WHERE step = 1').all()).toEqual([
      { initiative: row.id, kind: 'set-field', edit: JSON.stringify(made.edits[0]) },
    ]);
    expect(database.prepare('SELECT report, content_hash, form, sequence FROM exports').all()).toEqual([
      { report: content.id, content_hash: 'abc', form: 'report', sequence: 2 },
    ]);
    for (const table of ['steps', 'edits', 'exports']) {
      expect(() => database.exec(`DELETE FROM ${table}`)).toThrow(`${table} only ever grows`);
      const column = table === 'steps' ? 'author' : table === 'edits' ? 'kind' : 'form';
      expect(() => database.exec(`UPDATE ${table} SET ${column} = ''`)).toThrow(`${table} only ever grows`);
    }
  });

  test('refuses an export of a report that is not there', () => {
    const { reports } = library();
    const entry = { report: identifier(), contentHash: 'abc', form: 'report', at: actor.at };
    expect(() => reports.recordExport(entry)).toThrow(entry.report);
  });
});

describe('content that can not be this program’s', () => {
  function tampered(sql: string, content = report()): LibraryFile {
    const path = join(temporaryFolder(), 'a.sengen');
    libraryWith(path, content);
    const before = reopened(path);
    const row = content.initiatives[0]!;
    valueOf(before.reports.commit(content.id, step(renamed(row.id, row.title, '一')), actor));
    before.close();
    const database = new SqliteDatabase(path);
    database.exec('DROP TRIGGER edits_refuse_update');
    database.exec(sql);
    database.close();
    const opened = reopened(path);
    onTestFinished(() => opened.close());
    return opened;
  }

  test.each([
    [`UPDATE initiatives SET plan = '{"a":1}'`],
    [`UPDATE initiatives SET results = '[1]'`],
    [`UPDATE outcomes SET figures = '[null]'`],
    [`UPDATE outcomes SET figures = '[{"label":3,"value":"x"}]'`],
    [`UPDATE steps SET edit_kinds = '7'`],
  ])('is called damaged when it is read: %s', (sql) => {
    const content = report();
    const { reports } = tampered(
      sql.startsWith('UPDATE steps') ? `DROP TRIGGER steps_refuse_update; ${sql}` : sql,
      content,
    );
    expect(reports.read(content.id)).toMatchObject({ ok: false, failure: { code: 'library-damaged' } });
  });

  test('is called damaged when a broken step is undone, and nothing is stored', () => {
    const content = report();
    const { reports } = tampered(`UPDATE edits SET edit = '{"kind":"add-target"}'`, content);
    expect(reports.undo(content.id, identifier(), actor)).toMatchObject({
      ok: false,
      failure: { code: 'library-damaged' },
    });
    expect(valueOf(reports.read(content.id)).sequence).toBe(1);
  });

  test('is thrown by name where plain values are promised', () => {
    const { reports } = tampered(`UPDATE reports SET state = '不明'`);
    expect(() => reports.list()).toThrow(LibraryDamaged);
  });
});

function renamed(row: string, before: string, after: string): Edit {
  return { kind: 'set-field', owner: 'row', initiative: row, field: 'title', before, after };
}
