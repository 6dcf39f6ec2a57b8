import { connect, disconnect, applicationId } from '../../main/data/opening/connection.ts';
import { migrate } from '../../main/data/opening/migrate.ts';
import { firstTables } from '../../main/data/migrations/0001-first-tables.ts';

/** What a library file of version 1 holds, written by hand as that version wrote it. */
export const versionOne = {
  report: 'r1aaaaaaaaaaaaaa',
  rows: ['i1aaaaaaaaaaaaaa', 'i2aaaaaaaaaaaaaa'],
  target: 't1aaaaaaaaaaaaaa',
  titles: ['港の朝市を続ける取組', '灯台守の記録を残す取組'],
} as const;

/** Makes a library file as the first version of the program left it: two rows, one step in its log. */
export function makeVersionOne(path: string): void {
  const database = connect(path, false);
  database.pragma(`application_id = ${applicationId}`);
  migrate(database, [firstTables]);
  const { report, rows, target, titles } = versionOne;
  const [first, second] = rows;
  const edit = {
    kind: 'set-initiative-text',
    initiative: second,
    field: 'title',
    before: '灯台守の記録',
    after: titles[1],
  };
  database.exec(`
    INSERT INTO library_facts VALUES ('created_at', '2026-04-01T00:00:00.000Z');
    INSERT INTO reports VALUES (1, '${report}', '汐見市', '産業部', 2026, '令和8年度', '産業部長', '沖 三郎',
      'draft', 1, 1, '岬 太郎', '2026-04-01T00:00:00.000Z', '2026-05-01T00:00:00.000Z');
    INSERT INTO initiatives VALUES
      ('${first}', '${report}', 0, '${titles[0]}', '水産課', 0, '["毎週日曜に開きます。"]', '[]', '[]'),
      ('${second}', '${report}', 1, '${titles[1]}', '観光課', 1, '[]', '["聞き取りをしました。"]', '[]');
    INSERT INTO targets VALUES ('${target}', '${first}', 0, '出店者の数', '', '25店', 'achieved');
    INSERT INTO outcomes VALUES ('o1aaaaaaaaaaaaaa', '${first}', 0, '25店になりました。', '',
      '[{"label":null,"value":"25店"}]');
    INSERT INTO outcome_targets VALUES ('o1aaaaaaaaaaaaaa', '${target}', 0);
    INSERT INTO steps VALUES (1, 's1aaaaaaaaaaaaaa', '${report}', 1, 'do', NULL, '["set-initiative-text"]',
      'title', '${second}', '岬 太郎', '2026-05-01T00:00:00.000Z');
    INSERT INTO edits VALUES (1, 0, '${second}', 'set-initiative-text', '${JSON.stringify(edit)}');
    INSERT INTO exports VALUES (1, '${report}', 'abc', 'report', 1, '2026-05-02T00:00:00.000Z')`);
  disconnect(database);
}
