import { statSync } from 'node:fs';
import { arch, freemem, release, totalmem, type } from 'node:os';
import { basename } from 'node:path';
import { readBackupName } from '../../backup/backup-name.ts';
import type { SupportFacts } from '../../../shared/words/support-text.ts';
import type { Context } from '../context.ts';

/** How many faults are told of: a fault that comes again and again is seen, an old one is not. */
const faultsTold = 30;

const runtimes = [
  ['electron', 'Electron'],
  ['chrome', 'Chromium'],
  ['node', 'Node.js'],
] as const;

/** What who helps must know, gathered without a look into any report. */
export async function supportFacts(context: Context): Promise<SupportFacts> {
  const { ports, session } = context;
  return {
    version: context.version,
    shell: ports.shell,
    runtimes: runtimes.flatMap(([key, name]) => {
      const version = process.versions[key];
      return version === undefined ? [] : [`${name} ${version}`];
    }),
    system: `${type()} ${release()} ${arch()}`,
    memory: { all: totalmem(), free: freemem() },
    at: ports.now().toISOString(),
    library: await libraryFacts(context),
    libraryFailure: session.libraryFailure?.code ?? null,
    faults: ports.latestFaults?.(faultsTold) ?? [],
  };
}

async function libraryFacts({ session }: Context): Promise<SupportFacts['library']> {
  const { library } = session;
  if (library === null) return null;
  const shelf = session.backups.shelf(library);
  const own = ((await shelf?.list()) ?? []).filter(({ place }) => place === shelf?.place);
  return {
    size: statSync(library.path, { throwIfNoEntry: false })?.size ?? null,
    isReadOnly: library.isReadOnly,
    isBackup: readBackupName(basename(library.path)) !== null,
    ...library.copies.counts(),
    backups: own.map(({ stamp }) => stamp),
  };
}
