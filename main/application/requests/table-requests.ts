import { success } from '../../../shared/result.ts';
import type { ReportColumn } from '../../word/understanding/report-column.ts';
import { understandTable } from '../../word/understanding/understand-table.ts';
import { chosenFields, type PastedField } from '../../word/understanding/value-columns.ts';
import type { HandlersOf } from '../handlers.ts';

/** Tables that a person pastes: understood here, shown and applied by the page. */
export const tableRequests: HandlersOf<'tables.understand'> = {
  'tables.understand': ({ rows, columns, field, form }) => {
    const understood = understandTable(rows, columns, field, form);
    return success({
      columns: ofGrid(understood.columns),
      rows: understood.rows.map(({ title, section, plan, targets, results, direction, outcomes, own }) => ({
        title,
        section,
        plan,
        targets: targets.map(({ measure, note, value }) => ({ measure, note, value })),
        results,
        direction,
        ...(own === undefined ? {} : { own }),
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

/** One entry for each column of the grid, under whatever heading it stands. */
function ofGrid(columns: readonly ReportColumn[]): { heading: string; fields: PastedField[] }[] {
  const width = Math.max(0, ...columns.map(({ to }) => to));
  return Array.from({ length: width }, (_, at) => {
    const column = columns.find(({ from, to }) => from <= at && at < to);
    return {
      heading: column?.heading ?? '',
      fields: column === undefined ? [] : [...chosenFields(column)],
    };
  });
}
