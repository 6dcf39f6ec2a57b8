import { join } from 'node:path';
import { rescueName } from '../../domain/rescue-name.ts';
import { firstFree } from '../../files/places.ts';

/** Where in a folder what was held of a library can stand: the first of its names at which nothing does. */
export function freeRescuePath(folder: string, library: string, stamp: string): string {
  return firstFree((count) => join(folder, rescueName(library, stamp, count)));
}
