import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { onWindows } from '../support/on-windows.ts';
import { builtEntry, serveSengen } from '../support/run-sengen.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();

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
