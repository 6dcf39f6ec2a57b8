import { resolve } from 'node:path';
import { restoreFile } from '../application/backups/backup-by-hand.ts';
import { backupsFolder, personalFolder } from '../files/program-files.ts';
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
    const restored = await restoreFile(resolve(backup), resolve(file), {
      backupsFolder: backupsFolder(personalFolder()),
      now: () => new Date(),
    });
    if (!restored.ok) return sayFailure(terminal, restored.failure);
    if (json) terminal.output(JSON.stringify(restored.value));
    terminal.messages(backupSentences.restored(restored.value));
    return exitCodes.done;
  },
};
