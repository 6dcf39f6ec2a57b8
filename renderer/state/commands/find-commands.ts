import { findWords as words } from '../../words/find-words.ts';
import type { FieldLock } from '../editing/field-lock.ts';
import { changing } from './changing.ts';
import type { Command } from './commands.ts';

interface Ways {
  readonly open: (mode: 'find' | 'replace') => void;
  readonly step: (by: 1 | -1) => void;
  readonly isOpen: () => boolean;
  /** Of what is replaced in. */
  readonly lock: FieldLock;
}

/** The commands of finding and replacing in the open report. */
export function findCommands({ open, step, isOpen, lock }: Ways): readonly Command[] {
  return [
    {
      id: 'find',
      group: 'report',
      name: words.find,
      keys: ['Ctrl+F'],
      words: ['検索', 'けんさく', 'さがす', 'find'],
      run: () => open('find'),
    },
    ...changing(lock, [
      {
        id: 'replace',
        group: 'report',
        name: words.replace,
        keys: ['Ctrl+H'],
        words: ['置換', 'ちかん', 'おきかえ', 'replace'],
        run: () => open('replace'),
      },
    ]),
    {
      id: 'next-hit',
      group: 'report',
      name: words.nextHit,
      keys: ['F3'],
      run: () => step(1),
      repeats: true,
      available: isOpen,
    },
    {
      id: 'previous-hit',
      group: 'report',
      name: words.previousHit,
      keys: ['Shift+F3'],
      run: () => step(-1),
      repeats: true,
      available: isOpen,
    },
  ];
}
