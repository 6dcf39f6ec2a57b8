import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { onWindows } from '../support/on-windows.ts';
import { sampleReport } from '../support/real-report.ts';
import { builtEntry, runSengenHere, serveSengen, startSengen } from '../support/run-sengen.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
const heading = [
  '--municipality',
  '汐見市',
  '--department',
  '環境部',
  '--fiscal-year',
  '2026',
  '--post',
  '環境部長',
  '--name',
  '潮田 みなと',
];

test('a program whose reader is gone before all is said goes on to its end', async () => {
  vi.stubEnv('SENGEN_ENTRY', builtEntry);
  const library = join(newFolder(), 'a.sengen');
  await runSengenHere('new', library, ...heading);
  await runSengenHere('import', library, sampleReport);
  const child = startSengen('list', library, '--json');
  vi.unstubAllEnvs();
  child.stdout?.destroy();
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(complaints).toBe('');
});

// Windows tells a program nothing when another ends it.
test.skipIf(onWindows).each(['SIGTERM', 'SIGHUP'] as const)(
  'a program that is asked to end by %s closes its library',
  async (signal) => {
    vi.stubEnv('SENGEN_ENTRY', builtEntry);
    const folder = newFolder();
    const { child } = await serveSengen(join(folder, 'a.sengen'), '--port', '0');
    vi.unstubAllEnvs();
    const ended = once(child, 'close');
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(readdirSync(folder)).toEqual(['a.sengen']);
  },
);
