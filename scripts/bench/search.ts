import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LibraryFile } from '../../main/data/library-file.ts';
import { createLibrary, openLibrary } from '../../main/data/opening/open-library.ts';
import type { Result } from '../../shared/result.ts';
import { median } from './median.ts';
import { variedReport } from './varied-report.ts';

/** Rows that `npm run bench` measures; 150,000 on request: `node scripts/bench/search.ts 150000`. */
const usualRows = 15_000;
const rowsPerReport = 1_500;
const repeats = 15;
const now = (): Date => new Date();
const actor = { author: 'bench', at: now() };

/** Words of every length: in every row, in few, in none; one that is there only in pieces; several at once. */
const queries = [
  '件',
  '丘',
  '2',
  '鐘',
  '整備',
  '8件',
  '遊歩道',
  '講習会',
  '大学の研究室と',
  '地元の小学生と費用を見直し',
  '4,321件',
  '9,999件 77か所',
  '里山 防災井戸 91か所',
  '存在しない言葉',
] as const;

/** Prints what storing and indexing rows costs, and how long the first 50 hits of a word take. */
export function benchSearch(rows: number = usualRows): void {
  const folder = mkdtempSync(join(tmpdir(), 'sengen-bench-'));
  try {
    const path = join(folder, 'search.sengen');
    let library = must(createLibrary(path, now));
    const stored = timed(() => fill(library, rows));
    const without = statSync(path).size;
    const indexed = timed(() => indexAll(library));
    const size = statSync(path).size;
    console.log(`\nSearch: ${rows.toLocaleString('en')} rows in reports of ${rowsPerReport} (ms)`);
    console.log(
      `store ${stored.toFixed(0)}, then index ${indexed.toFixed(0)}; file ${mebibytes(without)} → ${mebibytes(size)} MiB`,
    );
    library.close();
    const opened = timed(() => (library = must(openLibrary(path, now))));
    console.log(
      `open ${opened.toFixed(0)}; one row indexed again ${reindexOne(library).toFixed(2)} (median)`,
    );
    console.log('first 50 hits, median of 15');
    for (const query of queries) console.log(line(library, query));
    library.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(library: LibraryFile, rows: number): void {
  for (let left = rows, seed = 1; left > 0; left -= rowsPerReport, seed += 1) {
    const report = variedReport(Math.min(left, rowsPerReport), seed);
    must(library.reports.create({ ...report, fiscalYear: 1990 + (seed % 40) }, actor));
  }
}

function indexAll(library: LibraryFile): void {
  while (must(library.search.bringUp(200)) > 0);
}

/** A row's index entry made anew, as after an edit. */
function reindexOne(library: LibraryFile): number {
  const [summary] = library.reports.list();
  const id = summary?.id ?? '';
  const { report } = must(library.reports.read(id));
  const times = report.initiatives.slice(0, 50).map((row, count) => {
    const edit = {
      kind: 'set-field',
      owner: 'row',
      initiative: row.id,
      field: 'title',
      before: row.title,
      after: `${row.title}${count}`,
    } as const;
    must(library.reports.commit(id, { id: `bench${count}`, edits: [edit] }, actor));
    return timed(() => indexAll(library));
  });
  return median(times);
}

function line(library: LibraryFile, query: string): string {
  const times: number[] = [];
  let hits = 0;
  let more = false;
  for (let run = 0; run < repeats; run += 1) {
    times.push(
      timed(() => {
        const found = library.search.find({ query, limit: 50, after: null });
        hits = found.hits.length;
        more = found.more !== null;
      }),
    );
  }
  return `${median(times).toFixed(2).padStart(8)}  ${`${hits}${more ? '+' : ''}`.padStart(4)} hits  ${query}`;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

if (import.meta.main) benchSearch(Number(process.argv[2] ?? usualRows));
