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
      kind: 'set-initiative-text',
      initiative: row.id,
      field: 'title',
      before: round === 0 ? row.title : `題 ${round - 1}`,
      after: `題 ${round}`,
    };
  });
  const accepted = valueOf(library.reports.commit(content.id, step(...edits), actor));
  expect(accepted.history.undo).toEqual({ kinds: ['set-initiative-text'], field: 'title', row: null });
  const started = performance.now();
  valueOf(library.reports.read(content.id));
  valueOf(library.reports.read(content.id));
  expect(performance.now() - started).toBeLessThan(500);
  expect(valueOf(library.reports.undo(content.id, identifier(), actor)).edits).toHaveLength(20_000);
  expect(valueOf(library.reports.read(content.id)).report).toEqual(content);
  valueOf(library.reports.redo(content.id, identifier(), actor));
  expect(valueOf(library.reports.read(content.id)).report.initiatives[499]?.title).toBe('題 39');
});

test('a text edit of a report of 1,500 rows reads and writes that row alone', () => {
  const library = newLibrary(join(temporaryFolder(), 'a.sengen'));
  onTestFinished(() => library.close());
  const commit = (rows: number): number => {
    const content = report({ initiatives: Array.from({ length: rows }, () => fullInitiative()) });
    valueOf(library.reports.create(content, actor));
    const row = content.initiatives[Math.floor(rows / 2)]!;
    let before = row.title;
    const times = Array.from({ length: 60 }, (_, index) => {
      const after = `題 ${index}`;
      const edit: Edit = { kind: 'set-initiative-text', initiative: row.id, field: 'title', before, after };
      const started = performance.now();
      valueOf(library.reports.commit(content.id, step(edit), actor));
      before = after;
      return performance.now() - started;
    });
    return times.sort((one, other) => one - other)[30]!;
  };
  const [few, many] = [commit(15), commit(1_500)];
  console.log(`median of one commit: 15 rows ${few.toFixed(2)} ms, 1,500 rows ${many.toFixed(2)} ms`);
  // Reading 1,500 rows takes over 10 ms; the disk's own sync drifts by less.
  expect(many - few).toBeLessThan(5);
});
