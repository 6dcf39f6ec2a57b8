import { basename } from 'node:path';
import type { DraftLibrary } from '../../shared/model/draft.ts';
import { identifierOf } from '../../main/application/recent-libraries.ts';

/** What a page writes into a draft about the library at this path. */
export function draftLibrary(path: string): DraftLibrary {
  return { id: identifierOf(path), name: basename(path) };
}
