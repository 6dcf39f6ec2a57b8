import { resolve } from 'node:path';
import type { Command } from './command.ts';
import { openApplication } from './open-application.ts';
import { exitCodes, sayFailure, sayPlace } from './terminal.ts';

export const beginCommand: Command = {
  usage: 'sengen begin FILE.sengen PART.sengen-part',
  purpose: '配布されたファイルから、課の取組だけを持つ新しいファイルを作ります。',
  shape: { words: ['FILE.sengen', 'PART.sengen-part'] },

  async run({ words }, terminal) {
    const path = resolve(words[0] ?? '');
    const { reader } = terminal;
    const files = { 'create-library': path, 'take-part': resolve(words[1] ?? '') };
    const opened = await openApplication({ library: null, files, reader });
    if (!opened.ok) return sayFailure(terminal, opened.failure);
    const application = opened.value;
    try {
      const looked = await application.call('parts.look', {});
      if (!looked.ok) return sayFailure(terminal, looked.failure);
      const made = await application.call('library.create', {});
      if (!made.ok) return sayFailure(terminal, made.failure);
      const begun = await application.call('parts.begin', {});
      if (!begun.ok) return sayFailure(terminal, begun.failure);
      const { section, rows, deadline } = begun.value;
      terminal.messages(`${path} を作成しました（${section}、取組${rows}件）。`);
      if (deadline !== '') terminal.messages(`提出期限: ${deadline}`);
      sayPlace(terminal, path);
      return exitCodes.done;
    } finally {
      await application.close();
    }
  },
};
