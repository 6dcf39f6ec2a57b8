import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Edit } from '../../shared/model/edits.ts';
import { actor, fullInitiative, identifier, newLibrary, report, step, valueOf } from './sample-content.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('a step of 20,000 edits is stored, summarised, undone and done again', () => {
  const library = newLibrary(join(temporaryFolder(), 'a.sengen'));
  onTestFinished(() => library.close());
  const content = report({ initiatives: Array.from({ length: 500 }, () => fullInitiative()) });
  valueOf(library.reports.create(content, actor));
  const edits: Edit[] = Array.from({ length: 20_000 }, (_, index) => {
    const row = content.initiatives[index % 500]!;
    const round = Math.floor(index / 500);
    return {
      kind: 'set-field',
      owner: 'row',
      initiative: row.id,
      field: 'title',
      before: round === 0 ? row.title : `題 ${round - 1}`,
      after: `題 ${round}`,
    };
  });
  const accepted = valueOf(library.reports.commit(content.id, step(...edits), actor));
  expect(accepted.history.undo).toEqual({
    kinds: ['set-field:row.title'],
    field: 'title',
    row: null,
    cause: null,
  });
  expect(valueOf(library.reports.undo(content.id, identifier(), actor)).edits).toHaveLength(20_000);
  expect(valueOf(library.reports.read(content.id)).report).toEqual(content);
  valueOf(library.reports.redo(content.id, identifier(), actor));
  expect(valueOf(library.reports.read(content.id)).report.initiatives[499]?.title).toBe('題 39');
});

test('a step that removes every row of a long report is stored, undone and done again', () => {
  const library = newLibrary(join(temporaryFolder(), 'a.sengen'));
  onTestFinished(() => library.close());
  const content = report({ initiatives: Array.from({ length: 400 }, () => fullInitiative()) });
  valueOf(library.reports.create(content, actor));
  const edits = content.initiatives
    .map((initiative, at): Edit => ({ kind: 'remove-initiative', at, initiative }))
    .toReversed();
  const stale: Edit = { kind: 'remove-initiative', at: 0, initiative: fullInitiative() };
  expect(library.reports.commit(content.id, step(...edits.slice(0, -1), stale), actor).ok).toBe(false);
  expect(valueOf(library.reports.read(content.id)).report).toEqual(content);

  valueOf(library.reports.commit(content.id, step(...edits), actor));
  expect(valueOf(library.reports.read(content.id)).report.initiatives).toEqual([]);
  valueOf(library.reports.undo(content.id, identifier(), actor));
  expect(valueOf(library.reports.read(content.id)).report).toEqual(content);
  valueOf(library.reports.redo(content.id, identifier(), actor));
  expect(valueOf(library.reports.read(content.id)).report.initiatives).toEqual([]);
});
