import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { once } from 'node:events';
import { serveApplication } from '../browser/serve-application.ts';
import { draftsFolder, personalFolder, programFiles, recentLibrariesFile } from '../files/program-files.ts';
import { forkReading } from '../foreign-files/apart/fork-reading.ts';
import { processReader } from '../foreign-files/apart/process-reader.ts';
import { currentUserName, logToStandardError } from './open-application.ts';
import type { Command } from './command.ts';
import { exitCodes } from './terminal.ts';

export const serveCommand: Command = {
  usage: 'sengen serve [FILE.sengen] [--port N]',
  purpose: 'ブラウザーで開くためのアドレスを表示して待ち受けます（Ctrl+C で終わります）。',
  shape: { words: ['FILE.sengen'], lastIsOptional: true, options: ['port'] },

  async run({ words, options }, terminal) {
    const port = /^\d{1,5}$/.test(options['port'] ?? '0') ? Number(options['port'] ?? '0') : NaN;
    if (!(port <= 65_535)) {
      terminal.messages(
        `ポート番号「${options['port'] ?? ''}」は使えません。0〜65535 の数を指定してください。`,
      );
      return exitCodes.refused;
    }
    const databasePath = resolve(words[0] ?? join(personalFolder(), 'sengen.sengen'));
    // A folder that was named must be there; only our own is made.
    if (words[0] === undefined) mkdirSync(dirname(databasePath), { recursive: true });
    const { page, sample, reading, version } = programFiles();
    try {
      const served = await serveApplication({
        databasePath,
        createIfMissing: true,
        port,
        pageFolder: process.env['SENGEN_PAGE'] ?? page,
        samplePath: sample,
        recentPath: recentLibrariesFile(personalFolder()),
        draftsFolder: draftsFolder(personalFolder()),
        version,
        userName: currentUserName(),
        reader: processReader(forkReading, reading),
        log: logToStandardError,
      });
      terminal.output(served.address);
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      await served.close();
      return exitCodes.done;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      terminal.messages(
        `ポート ${port} は別のプログラムが使っています。--port で別の番号を指定するか、指定を外してください。`,
      );
      return exitCodes.refused;
    }
  },
};
