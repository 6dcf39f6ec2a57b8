import { resolve } from 'node:path';
import { restoreFile } from '../application/backups/backup-by-hand.ts';
import { LibraryHolders } from '../files/library-holders.ts';
import { backupsFolder, crashesFolder, holdersFolder, personalFolder } from '../files/program-files.ts';
import type { Failure } from '../../shared/failure.ts';
import { backupSentences } from '../../shared/words/backup-sentences.ts';
import type { Command } from './command.ts';
import { exitCodes, sayFailure } from './terminal.ts';

export const restoreCommand: Command = {
  usage: 'sengen restore BACKUP.sengen FILE.sengen [--json]',
  purpose:
    'ファイルを控えの内容に戻します。今のファイルは先に控えに取り、読めないときは別の名前で残します。',
  shape: { words: ['BACKUP.sengen', 'FILE.sengen'], json: true },

  async run({ words, json }, terminal) {
    const [backup = '', file = ''] = words;
    const own = personalFolder();
    const work = {
      backupsFolder: backupsFolder(own),
      crashesFolder: crashesFolder(own),
      now: () => new Date(),
      tell: (failure: Failure) => void sayFailure(terminal, failure),
    };
    const restored = new LibraryHolders(holdersFolder(own)).named(
      await restoreFile(resolve(backup), resolve(file), work),
    );
    if (!restored.ok) return sayFailure(terminal, restored.failure);
    if (json) terminal.output(JSON.stringify(restored.value));
    terminal.messages(backupSentences.restored(restored.value));
    return exitCodes.done;
  },
};
