import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the program's own files stand: alike in a checkout, in a build and inside an asar archive. */
export interface ProgramFiles {
  readonly root: string;
  readonly version: string;
  /** Folder of the built page. */
  readonly page: string;
  /** The sample report as JSON. */
  readonly sample: string;
  /** The folder of the forms that the program brings, a file each. */
  readonly forms: string;
  /** The licences of all parts, as a text; there once the program was built. */
  readonly licences: string;
  /** The script of the process in which files of others are read. */
  readonly reading: string;
}

/** Finds the program's folder upwards from this module: the one that holds its package.json. */
export function programFiles(): ProgramFiles {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) {
      const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
      return {
        root: folder,
        version,
        page: join(folder, 'out', 'renderer'),
        sample: join(folder, 'resources', 'sample', 'report.json'),
        forms: join(folder, 'resources', 'forms'),
        licences: join(folder, 'out', 'notices', 'licenses.txt'),
        // Sources run as they are.
        reading: import.meta.url.endsWith('.ts')
          ? join(folder, 'main', 'foreign-files', 'apart', 'reading-process.ts')
          : join(folder, 'out', 'main', 'reading.js'),
      };
    }
    if (dirname(folder) === folder) throw new Error('the program stands in no folder with a package.json');
  }
}

/** The list of the libraries opened last, in a person's own folder. */
export function recentLibrariesFile(folder: string): string {
  return join(folder, 'recent-libraries.json');
}

/** Which folder of hand-ins was chosen for which library, in a person's own folder. */
export function handInFoldersFile(folder: string): string {
  return join(folder, 'hand-in-folders.json');
}

/** The folder of the drafts, in a person's own folder: beside no library, so that none takes it along. */
export function draftsFolder(folder: string): string {
  return join(folder, 'drafts');
}

/** The file that says on which port each library was served last, in a person's own folder. */
export function portsFile(folder: string): string {
  return join(folder, 'ports.json');
}

/** The folder that says which browsers were let in, in a person's own folder. */
export function browsersFolder(folder: string): string {
  return join(folder, 'browsers');
}

/** The folder of the notes on who has which library open, in a person's own folder. */
export function holdersFolder(folder: string): string {
  return join(folder, 'holders');
}

/** The folder of all backups, in a person's own folder: what takes a library away leaves them. */
export function backupsFolder(folder: string): string {
  return join(folder, 'backups');
}

/** The folder of what is kept of crashes before they are taken back, in a person's own folder. */
export function crashesFolder(folder: string): string {
  return join(folder, 'crashes');
}

/** The folder of the program's log, in a person's own folder. */
export function logsFolder(folder: string): string {
  return join(folder, 'logs');
}

/** The folder for copies of libraries that stand on a network drive, in a person's own folder. */
export function copiesFolder(folder: string): string {
  return join(folder, 'copies');
}

/** The folder for a person's own files, where a library is kept unless they choose another place. */
export function personalFolder(environment: NodeJS.ProcessEnv = process.env): string {
  switch (process.platform) {
    case 'win32':
      // Local, not roaming: a profile on a server would put the database on a network drive.
      return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Sengen');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Sengen');
    default:
      return join(environment['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'sengen');
  }
}
