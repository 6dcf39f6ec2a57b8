import { hasText, linesOf } from './cell-lines.ts';
import { comparable, type ColumnField } from './field-names.ts';
import type { CellRow } from './placed-cell.ts';
import type { ReportColumn } from './report-column.ts';
import { endsSentence } from './sentences.ts';
import { opensWithFigure } from './values.ts';

/**
 * Columns of which each field has one that is really its own: 施策名 beside 取組名 is no title, and 目標項目 beside
 * 達成目標 no target. The others are told; nothing of them is poured into a neighbour.
 */
export function withSingleColumns(
  columns: readonly ReportColumn[],
  rows: readonly CellRow[],
): ReportColumn[] {
  const own = new Map<ReportColumn, ReportColumn>(columns.map((column) => [column, column]));
  for (const field of ['number', 'title', 'section'] as const) {
    for (const column of besideBest(columns, field)) own.set(column, { ...column, fields: [] });
  }
  const plan = columns.some(({ fields }) => fields.includes('plan'));
  for (const column of plan ? [] : besideBest(columns, 'title')) {
    if (/取組$/.test(comparable(column.heading))) own.set(column, { ...column, fields: ['plan'] });
  }
  const targets = columns.filter(({ fields }) => isOnly(fields, 'targets'));
  const [, second] = targets;
  if (targets.length > 2 || (second !== undefined && !holdsValues(second, columns, rows))) {
    for (const column of besideBest(columns, 'targets')) own.set(column, { ...column, fields: [] });
  }
  const strong = columns.some((column) => column.fields.includes('outcomes') && !isWeak(column));
  for (const column of strong ? columns.filter(isWeak) : []) {
    if (!textsUnder(column, columns, rows).some(endsSentence)) own.set(column, { ...column, fields: [] });
  }
  return columns.map((column) => own.get(column) ?? column);
}

/** Columns for a field alone, but for the one whose name says best that it is. */
function besideBest(columns: readonly ReportColumn[], field: ColumnField): ReportColumn[] {
  const all = columns.filter(({ fields }) => fields.includes(field));
  const placeOf = (column: ReportColumn): number =>
    isOnly(column.fields, field) ? (column.place ?? 0) : -1;
  const best = all.toSorted((one, other) => placeOf(one) - placeOf(other))[0];
  return all.filter((column) => column !== best && isOnly(column.fields, field));
}

function isOnly(fields: readonly ColumnField[], field: ColumnField): boolean {
  return fields.length === 1 && fields[0] === field;
}

/** 達成度 says how far it went, 実績 what was reached: beside that, it is another thing, unless it says more. */
function isWeak({ fields, heading }: ReportColumn): boolean {
  return isOnly(fields, 'outcomes') && /(?:達成度|到達度|度合い?|評価)$/.test(comparable(heading));
}

/** A column that says how much of what stands beside it is to be reached. */
function holdsValues(
  column: ReportColumn,
  columns: readonly ReportColumn[],
  rows: readonly CellRow[],
): boolean {
  const texts = textsUnder(column, columns, rows);
  const values = texts.filter((text) => opensWithFigure(text.replace(/^[・●○]\s*/u, '')));
  return texts.length === 0 || values.length * 2 >= texts.length;
}

function textsUnder(
  column: ReportColumn,
  columns: readonly ReportColumn[],
  rows: readonly CellRow[],
): string[] {
  const at = columns.indexOf(column);
  return rows
    .filter(({ cells }) => cells.length === columns.length)
    .flatMap(({ cells }) => linesOf(cells[at]?.blocks ?? []).filter(hasText))
    .map(({ text }) => text.trim());
}
