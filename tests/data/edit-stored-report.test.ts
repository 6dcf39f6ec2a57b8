import { describe, expect, test } from 'vitest';
import { editStoredReport } from '../../main/data/reports/edit-stored-report.ts';
import type { Edit } from '../../shared/model/edits.ts';
import { fullInitiative, initiative, report, valueOf } from './sample-content.ts';

/** What is read of a report of 1,500 rows to store one edit. */
function readFor(edit: Edit, initiatives = content.initiatives) {
  const read: string[] = [];
  let orders = 0;
  const change = editStoredReport(
    {
      report: { ...content, initiatives: [] },
      row: (id) => {
        read.push(id);
        return initiatives.find((row) => row.id === id);
      },
      order: () => {
        orders += 1;
        return initiatives.map(({ id }) => id);
      },
    },
    [edit],
  );
  return { read, orders, change: valueOf(change) };
}

const content = report({ initiatives: Array.from({ length: 1_500 }, () => fullInitiative()) });
const row = content.initiatives[700]!;

describe('storing one edit of a long report', () => {
  test('reads one row for a text, and no order', () => {
    const { read, orders, change } = readFor({
      kind: 'set-field',
      owner: 'row',
      initiative: row.id,
      field: 'title',
      before: row.title,
      after: '改めた題',
    });
    expect(read).toEqual([row.id]);
    expect(orders).toBe(0);
    expect(change.rows).toEqual([{ before: row, now: { ...row, title: '改めた題' } }]);
  });

  test('reads no row for the heading', () => {
    const { read, orders } = readFor({
      kind: 'set-field',
      owner: 'report',
      field: 'headName',
      before: content.headName,
      after: '浜 次郎',
    });
    expect([read, orders]).toEqual([[], 0]);
  });

  test('reads identifiers alone to move a row', () => {
    const { read, orders, change } = readFor({
      kind: 'move-initiative',
      initiative: row.id,
      from: 700,
      to: 0,
    });
    expect([read, orders]).toEqual([[], 1]);
    expect(change.rows).toEqual([]);
    expect(change.order?.now[0]).toBe(row.id);
  });

  test('reads the row that is removed, and the place of one that is added', () => {
    expect(readFor({ kind: 'remove-initiative', at: 700, initiative: row }).read).toEqual([row.id]);
    const added = initiative();
    expect(readFor({ kind: 'add-initiative', at: 0, initiative: added }).read).toEqual([added.id]);
  });
});
