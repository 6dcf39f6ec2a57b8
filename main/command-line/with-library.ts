import { resolve } from 'node:path';
import { openApplication, type CommandApplication, type OpenOptions } from './open-application.ts';
import { sayFailure, type Terminal } from './terminal.ts';

/** Opens a library for one command and closes it again, whatever comes. Answers the exit code. */
export async function withLibrary(
  library: string | undefined,
  files: OpenOptions['files'],
  terminal: Terminal,
  work: (application: CommandApplication) => Promise<number>,
  { backUp = false }: Pick<OpenOptions, 'backUp'> = {},
): Promise<number> {
  const opened = await openApplication({
    library: resolve(library ?? ''),
    ...(files ? { files } : {}),
    backUp,
  });
  if (!opened.ok) return sayFailure(terminal, opened.failure);
  if (opened.value.notice !== null) sayFailure(terminal, opened.value.notice);
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}
