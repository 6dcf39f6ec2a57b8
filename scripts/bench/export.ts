import { builtInForm } from '../../shared/model/forms/official-form.ts';
import { outline, type Outline } from '../../shared/model/outline.ts';
import { writeWordFile } from '../../main/word/writing/write-word-file.ts';
import { handWrittenWord } from './hand-written-word.ts';
import { median } from './median.ts';
import { plainDocxWord } from './plain-docx-word.ts';
import { variedReport } from './varied-report.ts';

/** Rows that `npm run bench` measures; 15,000 on request: `node scripts/bench/export.ts 15000`. */
const usualRows = [15, 150, 1_500];
const repeats = 10;
/** Plain `docx` is ten times slower: beyond this many rows it is left out. */
const mostPlainRows = 1_500;

const form = builtInForm('report');
const options = {
  marks: { report: 'benchreport', revision: 1, contentHash: 'bench', form: form.name },
  author: 'みどり川市 環境経済部',
};

/**
 * Prints how long a report takes to become a Word file, in a warm process: median of ten, beside a
 * hand-written file with the same table measured in turn, and once beside `docx` used plainly.
 */
export async function benchExport(rowCounts: readonly number[] = usualRows): Promise<void> {
  console.log('export to docx, warm, median of 10 (ms)');
  console.log('   rows   sengen  hand-written  ratio  plain docx      KiB');
  for (const rows of rowCounts) {
    const shown = outline(variedReport(rows), form);
    const ours: number[] = [];
    const limit: number[] = [];
    let size = 0;
    for (let run = -warmUps(rows); run < repeats; run += 1) {
      const one = await timed(async () => {
        size = (await writeWordFile(shown, form, options)).length;
      });
      const other = await timed(() => Promise.resolve(handWrittenWord(shown, form)));
      if (run >= 0) {
        ours.push(one);
        limit.push(other);
      }
    }
    const plain = rows <= mostPlainRows ? await timed(() => plainDocxWord(shown, form)) : null;
    console.log(line(shown, median(ours), median(limit), plain, size));
  }
}

/** Short exports are over before the engine has made its mind up about them. */
function warmUps(rows: number): number {
  return Math.max(2, Math.ceil(600 / Math.max(1, rows)));
}

function line({ rows }: Outline, ours: number, limit: number, plain: number | null, size: number): string {
  return [
    String(rows.length).padStart(7),
    ours.toFixed(2).padStart(8),
    limit.toFixed(2).padStart(13),
    (ours / limit).toFixed(2).padStart(6),
    (plain === null ? '–' : plain.toFixed(1)).padStart(11),
    (size / 1024).toFixed(0).padStart(8),
  ].join(' ');
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

if (import.meta.main) {
  const asked = process.argv.slice(2).map(Number);
  await benchExport(asked.length > 0 ? asked : usualRows);
}
