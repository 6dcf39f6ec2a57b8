import type { SheetCell } from './sheet-lines.ts';

type Cells = readonly SheetCell[];

/** Such a share of a row or a column is most of it: of labels beside their texts a row has less. */
export const mostly = 0.8;
/** So many labels that differ are no chance. */
const least = 3;

/** A column of hardly anything but labels, and not the same again and again. */
export function holdsLabels(column: readonly Pick<SheetCell, 'text' | 'kind' | 'fields'>[]): boolean {
  const said = column.filter(({ text }) => text !== '');
  const labels = said.filter(({ kind }) => kind === 'field').map(({ fields }) => fields.join());
  return labels.length >= said.length * mostly && new Set(labels).size >= least;
}

/**
 * Cells that read like a label and stand where this sheet has its texts are texts: right of a label, in a column
 * that holds texts elsewhere (取組名 | 目標), or right below a row of labels that await theirs.
 */
export function withTextPlaces(rows: readonly Cells[]): readonly Cells[] {
  const right = rightOfLabels(rows);
  const columns = Map.groupBy(right.flat(), ({ cell }) => cell.column);
  const ofTexts = ({ cell }: SheetCell): boolean => !holdsLabels(columns.get(cell.column) ?? []);
  let awaiting: Cells | null = null;
  return right.map((cells) => {
    const above = awaiting;
    const below = above !== null && sameShape(above, cells) && cells.some(isText);
    awaiting = !below && ofLabels(cells) ? cells : null;
    return below
      ? cells.map((cell, at) => (above[at]?.is === 'label' && ofTexts(cell) ? asText(cell) : cell))
      : cells;
  });
}

function rightOfLabels(rows: readonly Cells[]): readonly Cells[] {
  const balance = new Map<number, number>();
  for (const { is, cell } of rows.flat()) {
    const more = is === 'label' ? 1 : is === 'text' ? -1 : 0;
    balance.set(cell.column, (balance.get(cell.column) ?? 0) + more);
  }
  const holds = ({ cell }: SheetCell): number => balance.get(cell.column) ?? 0;
  return rows.map((cells, at) => {
    const next = rows[at + 1];
    // Labels beside each other over as many texts are what they look like.
    if (next !== undefined && ofLabels(cells) && sameShape(cells, next) && next.every(isText)) return cells;
    const read = cells.map((cell, place) => {
      const left = cells[place - 1];
      const named = left?.is === 'label' && holds(left) > 0;
      return named && cell.is === 'label' && holds(cell) < 0 ? asText(cell) : cell;
    });
    // Labels over columns of texts are no pairs.
    return read.every((cell) => cell.is !== 'label' || holds(cell) > 0) ? read : cells;
  });
}

function ofLabels(cells: Cells): boolean {
  const said = cells.filter(({ is }) => is !== 'empty');
  return said.length > 1 && said.every(({ is }) => is === 'label');
}

function isText({ is }: SheetCell): boolean {
  return is === 'text';
}

function asText(cell: SheetCell): SheetCell {
  return cell.is === 'empty' ? cell : { ...cell, is: 'text' };
}

function sameShape(one: Cells, other: Cells): boolean {
  return (
    one.length === other.length &&
    one.every(({ cell: { column, span } }, at) => {
      const beside = other[at]?.cell;
      return beside?.column === column && beside.span === span;
    })
  );
}
