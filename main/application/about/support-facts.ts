import { basename } from 'node:path';
import { readBackupName } from '../../backup/backup-name.ts';
import type { SupportFacts } from '../../../shared/words/support-text.ts';
import { sizeOf, thisMachine } from '../../files/this-machine.ts';
import type { Context } from '../context.ts';

/** How many faults are told of: a fault that comes again and again is seen, an old one is not. */
const faultsTold = 30;

/** What who helps must know, gathered without a look into any report. */
export async function supportFacts(context: Context): Promise<SupportFacts> {
  const { ports, session } = context;
  return {
    version: context.version,
    shell: ports.shell,
    ...thisMachine(),
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
    size: sizeOf(library.path),
    isReadOnly: library.isReadOnly,
    isBackup: readBackupName(basename(library.path)) !== null,
    ...library.copies.counts(),
    backups: own.map(({ stamp }) => stamp),
  };
}
