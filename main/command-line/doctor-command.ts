import { resolve } from 'node:path';
import { problemSentence, sound } from '../../shared/words/check-sentences.ts';
import { rescueFileTo } from '../application/backups/rescue-by-hand.ts';
import { backupsFolder, personalFolder } from '../files/program-files.ts';
import { isWhole, rescueSentences } from '../../shared/words/rescue-sentences.ts';
import { openApplication } from './open-application.ts';
import type { Command } from './command.ts';
import { exitCodes, sayFailure, sayPlace, type Terminal } from './terminal.ts';
import { sayLook } from './with-library.ts';

export const doctorCommand: Command = {
  usage: 'sengen doctor FILE.sengen [--rescue OUT.sengen] [--json]',
  purpose:
    'ファイルが壊れていないか、書き換えられていないかを、端から端まで調べます。何も変更しません。--rescue を付けると、壊れたファイルから読み取れる内容を OUT.sengen に取り出します。',
  shape: { words: ['FILE.sengen'], options: ['rescue'], json: true },

  async run({ words, options, json }, terminal) {
    const path = resolve(words[0] ?? '');
    const out = options['rescue'];
    if (out !== undefined) return rescue(path, resolve(out), json, terminal);
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

/** Takes out what can be read; the file itself stays as it is, sound or not. */
async function rescue(file: string, out: string, json: boolean, terminal: Terminal): Promise<number> {
  const rescued = await rescueFileTo(file, out, {
    backupsFolder: backupsFolder(personalFolder()),
    now: () => new Date(),
  });
  if (!rescued.ok) {
    if (json) terminal.output(JSON.stringify({ failure: rescued.failure.code }));
    return sayFailure(terminal, rescued.failure);
  }
  if (json) terminal.output(JSON.stringify(rescued.value));
  terminal.messages(rescueSentences(rescued.value).join('\n'));
  return isWhole(rescued.value) ? exitCodes.done : exitCodes.findings;
}
