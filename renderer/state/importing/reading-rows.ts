import type { Reading } from '../../../shared/contract/import-requests.ts';
import { sameButMarks } from './same-but-marks.ts';

export type ReadingCell = Reading['cells'][number] & { readonly differs: boolean };

export interface ReadingRow {
  readonly number: number;
  readonly title: string;
  readonly cells: readonly ReadingCell[];
  readonly differing: number;
}

/** The rows of a reading, each cell with whether it says otherwise than the file. */
export function rowsOf(reading: Reading): ReadingRow[] {
  const cells = reading.cells.map((cell) => ({
    ...cell,
    // Rows without numbers get theirs from their order: there is nothing to see to.
    differs:
      !(cell.field === 'number' && cell.says.length === 0) && !sameButMarks(cell.says, cell.understood),
  }));
  const byRow = Map.groupBy(cells, ({ row }) => row);
  return Array.from({ length: reading.rows }, (_, at) => {
    const own = byRow.get(at + 1) ?? [];
    return {
      number: at + 1,
      title: own.find(({ field }) => field === 'title')?.understood.join('') ?? '',
      cells: own,
      differing: own.filter(({ differs }) => differs).length,
    };
  });
}
