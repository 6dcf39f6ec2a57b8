import { resolve } from 'node:path';
import { lookSentences } from '../../shared/words/look-sentences.ts';
import { openApplication, type CommandApplication, type OpenOptions } from './open-application.ts';
import { sayFailure, sayPlace, type Terminal } from './terminal.ts';

/** Says what a command works with, where that is not the library itself. */
export function sayLook(terminal: Terminal, path: string, look: CommandApplication['look']): void {
  if (look !== null) terminal.messages(lookSentences.command(path, look));
}

/** Opens a library for one command and closes it again, whatever comes. Answers the exit code. */
export async function withLibrary(
  library: string | undefined,
  files: OpenOptions['files'],
  terminal: Terminal,
  work: (application: CommandApplication) => Promise<number>,
  { backUp = false, looks = false }: Pick<OpenOptions, 'backUp' | 'looks'> = {},
): Promise<number> {
  const path = resolve(library ?? '');
  const { reader } = terminal;
  const opened = await openApplication({
    library: path,
    ...(files ? { files } : {}),
    backUp,
    looks,
    reader,
  });
  if (!opened.ok) return sayFailure(terminal, opened.failure);
  if (opened.value.notice !== null) sayFailure(terminal, opened.value.notice);
  sayPlace(terminal, path);
  sayLook(terminal, path, opened.value.look);
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

/**
 * The same for a command that changes nothing: a library that another program has open is looked at, and that is
 * said.
 */
export function lookIntoLibrary(
  library: string | undefined,
  files: OpenOptions['files'],
  terminal: Terminal,
  work: (application: CommandApplication) => Promise<number>,
): Promise<number> {
  return withLibrary(library, files, terminal, work, { looks: true });
}
