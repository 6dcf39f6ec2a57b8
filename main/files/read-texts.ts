import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the program's own, by its name in its folder. */
export interface ProgramText {
  readonly name: string;
  readonly text: string;
}

/** The texts of a folder's files whose names end so, in the order of their names. Throws where the folder can't be read. */
export function readTexts(folder: string, ending: string): ProgramText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}
