import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { once } from 'node:events';
import { keepPort, portOf } from '../browser/kept-ports.ts';
import type { Served } from '../browser/serve-application.ts';
import {
  backupsFolder,
  browsersFolder,
  crashesFolder,
  copiesFolder,
  draftsFolder,
  holdersFolder,
  logsFolder,
  personalFolder,
  portsFile,
  programFiles,
  handInFoldersFile,
  recentLibrariesFile,
} from '../files/program-files.ts';
import { ProgramLog } from '../files/program-log.ts';
import { forkReading } from '../foreign-files/apart/fork-reading.ts';
import { processReader } from '../foreign-files/apart/process-reader.ts';
import { firstFault, sayFault } from './faults.ts';
import { currentUserName, logToStandardError } from './open-application.ts';
import type { Command } from './command.ts';
import { exitCodes, sayFailure, sayPlace } from './terminal.ts';

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
    // Node's server takes long to load, and no other command has one.
    const { serveApplication } = await import('../browser/serve-application.ts');
    const { page, sample, forms, licences, reading, version } = programFiles();
    const own = personalFolder();
    const log = new ProgramLog(logsFolder(own));
    const serve = (on: number): Promise<Served> =>
      serveApplication({
        databasePath,
        createIfMissing: true,
        port: on,
        pageFolder: process.env['SENGEN_PAGE'] ?? page,
        samplePath: sample,
        formsFolder: forms,
        recentPath: recentLibrariesFile(own),
        handInFoldersPath: handInFoldersFile(own),
        draftsFolder: draftsFolder(own),
        backupsFolder: backupsFolder(own),
        crashesFolder: crashesFolder(own),
        holdersFolder: holdersFolder(own),
        copiesFolder: copiesFolder(own),
        browsersFolder: browsersFolder(own),
        reader: processReader(forkReading, reading),
        version,
        userName: currentUserName(),
        log: (entry) => {
          logToStandardError(entry);
          log.write(entry);
        },
        latestFaults: (count) => log.latest(count),
        licencesPath: licences,
      });
    const faults = firstFault(process, (code) => process.exit(code));
    // Heard from here on: whoever reads the address may end us at once, and what is opened must be closed then, too.
    const asked = Promise.race(endings.map((signal) => once(process, signal)));
    try {
      const served =
        options['port'] === undefined ? await serveAgain(own, databasePath, serve) : await serve(port);
      if (served.libraryFailure !== null) sayFailure(terminal, served.libraryFailure);
      sayPlace(terminal, databasePath);
      terminal.output(served.address);
      const why = await Promise.race([asked, faults]);
      const fault = Array.isArray(why) ? null : why;
      // What is under way is ended, and what is held is written, after an error, too. One that keeps this from its
      // end must not leave a program that does nothing.
      if (fault !== null) setTimeout(() => process.exit(exitCodes.unexpected), longestEnd).unref();
      const code = fault === null ? exitCodes.done : sayFault(terminal, fault, 'serve');
      await served.close();
      return code;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      terminal.messages(
        `ポート ${port} は別のプログラムが使っています。--port で別の番号を指定するか、指定を外してください。`,
      );
      return exitCodes.refused;
    }
  },
};

/** Ctrl+C, another program, a window that is closed; on Windows that is the only one besides Ctrl+C and Ctrl+Break. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'];

/** How long what is under way may take to its end, in ms: the last backup of a large library takes seconds. */
const longestEnd = 60_000;

/** Serves a library on the port it had the last time, where that is free. */
async function serveAgain(
  own: string,
  library: string,
  serve: (port: number) => Promise<Served>,
): Promise<Served> {
  const file = { path: portsFile(own) };
  const served = await serve(portOf(file, library)).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return serve(0);
  });
  // The port is that of the program that has the library open: its page is the one that may have to find it again.
  if (served.libraryFailure === null) await keepPort(file, library, Number(new URL(served.address).port));
  return served;
}
