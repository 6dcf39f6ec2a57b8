import { isNumber } from '../values.ts';
import type { SheetCell, SheetLine } from './sheet-lines.ts';
import type { SheetPart } from './sheet-parts.ts';
import { textOf } from './sheet-parts.ts';

/** So many rows with a label make a table that was turned on its side. */
const leastRows = 3;

/**
 * The parts of initiatives that stand side by side, each in a column of its own, with the labels at the left;
 * null for any other table.
 */
export function columnsAsInitiatives(lines: readonly SheetLine[]): SheetPart[][] | null {
  const all = lines.filter(({ kind }) => kind !== 'empty');
  const said = all[0] !== undefined && countsOnly(all[0]) ? all.slice(1) : all;
  const labelled = said.filter(
    ({ cells }) => cells[0]?.is === 'label' && cells.slice(1).every(({ is }) => is !== 'label'),
  );
  const titles = labelled.find(({ cells }) => cells[0]?.fields.includes('title') === true);
  if (titles === undefined || labelled.length < leastRows) return null;
  const columns = titles.cells.slice(1).filter(({ is }) => is === 'text');
  const filled = labelled.filter(({ cells }) => cells.filter(({ is }) => is === 'text').length >= 2);
  if (columns.length < 2 || filled.length < leastRows || labelled.length < said.length) return null;
  return columns.map((column) => labelled.flatMap((line) => partsOf(line, column, columns)));
}

/** The row above the titles that only counts them: 取組１, 取組２. */
function countsOnly({ cells }: SheetLine): boolean {
  const said = cells.slice(1).filter(({ is }) => is !== 'empty');
  return said.length >= 2 && said.every(({ number, text }) => number !== null || isNumber(text));
}

function partsOf(
  { cells: [label, ...cells] }: SheetLine,
  column: SheetCell,
  columns: readonly SheetCell[],
): SheetPart[] {
  if (label === undefined) return [];
  const own = cells.filter((cell) => {
    const under = columns.filter((other) => overlap(cell, other));
    // A section that is merged over several is each one's; any other text is told once, at the first.
    return label.fields.includes('section') ? under.includes(column) : under[0] === column;
  });
  const strays =
    columns[0] === column ? cells.filter((cell) => !columns.some((other) => overlap(cell, other))) : [];
  const part = (fields: SheetPart['fields'], from: readonly SheetCell[]): SheetPart => ({
    heading: label.text,
    fields,
    place: label.place,
    anotherTime: label.anotherTime,
    blocks: from.flatMap(({ cell }) => cell.blocks),
  });
  return [
    part(label.fields, own),
    ...strays.filter(({ cell }) => textOf(cell.blocks) !== '').map((cell) => part([], [cell])),
  ];
}

function overlap({ cell: one }: SheetCell, { cell: other }: SheetCell): boolean {
  return one.column < other.column + other.span && other.column < one.column + one.span;
}
