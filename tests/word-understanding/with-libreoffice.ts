import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { oneAtATime } from '../support/one-at-a-time.ts';

const run = promisify(execFile);

/** What LibreOffice makes of a file when it saves it as .docx; `ending` says what the file is. */
export async function savedByLibreOffice(
  content: string | Uint8Array,
  ending: string,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'sengen-convert-'));
  try {
    const source = join(folder, `report.${ending}`);
    await writeFile(source, content);
    await mkdir(join(folder, 'profile'));
    const filter = ending === 'html' ? ['--infilter=HTML (StarWriter)'] : [];
    await oneAtATime('libreoffice', () =>
      run(
        'soffice',
        [
          `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
          '--headless',
          ...filter,
          '--convert-to',
          'docx:MS Word 2007 XML',
          '--outdir',
          join(folder, 'out'),
          source,
        ],
        { timeout: 120_000 },
      ),
    );
    return await readFile(join(folder, 'out', 'report.docx'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
