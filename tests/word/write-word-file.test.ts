import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { builtInForm } from '../../shared/model/forms/official-form.ts';
import { outline } from '../../shared/model/outline.ts';
import { readTableText } from '../../main/word/reading/read-table-text.ts';
import { writeWordFile } from '../../main/word/writing/write-word-file.ts';
import { variedReport } from '../../scripts/bench/varied-report.ts';
import { must } from '../support/must.ts';
import { wordFileOf } from './word-samples.ts';

const reportForm = builtInForm('report');

describe('The same content gives the same bytes', () => {
  it('in two processes, at two times, in two time zones', async () => {
    const here = createHash('sha256')
      .update(await wordFileOf(variedReport(20)))
      .digest('hex');
    const script = `
      import { createHash } from 'node:crypto';
      import { variedReport } from ${JSON.stringify(new URL('../../scripts/bench/varied-report.ts', import.meta.url).href)};
      import { wordFileOf } from ${JSON.stringify(new URL('./word-samples.ts', import.meta.url).href)};
      await wordFileOf(variedReport(3));
      process.stdout.write(createHash('sha256').update(await wordFileOf(variedReport(20))).digest('hex'));`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--no-warnings', '--input-type=module', '-e', script],
      { env: { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'C' } },
    );
    expect(stdout).toBe(here);
  });

  it('and other content gives others', async () => {
    expect(await wordFileOf(variedReport(2, 1))).not.toEqual(await wordFileOf(variedReport(2, 2)));
  });

  it('also where the document is compressed in the background, and all of it arrives', async () => {
    const report = variedReport(1_000);
    const bytes = await wordFileOf(report);
    expect(Buffer.compare(bytes, await wordFileOf(report))).toBe(0);
    const rows = must(await readTableText(bytes)).flatMap((table) => table.rows);
    expect(rows.map(({ cells }) => cells[1])).toEqual([
      ['取組名', '(担当課名)'],
      ...report.initiatives.map(({ title, section }) => [title, `(${section})`]),
    ]);
  });
});

describe('A long export', () => {
  const marks = { report: 'testreport', revision: 1, contentHash: '', form: 'report' };
  const shown = outline(variedReport(3_000), reportForm);

  it('tells how far it is and lets other work run in between', async () => {
    const seen: number[] = [];
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 0);
    await writeWordFile(shown, reportForm, {
      marks,
      author: '',
      onProgress: (written, rows) => {
        expect(rows).toBe(3_000);
        seen.push(written);
      },
    });
    clearInterval(ticking);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual(seen.toSorted((one, other) => one - other));
    expect(seen.at(-1)).toBe(3_000);
    expect(turns).toBeGreaterThan(1);
  });

  it('stops where it is told to', async () => {
    const controller = new AbortController();
    const reason = new Error('changed my mind');
    let calls = 0;
    const writing = writeWordFile(shown, reportForm, {
      marks,
      author: '',
      signal: controller.signal,
      onProgress: () => {
        calls += 1;
        controller.abort(reason);
      },
    });
    await expect(writing).rejects.toBe(reason);
    expect(calls).toBe(1);
    await expect(
      writeWordFile(shown, reportForm, { marks, author: '', signal: controller.signal }),
    ).rejects.toBe(reason);
  });
});
