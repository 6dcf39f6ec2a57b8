import type { Form, FormColumn, SheetShape } from '../form.ts';

/** Where a cell of a sheet stands in the grid of its table, from 0. */
export interface GridSpan {
  readonly column: number;
  readonly columns: number;
}

/** A label and its text, on a line with others perhaps. */
export interface SheetPair {
  readonly column: FormColumn;
  readonly label: GridSpan;
  readonly text: GridSpan;
}

export interface SheetLine {
  /** What stands left of it and of its neighbours; null for none. `lines`: over how many it goes, 0 below the first. */
  readonly group: { readonly text: string; readonly span: GridSpan; readonly lines: number } | null;
  readonly pairs: readonly SheetPair[];
}

/** How a sheet is laid out: the widths of its grid in millimetres, and its lines from top to bottom. */
export interface SheetGrid {
  readonly widths: readonly number[];
  readonly lines: readonly SheetLine[];
}

type Columns = Pick<Form, 'columns'>;

/** The columns of a sheet, line by line. */
export function sheetLines({ columns }: Columns): FormColumn[][] {
  const lines: FormColumn[][] = [];
  for (const column of columns) {
    const last = lines.at(-1);
    if (last !== undefined && column.beside === true) last.push(column);
    else lines.push([column]);
  }
  return lines;
}

/** Millimetres that the widest line of a sheet takes. */
export function sheetWidth({ columns }: Columns, shape: SheetShape): number {
  const lines = sheetLines({ columns });
  return Math.max(...lines.map((line) => groupOf(line, shape) + widthOf(line)));
}

/** Every edge of a cell is an edge of the grid; the last text of a line goes to the table's right edge. */
export function sheetGrid({ columns }: Columns, shape: SheetShape): SheetGrid {
  const lines = sheetLines({ columns });
  const right = edge(sheetWidth({ columns }, shape));
  const placed = lines.map((line) => {
    const left = groupOf(line, shape);
    let from = left;
    const pairs = line.map((column, at) => {
      const start = from;
      from += column.width;
      const end = at === line.length - 1 ? right : edge(from);
      return { column, edges: [edge(start), edge(start + shape.labelWidth), end] as const };
    });
    return { group: line[0]?.group, left: edge(left), pairs };
  });
  const edges = [
    ...new Set([
      0,
      right,
      ...placed.flatMap(({ left, pairs }) => [left, ...pairs.flatMap((pair) => pair.edges)]),
    ]),
  ].toSorted((one, other) => one - other);
  const span = (from: number, to: number): GridSpan => ({
    column: edges.indexOf(from),
    columns: edges.indexOf(to) - edges.indexOf(from),
  });
  return {
    widths: edges.slice(1).map((to, at) => to - (edges[at] ?? 0)),
    lines: placed.map(({ group, left, pairs }, at) => ({
      group:
        group === undefined
          ? null
          : {
              text: group,
              span: span(0, left),
              lines: placed[at - 1]?.group === group ? 0 : run(placed, at),
            },
      pairs: pairs.map(({ column, edges: [start, middle, end] }) => ({
        column,
        label: span(start, middle),
        text: span(middle, end),
      })),
    })),
  };
}

/** How many lines from one on are of its group. */
function run(lines: readonly { readonly group: string | undefined }[], from: number): number {
  const group = lines[from]?.group;
  const end = lines.findIndex((line, at) => at > from && line.group !== group);
  return (end < 0 ? lines.length : end) - from;
}

function groupOf([first]: readonly FormColumn[], { groupWidth, labelWidth }: SheetShape): number {
  return first?.group === undefined ? 0 : (groupWidth ?? labelWidth);
}

function widthOf(line: readonly FormColumn[]): number {
  return line.reduce((sum, { width }) => sum + width, 0);
}

/** Millimetres by which edges are told apart: sums of widths as they are written are not exact. */
function edge(millimetres: number): number {
  return Math.round(millimetres * 100) / 100;
}
