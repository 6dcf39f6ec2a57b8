import { success } from '../../shared/result.ts';
import { understandTable } from '../word/understanding/understand-table.ts';
import type { HandlersOf } from './handlers.ts';

/** Tables that a person pastes: understood here, shown and applied by the page. */
export const tableRequests: HandlersOf<'tables.understand'> = {
  'tables.understand': ({ rows, columns, field }) => {
    const understood = understandTable(rows, columns, field);
    return success({
      columns: understood.columns.map(({ heading, fields }) => ({ heading, fields: [...fields] })),
      rows: understood.rows.map(({ title, section, plan, targets, results, direction, outcomes }) => ({
        title,
        section,
        plan,
        targets: targets.map(({ measure, note, value }) => ({ measure, note, value })),
        results,
        direction,
        outcomes: outcomes.map(({ statement, asOf, figures, targets: named }) => ({
          statement,
          asOf,
          figures,
          targets: [...named],
        })),
      })),
      unplaced: understood.unplaced.map(({ row, text }) => ({ row: row ?? 0, text })),
    });
  },
};
