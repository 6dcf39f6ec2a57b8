import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLibrary, openLibrary } from '../../main/data/opening/open-library.ts';
import { identifierFrom } from '../../shared/model/identifier.ts';
import type { Result } from '../../shared/result.ts';
import { median, quantile } from './median.ts';
import { variedReport } from './varied-report.ts';

const now = (): Date => new Date();
const actor = { author: 'bench', at: now() };

/** Times one autosave commit and the opening of a library, beside the disk's own sync of 8 KiB. */
export function benchLibrary(rowCounts: readonly number[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'sengen-bench-'));
  try {
    const sync = diskSync(folder);
    console.log('\nLibrary: one autosave commit (median, 99 % of 300), opening (median of 10); ms');
    console.log(`disk sync of 8 KiB: ${sync.toFixed(2)}`);
    for (const rows of rowCounts) benchRows(folder, rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function benchRows(folder: string, rows: number): void {
  const path = join(folder, `${rows}.sengen`);
  const report = variedReport(rows);
  let library = must(createLibrary(path, now));
  must(library.reports.create(report, actor));
  const row = report.initiatives[rows >> 1];
  if (row === undefined) throw new Error('no row to type in');

  const commits: number[] = [];
  let before = row.title;
  for (let count = 0; count < 300; count += 1) {
    const after = `${row.title}${count}`;
    const start = performance.now();
    must(
      library.reports.commit(
        report.id,
        {
          id: stepIdentifier(count),
          edits: [{ kind: 'set-field', owner: 'row', initiative: row.id, field: 'title', before, after }],
        },
        actor,
      ),
    );
    commits.push(performance.now() - start);
    before = after;
  }
  library.close();

  const openings: number[] = [];
  for (let count = 0; count < 10; count += 1) {
    const start = performance.now();
    library = must(openLibrary(path, now));
    must(library.reports.read(report.id));
    openings.push(performance.now() - start);
    library.close();
  }
  const size = (statSync(path).size / 1024).toFixed(0);
  console.log(
    `${String(rows).padStart(5)} rows  commit ${median(commits).toFixed(2)} (99 %: ${quantile(commits, 0.99).toFixed(2)})` +
      `  open and read ${median(openings).toFixed(1)}  file ${size} KiB`,
  );
}

function stepIdentifier(count: number): string {
  const bytes = new Uint8Array(10);
  new DataView(bytes.buffer).setUint32(0, count + 1);
  return identifierFrom(bytes);
}

function diskSync(folder: string): number {
  const file = openSync(join(folder, 'sync'), 'w');
  const block = Buffer.alloc(8192, 1);
  const times: number[] = [];
  for (let count = 0; count < 100; count += 1) {
    const start = performance.now();
    writeSync(file, block, 0, block.length, 0);
    fsyncSync(file);
    times.push(performance.now() - start);
  }
  closeSync(file);
  return median(times);
}

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
