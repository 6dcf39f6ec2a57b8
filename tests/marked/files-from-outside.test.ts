import { copyFileSync, chmodSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { must } from '../support/must.ts';
import { openTestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

/** Marked-up files that were made by hand elsewhere, beside the checkout, with what each must bring. */
const cases = resolve(import.meta.dirname, '../../../shared/cases/word');
const newFolder = temporaryFolders();

interface Brought {
  /** Kind, field, and how many characters the field grew by. */
  readonly suggestions: readonly (readonly [kind: string, field: string, grown: number])[];
  readonly told: readonly (readonly [why: string, field: string | null])[];
}

const nothing: Brought = { suggestions: [], told: [] };
const expected: Readonly<Record<string, Brought>> = {
  base: nothing,
  'bullet-signs-changed': nothing,
  'word-list-instead-of-typed-bullet': nothing,
  'existing-text-made-hidden': { suggestions: [], told: [['hidden', 'plan']] },
  'hidden-text-inserted': { suggestions: [], told: [['hidden', 'plan']] },
  'label-deleted-tracked': { suggestions: [], told: [['label', 'targets']] },
  'note-row-across-the-table-tracked': { suggestions: [], told: [['outside-the-table', null]] },
  'struck-by-hand-only': { suggestions: [['deletion', 'plan', -8]], told: [] },
  'struck-by-hand-and-red-text': { suggestions: [['edit', 'outcomes', 0]], told: [] },
  'tracked-line-break-inside-a-bullet': { suggestions: [], told: [['line-break', 'plan']] },
  // The bullet goes here and comes there with the end of its paragraph.
  'tracked-move-joins-two-bullets': {
    suggestions: [
      ['deletion', 'plan', -19],
      ['insertion', 'direction', 19],
    ],
    told: [],
  },
};

describe.skipIf(!existsSync(cases))('Marked-up files from outside', () => {
  test.each(Object.entries(expected))('%s brings what it says, or tells it', async (name, wanted) => {
    const folder = newFolder();
    copyFileSync(join(cases, 'fictional.sengen'), join(folder, '報告.sengen'));
    chmodSync(join(folder, '報告.sengen'), 0o600);
    const application = openTestApplication(folder);
    application.files['bring-back'] = join(cases, `bring-back-${name}.docx`);
    const { report, unplaced } = must(await application.call('markups.take', {}));
    const { suggestions } = must(await application.call('markups.list', { report }));
    expect({
      suggestions: suggestions.map(({ kind, field, before, after }) => [
        kind,
        field,
        after.length - before.length,
      ]),
      told: unplaced.map(({ why, field }) => [why, field]),
    }).toEqual(wanted);
    // Nothing is told without its words.
    expect(unplaced.map(({ text }) => text.trim())).not.toContain('');
    await application.close();
  });
});

if (!existsSync(cases)) console.warn('skipped: the files from outside (../shared/cases/word) are missing');
