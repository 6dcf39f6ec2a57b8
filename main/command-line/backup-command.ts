import { resolve } from 'node:path';
import { backUpFile } from '../application/backups/backup-by-hand.ts';
import { LibraryHolders } from '../files/library-holders.ts';
import { backupsFolder, crashesFolder, holdersFolder, personalFolder } from '../files/program-files.ts';
import type { Failure } from '../../shared/failure.ts';
import { backupSentences } from '../../shared/words/backup-sentences.ts';
import type { Command } from './command.ts';
import { exitCodes, sayFailure } from './terminal.ts';

export const backupCommand: Command = {
  usage: 'sengen backup FILE.sengen [OUT.sengen] [--second FOLDER] [--json]',
  purpose: [
    '控え（バックアップ）を作り、ファイルと同じ内容かを確かめます。OUT がなければ、いつもの控えの場所に残し、画面で選んだ二つ目の場所にも写します。',
    '--second は、今回だけ、二つ目の場所を指定します。',
  ].join('\n      '),
  shape: {
    words: ['FILE.sengen', 'OUT.sengen'],
    lastIsOptional: true,
    options: ['second'],
    json: true,
  },

  async run({ words, options, json }, terminal) {
    const [file = '', out] = words;
    const own = personalFolder();
    const second = options['second'];
    const work = {
      backupsFolder: backupsFolder(own),
      crashesFolder: crashesFolder(own),
      second: second === undefined ? null : resolve(second),
      now: () => new Date(),
      tell: (failure: Failure) => void sayFailure(terminal, failure),
    };
    const made = new LibraryHolders(holdersFolder(own)).named(
      await backUpFile(resolve(file), out === undefined ? null : resolve(out), work),
    );
    if (!made.ok) return sayFailure(terminal, made.failure);
    const { path, reports, rows, steps, isSame } = made.value;
    const place = made.value.second;
    if (json) {
      const secondState = place === null ? {} : { second: place.kind };
      terminal.output(JSON.stringify({ path, reports, rows, steps, same: isSame, ...secondState }));
    } else terminal.output(path);
    terminal.messages(isSame ? backupSentences.same : backupSentences.made(made.value));
    if (place === null) return exitCodes.done;
    terminal.messages(backupSentences.second(place));
    return place.kind === 'held' ? exitCodes.done : exitCodes.findings;
  },
};
