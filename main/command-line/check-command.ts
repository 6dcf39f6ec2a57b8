import { problemSentence, sound } from '../../shared/words/check-sentences.ts';
import type { Command } from './command.ts';
import { exitCodes, sayFailure } from './terminal.ts';
import { lookIntoLibrary } from './with-library.ts';

export const checkCommand: Command = {
  usage: 'sengen check FILE.sengen [--json]',
  purpose: 'ファイルの中の報告と決裁済みの Word ファイルが、すべて読み取れるかを確かめます。',
  shape: { words: ['FILE.sengen'], json: true },

  run: ({ words, json }, terminal) =>
    lookIntoLibrary(words[0], undefined, terminal, async (application) => {
      const checked = await application.call('library.check', {});
      if (!checked.ok) return sayFailure(terminal, checked.failure);
      const { problems } = checked.value;
      if (json) terminal.output(JSON.stringify(checked.value));
      else
        for (const problem of problems) terminal.output(`${problemSentence(problem)}（${problem.detail}）`);
      terminal.messages(sound(checked.value));
      return problems.length === 0 ? exitCodes.done : exitCodes.findings;
    }),
};
