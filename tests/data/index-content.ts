import SqliteDatabase from 'better-sqlite3';

/** What the full-text index of a closed library holds: for each row the pieces that it is found by. */
export function indexContent(path: string): Record<string, string[]> {
  const database = new SqliteDatabase(path);
  try {
    const broken = database.prepare('PRAGMA quick_check').pluck().all();
    if (broken[0] !== 'ok') throw new Error(String(broken[0]));
    const queued = database.prepare('SELECT count(*) FROM search_queue').pluck().get();
    if (queued !== 0) throw new Error(`${String(queued)} rows are queued`);
    database.exec("CREATE VIRTUAL TABLE temp.pieces USING fts5vocab('main', 'search_index', 'instance')");
    const pieces = database
      .prepare<[], { row: string | null; doc: number; term: string }>(
        'SELECT s.initiative AS row, p.doc, p.term FROM temp.pieces p LEFT JOIN search_rows s ON s.doc = p.doc',
      )
      .all();
    const content: Record<string, string[]> = {};
    for (const { row, doc, term } of pieces) (content[row ?? `no row at ${doc}`] ??= []).push(term);
    for (const terms of Object.values(content)) terms.sort();
    return content;
  } finally {
    database.close();
  }
}
