import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { forkReading } from '../../main/foreign-files/apart/fork-reading.ts';
import { processReader } from '../../main/foreign-files/apart/process-reader.ts';
import type { Reader } from '../../main/foreign-files/reader.ts';
import { programFiles } from '../../main/files/program-files.ts';
import { hostileFile } from '../../scripts/suites/hostile-word/hostile-file.ts';
import { realFiles } from '../../scripts/suites/hostile-word/real-files.ts';
import { readBeside } from '../foreign-files/read-beside.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { trustRuns } from '../support/trust-runs.ts';

/*
 * Saves while a hostile file is read. What a save waits for in the program is measured, in time of the processor: the
 * longest piece of work that its thread does at a stretch. Wall time would tell how busy the machine is.
 */

const newFolder = temporaryFolders();
const shared = processReader(forkReading, programFiles().reading);
const reader: Reader = { run: shared.run, close: () => undefined };
afterAll(() => {
  shared.close();
});

const runs = trustRuns('hostile-files', { part: 'saves meanwhile', quick: 6, whole: 500 });

// `npm test` asks it of large files (foreign-files/reading-apart.test.ts); here it needs a process that did nothing before.
// What its thread does at a stretch holds a collection of all that others left in its heap, too: forced ones took 20 ms of
// the processor with 30 MB of heap, as the program has, 90 ms with 190 MB and up to 150 ms with 350 MB.
test.runIf(process.env['SENGEN_TRUST'] !== undefined)(
  'no save waits 100 ms for a hostile file that is read meanwhile',
  runs.timeout,
  async () => {
    const files = await realFiles();
    let [most, saved] = [0, 0];
    const outcomes = new Set<string>();
    for (const { number } of runs) {
      const { kind, bytes } = hostileFile(number, files, false);
      const path = join(newFolder(), '提出.docx');
      writeFileSync(path, bytes);
      const { longest, saves, code } = await readBeside(newFolder(), path, reader);
      most = Math.max(most, longest);
      saved += saves;
      outcomes.add(code);
      if (longest >= 100) runs.faults.push(`run ${number} (${kind}): ${longest.toFixed(0)} ms`);
    }
    runs.measured({ 'save beside, longest, ms of the processor': Math.round(most) });
    expect(runs.faults).toEqual([]);
    expect(saved).toBeGreaterThanOrEqual(runs.numbers.length);
    expect(outcomes.has('unexpected')).toBe(false);
  },
);
