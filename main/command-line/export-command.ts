import { extname, resolve } from 'node:path';
import { formNames, type FormName } from '../../shared/model/form.ts';
import { chosenReport } from './chosen-report.ts';
import type { CommandApplication } from './open-application.ts';
import type { Command } from './command.ts';
import { exitCodes, sayFailure } from './terminal.ts';
import { lookIntoLibrary } from './with-library.ts';

const kinds = ['docx', 'json'] as const;
type Kind = (typeof kinds)[number];

export const exportCommand: Command = {
  usage: 'sengen export FILE.sengen OUT.{docx,json} [--report ID] [--form report|declaration]',
  purpose:
    '報告を Word または JSON のファイルに書き出します。指定がなければ、最も新しい報告を、その段階の様式で書き出します。',
  shape: { words: ['FILE.sengen', 'OUT'], options: ['report', 'form'] },

  async run({ words, options }, terminal) {
    const path = resolve(words[1] ?? '');
    const kind = kinds.find((candidate) => extname(path).toLowerCase() === `.${candidate}`);
    if (kind === undefined) {
      return sayFailure(terminal, { code: 'file-kind-unknown', path, accepted: [...kinds] });
    }
    const wanted = options['form'];
    const form = formNames.find((name) => name === wanted);
    if (wanted !== undefined && form === undefined) {
      terminal.messages(
        `様式「${wanted}」はありません。${formNames.join('、')} のどれかを指定してください。何も書き出していません。`,
      );
      return exitCodes.refused;
    }
    return lookIntoLibrary(words[0], { export: path }, terminal, async (application) => {
      const written = await exportReport(application, options['report'], form, kind);
      if (!written.ok) return sayFailure(terminal, written.failure);
      for (const warning of written.value.warnings) terminal.messages(`注意: ${warning}`);
      terminal.messages(`${written.value.path} に書き出しました。`);
      return exitCodes.done;
    });
  },
};

async function exportReport(
  application: CommandApplication,
  report: string | undefined,
  form: FormName | undefined,
  kind: Kind,
): ReturnType<typeof application.call<'reports.export'>> {
  const chosen = await chosenReport(application, report);
  return chosen.ok
    ? application.call('reports.export', {
        report: chosen.value,
        ...(form === undefined ? {} : { form }),
        kind,
      })
    : chosen;
}
