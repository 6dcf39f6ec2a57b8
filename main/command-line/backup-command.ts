import { resolve } from 'node:path';
import { backUpFile } from '../application/backups/backup-by-hand.ts';
import { LibraryHolders } from '../files/library-holders.ts';
import { backupsFolder, crashesFolder, holdersFolder, personalFolder } from '../files/program-files.ts';
import type { Failure } from '../../shared/failure.ts';
import { backupSentences } from '../../shared/words/backup-sentences.ts';
import type { Command } from './command.ts';
import { exitCodes, sayFailure } from './terminal.ts';

export const backupCommand: Command = {
  usage: 'sengen backup FILE.sengen [OUT.sengen] [--json]',
  purpose:
    '控え（バックアップ）を作り、ファイルと同じ内容かを確かめます。OUT がなければ、いつもの控えの場所に残します。',
  shape: { words: ['FILE.sengen', 'OUT.sengen'], lastIsOptional: true, json: true },

  async run({ words, json }, terminal) {
    const [file = '', out] = words;
    const own = personalFolder();
    const work = {
      backupsFolder: backupsFolder(own),
      crashesFolder: crashesFolder(own),
      now: () => new Date(),
      tell: (failure: Failure) => void sayFailure(terminal, failure),
    };
    const made = new LibraryHolders(holdersFolder(own)).named(
      await backUpFile(resolve(file), out === undefined ? null : resolve(out), work),
    );
    if (!made.ok) return sayFailure(terminal, made.failure);
    const { path, reports, rows, steps, isSame } = made.value;
    if (json) terminal.output(JSON.stringify({ path, reports, rows, steps, same: isSame }));
    else terminal.output(path);
    terminal.messages(isSame ? backupSentences.same : backupSentences.made(made.value));
    return exitCodes.done;
  },
};
