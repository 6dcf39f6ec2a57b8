import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { serveApplication, type Served } from '../../main/browser/serve-application.ts';
import { forkReading } from '../../main/foreign-files/apart/fork-reading.ts';
import { processReader } from '../../main/foreign-files/apart/process-reader.ts';
import { programFiles } from '../../main/files/program-files.ts';

/*
 * The browser shell for one test after the other, in one process: a message names the library to serve
 * and gets the address, the next message closes it. Always the same port, so that the page's window stays
 * on one origin. Started by hosted-program.ts.
 */

export interface HostRequest {
  /** The library to serve; null closes the one that is open. */
  readonly library: string | null;
}

export type HostAnswer = { readonly address: string | null } | { readonly error: string };

const { page, sample, forms, licences, reading, version } = programFiles();
/** Its processes outlast a library: each start of one costs more than most files. */
const reader = processReader(forkReading, reading);
let served: Served | null = null;
let port = 0;

async function answer({ library }: HostRequest): Promise<HostAnswer> {
  await served?.close();
  served = null;
  if (library === null) return { address: null };
  served = await serve(library).catch((error: unknown) => {
    // Somebody else took the port meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    port = 0;
    return serve(library);
  });
  port = Number(new URL(served.address).port);
  return { address: served.address };
}

function serve(databasePath: string): Promise<Served> {
  // Backups take time: a test that wants them makes their folder beforehand.
  const backups = join(dirname(databasePath), 'backups');
  return serveApplication({
    databasePath,
    ...(existsSync(backups) ? { backupsFolder: backups } : {}),
    createIfMissing: true,
    port,
    pageFolder: process.env['SENGEN_PAGE'] ?? page,
    samplePath: sample,
    formsFolder: forms,
    licencesPath: licences,
    version,
    userName: '試験担当',
    reader: { run: reader.run, close: () => undefined },
    log: (entry) => {
      console.error(JSON.stringify(entry));
    },
  });
}

process.on('message', (request: HostRequest) => {
  void answer(request)
    .catch((error: unknown) => ({
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }))
    .then((message) => process.send?.(message));
});
process.on('disconnect', () => {
  reader.close();
  process.exit();
});
