import { phraseWords as words } from '../../words/phrase-words.ts';
import { isLocked, textFieldAtHand } from '../../writing/text-field-in-use.ts';
import { lockReason, type FieldLock } from '../editing/field-lock.ts';
import type { Phrases } from '../phrases/phrases.svelte.ts';
import { changing } from './changing.ts';
import type { Command } from './commands.ts';

/** The commands of 定型文: wherever a text can be written. `available`: a library is open. */
export function phraseCommands(phrases: Phrases, available: () => boolean): readonly Command[] {
  const lock: FieldLock = {
    reason: lockReason,
    get locked() {
      return isLocked(textFieldAtHand());
    },
    tell: () => phrases.refuse(),
  };
  return [
    ...changing(lock, [
      {
        id: 'insert-phrase',
        group: 'writing',
        name: words.insert,
        keys: ['Ctrl+Alt+T'],
        words: ['ていけいぶん', '決まり文句', 'よく使う文'],
        run: () => void phrases.pick(),
        available,
      },
    ]),
    {
      id: 'keep-phrase',
      group: 'writing',
      name: words.keep,
      keys: ['Alt+F3'],
      words: ['ていけいぶん', '登録'],
      run: () => void phrases.keepSelected(),
      available,
    },
    {
      id: 'edit-phrases',
      group: 'writing',
      name: words.edit,
      keys: [],
      words: ['ていけいぶん', '登録', '並べ替え'],
      run: () => void phrases.edit(),
      available,
    },
  ];
}
