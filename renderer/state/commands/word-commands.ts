import { formWords } from '../../words/form-words.ts';
import { wordWorkWords as words } from '../../words/word-words.ts';
import type { Command } from './commands.ts';
import type { WordWork } from '../word/word-work.svelte.ts';

/** The commands of what Word files do around an open report. `take` asks for a marked-up file. */
export function wordCommands(word: WordWork, take: () => void): readonly Command[] {
  const { signOffs, verification } = word;
  const command = (id: string, name: string, run: () => void, others: Partial<Command> = {}): Command => ({
    id,
    group: 'report',
    name,
    keys: [],
    run,
    ...others,
  });
  return [
    command('word-take', words.take, take, { words: ['しゅがき', 'もどり', '直し', '変更履歴'] }),
    command('word-compare', words.compare, () => (word.dialog = 'compare'), {
      words: ['みえけし', 'しんきゅう', '比べる', '比較'],
    }),
    command('word-record', words.record, () => (word.dialog = 'record'), {
      words: ['けっさい', '承認'],
      available: () => !signOffs.signed,
    }),
    command('word-start', words.startNext, () => (word.dialog = 'start'), {
      words: ['つぎのはん', '改訂'],
      available: () => signOffs.signed,
    }),
    command('word-signed', words.signedFiles, () => (word.dialog = 'signed'), { words: ['けっさい'] }),
    command('form', formWords.command, () => (word.dialog = 'form'), {
      words: ['ようしき', 'れつ', '列', '項目', '様式'],
    }),
    command('word-verify', words.verify, () => void verification.check(), {
      words: ['たしかめる', '検証'],
    }),
  ];
}
