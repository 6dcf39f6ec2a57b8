import { handInWords as words } from '../../words/hand-in-words.ts';
import type { Command } from './commands.ts';

/** The commands of an open report's rows going out to sections, and back. */
export function handInCommands(giveOut: () => void, handIn: () => void): readonly Command[] {
  return [
    {
      id: 'give-out',
      group: 'report',
      name: words.giveOut,
      keys: [],
      words: ['はいふ', '配る', '課', '依頼'],
      run: giveOut,
    },
    {
      id: 'hand-in',
      group: 'report',
      name: words.handIn,
      keys: [],
      words: ['ていしゅつ', '提出', '出す'],
      run: handIn,
    },
  ];
}
