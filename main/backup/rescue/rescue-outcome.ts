import type { RescueOutcome } from '../../../shared/contract/rescue-outcome.ts';
import type { RescuedContent } from '../../data/salvage/rescue-file.ts';

type Content = Omit<RescueOutcome, 'file' | 'original' | 'note' | 'backup'>;

/** Tables that are told as rows and steps of their reports, or that a person does not know of. */
const untold = [
  ...['reports', 'initiatives', 'targets', 'outcomes', 'outcome_targets', 'steps', 'edits'],
  ...['library_facts', 'comment_threads', 'marked_fields'],
];

/** What came back, as it is told. */
export function outcomeOf({ reports, tables, pages, unreadablePages }: RescuedContent): Content {
  return {
    pages,
    unreadablePages,
    reports: reports.map(({ heading, rows, steps, holes }) => {
      const there = rows.filter(({ origin }) => origin !== 'lost');
      const count = (origin: string): number => there.filter((row) => row.origin === origin).length;
      return {
        yearLabel: String(heading['year_label']),
        department: String(heading['department']),
        isInBin: heading['removed_at'] !== '',
        rows: { file: count('file'), log: count('log'), backup: count('backup'), partly: count('made') },
        partly: there
          .filter(({ missing }) => missing.length > 0)
          .map(({ number, title, missing }) => ({ number: number ?? 0, title, missing: [...missing] })),
        lost: rows.filter(({ origin }) => origin === 'lost').map(({ number }) => ({ number })),
        steps,
        holes: holes.length,
      };
    }),
    others: tables
      .filter(({ name }) => !untold.includes(name))
      .map(({ name, file, log, backup, lost }) => ({
        ...{ table: name, back: file + log + backup, fromBackup: backup, lost },
      })),
  };
}
