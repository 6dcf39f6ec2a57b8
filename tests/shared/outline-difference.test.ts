import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportForm } from '../../shared/model/forms/official-form.ts';
import { outline, type Outline } from '../../shared/model/outline.ts';
import { outlineDifference } from '../../shared/model/outline-difference.ts';
import { paragraphsDifference } from '../../shared/model/paragraph-difference.ts';
import type { TextPiece } from '../../shared/model/text-difference.ts';
import { arbitraryInitiative, arbitraryReport } from '../support/arbitrary-report.ts';

const twoTables = fc
  .tuple(
    arbitraryReport,
    fc.array(arbitraryInitiative, { maxLength: 4 }),
    fc.array(fc.nat(9), { maxLength: 9 }),
  )
  .map(([before, contents, order]) => {
    const changed = before.initiatives.map((row, index) => ({ ...(contents[index] ?? row), id: row.id }));
    const rows = [...changed, ...contents.map((row, index) => ({ ...row, id: `new${index}` }))]
      .map((row, index) => ({ row, key: order[index] ?? index }))
      .sort((one, other) => one.key - other.key)
      .map(({ row }) => row)
      .filter((_row, index) => order[index] !== 3);
    return {
      before: outline(before, reportForm),
      after: outline({ ...before, headName: '交代 した人', initiatives: rows }, reportForm),
    };
  });

/** The table that is left when pieces of one kind are taken away: what accepting or rejecting all gives. */
function without(
  kind: 'removed' | 'added',
  { before, after }: { before: Outline; after: Outline },
): unknown {
  const { rows, title, headLine } = outlineDifference(before, after);
  const spell = (pieces: readonly TextPiece[]): string =>
    pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join('');
  return {
    title: spell(title),
    headLine: spell(headLine),
    rows: rows
      .filter((row) => row.kind !== kind)
      .map((row) => ({
        id: row.id,
        cells: row.cells.map(({ parts }) =>
          parts.map(({ field, paragraphs }) => ({
            field,
            texts: paragraphs
              .filter((paragraph) => paragraph.kind !== kind)
              .map(({ pieces }) => spell(pieces)),
          })),
        ),
      })),
  };
}

function plain({ title, headLine, rows }: Outline): unknown {
  return {
    title,
    headLine,
    rows: rows.map(({ id, cells }) => ({
      id,
      cells: cells.map(({ parts }) =>
        parts.map(({ field, paragraphs }) => ({ field, texts: paragraphs.map(({ text }) => text) })),
      ),
    })),
  };
}

test('rejecting all gives the table before, accepting all the table after', () => {
  fc.assert(
    fc.property(twoTables, (tables) => {
      expect(without('added', tables)).toEqual(plain(tables.before));
      expect(without('removed', tables)).toEqual(plain(tables.after));
    }),
    { numRuns: 300 },
  );
});

test('a table compared with itself has no changes', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const table = outline(report, reportForm);
      expect(outlineDifference(table, table).rows.every(({ kind }) => kind === 'same')).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('a rewritten bullet is shown word by word, another bullet as a whole', () => {
  const bullets = (...texts: string[]) => texts.map((text) => ({ kind: 'bullet' as const, text }));
  const found = paragraphsDifference(
    bullets('・防災訓練を3回行います。', '・備蓄を増やします。'),
    bullets('・防災訓練を5回行います。', '・避難所の看板を改めます。'),
  );
  expect(found.map(({ kind }) => kind)).toEqual(['changed', 'added', 'removed']);
  expect(found[0]?.pieces).toContainEqual({ kind: 'added', text: '5' });
});
