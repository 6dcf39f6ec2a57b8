import { join } from 'node:path';
import { readSetting, writeSetting, type SettingsFile } from '../files/settings-file.ts';

/** Which library to open at start. */
export interface FirstLibrary {
  readonly databasePath: string;
  /** Only the program's own library may be made without being asked. */
  readonly createIfMissing: boolean;
}

/** The library named on the command line, else the last one, else the program's own. */
export function firstLibrary(
  argv: readonly string[],
  settings: SettingsFile,
  personalFolder: string,
): FirstLibrary {
  const own = join(personalFolder, 'sengen.sengen');
  const databasePath = libraryAmong(argv) ?? readSetting(settings, asLibrary) ?? own;
  return { databasePath, createIfMissing: databasePath === own };
}

/** Remembers the library for the next start. */
export function rememberLibrary(settings: SettingsFile, path: string): Promise<void> {
  return writeSetting(settings, { library: path });
}

/** The first library file among a command line's arguments; null when there is none. */
export function libraryAmong(argv: readonly string[]): string | null {
  return (
    argv.slice(1).find((part) => !part.startsWith('-') && part.toLowerCase().endsWith('.sengen')) ?? null
  );
}

/** Parts among a command line's arguments: files of sections that were double-clicked. */
export function partsAmong(argv: readonly string[]): string[] {
  return argv
    .slice(1)
    .filter((each) => !each.startsWith('-') && each.toLowerCase().endsWith('.sengen-part'));
}

function asLibrary({ library }: Readonly<Record<string, unknown>>): string | null {
  return typeof library === 'string' && library !== '' ? library : null;
}
