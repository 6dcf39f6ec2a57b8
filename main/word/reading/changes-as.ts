import type { Tracked } from './word-document.ts';

/** How tracked changes are taken: as if all were accepted, or as if none had been made. */
export type ChangesAs = 'accepted' | 'original';

/** Whether something so marked is there when changes are taken this way. */
export function isThere({ inserted, deleted }: Tracked, changes: ChangesAs): boolean {
  return changes === 'accepted' ? deleted === null : inserted === null;
}
