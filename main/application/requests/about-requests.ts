import { success } from '../../../shared/result.ts';
import { supportText } from '../../../shared/words/support-text.ts';
import { writeFileAtomically } from '../../files/write-file-atomically.ts';
import { ownText } from '../../files/this-machine.ts';
import { supportFacts } from '../about/support-facts.ts';
import type { HandlersOf } from '../handlers.ts';

/** What the program says of itself. */
export const aboutRequests: HandlersOf<'application.about' | 'application.saveSupport'> = {
  'application.about': async (_input, context) => {
    const { licencesPath, version } = context;
    return success({
      version,
      support: supportText(await supportFacts(context)),
      licences: licencesPath === null ? null : await ownText(licencesPath),
    });
  },

  'application.saveSupport': async ({ text }, { ports, session }) => {
    const chosen = await ports.chooseFile({
      purpose: 'support',
      mode: 'save',
      endings: ['txt'],
      suggestedName: 'Sengen_問い合わせ用の情報.txt',
    });
    if (!chosen.ok) return chosen;
    const written = await writeFileAtomically(chosen.value, Buffer.from(text.replace(/\r?\n/gu, '\r\n')));
    if (!written.ok) return written;
    session.writtenFiles.add(chosen.value);
    return success({ path: chosen.value });
  },
};
