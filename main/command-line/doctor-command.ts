import { resolve } from 'node:path';
import { problemSentence, sound } from '../../shared/words/check-sentences.ts';
import { openApplication } from './open-application.ts';
import type { Command } from './command.ts';
import { exitCodes, sayFailure, sayPlace } from './terminal.ts';
import { sayLook } from './with-library.ts';

export const doctorCommand: Command = {
  usage: 'sengen doctor FILE.sengen [--json]',
  purpose: 'ファイルが壊れていないか、書き換えられていないかを、端から端まで調べます。何も変更しません。',
  shape: { words: ['FILE.sengen'], json: true },

  async run({ words, json }, terminal) {
    const path = resolve(words[0] ?? '');
    const opened = await openApplication({ library: path, looks: true });
    if (!opened.ok) {
      const { failure } = opened;
      if (json) terminal.output(JSON.stringify({ failure: failure.code, problems: [] }));
      const code = sayFailure(terminal, failure);
      // What is wrong with the file is what was asked for.
      return failure.code === 'library-damaged' || failure.code === 'library-altered'
        ? exitCodes.findings
        : code;
    }
    try {
      sayPlace(terminal, path);
      sayLook(terminal, path, opened.value.look);
      const checked = await opened.value.call('library.check', {});
      if (!checked.ok) return sayFailure(terminal, checked.failure);
      const { problems } = checked.value;
      if (json) terminal.output(JSON.stringify({ failure: null, ...checked.value }));
      else
        for (const problem of problems) terminal.output(`${problemSentence(problem)}（${problem.detail}）`);
      terminal.messages(sound(checked.value));
      return problems.length === 0 ? exitCodes.done : exitCodes.findings;
    } finally {
      await opened.value.close();
    }
  },
};
