import { safeFileStem } from '../../domain/file-name.ts';
import { writeRulesFile } from '../../exchange/rules-file.ts';
import { writeFileAtomically } from '../../files/write-file-atomically.ts';
import { noHost } from '../../foreign-files/jobs.ts';
import { writeRulesTable } from '../../../shared/model/checks/house/rules-table.ts';
import { success } from '../../../shared/result.ts';
import { actorOf, openedLibrary } from '../context.ts';
import type { HandlersOf } from '../handlers.ts';
import { wantedFile } from '../word/wanted-file.ts';

/** What the office of the open library wants of the checks. */
export const rulesRequests: HandlersOf<'rules.read' | 'rules.change' | 'rules.readFile' | 'rules.write'> = {
  'rules.read': (_input, context) => {
    const library = openedLibrary(context);
    return library.ok ? success({ rules: library.value.rules.read() }) : library;
  },

  'rules.change': ({ change }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const changed = library.value.rules.change(change, actorOf(context));
    if (!changed.ok) return changed;
    context.ports.send('rules.changed', {});
    return success({ rules: changed.value });
  },

  'rules.readFile': async (_input, context) => {
    const endings = ['json', 'docx', 'csv', 'txt'];
    const chosen = await wantedFile(context, undefined, { purpose: 'read-rules', endings });
    if (!chosen.ok) return chosen;
    return context.reader.run('read-rules', { path: chosen.value }, noHost);
  },

  'rules.write': async ({ kind }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const rules = library.value.rules.read();
    const chosen = await context.ports.chooseFile({
      purpose: 'export',
      mode: 'save',
      endings: [kind],
      suggestedName: `${safeFileStem(rules.name)}.${kind}`,
    });
    if (!chosen.ok) return chosen;
    const text = kind === 'json' ? writeRulesFile(rules) : writeRulesTable(rules);
    const written = await writeFileAtomically(chosen.value, new TextEncoder().encode(text));
    if (!written.ok) return written;
    context.session.writtenFiles.add(chosen.value);
    return success({ path: chosen.value });
  },
};
