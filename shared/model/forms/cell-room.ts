import type { FormType } from '../form.ts';

/** Points between a cell's edge and its text. */
export const cellMargin = { top: 1.5, side: 3.5 } as const;

const pointsPerMillimetre = 72 / 25.4;

/** How many full-width characters of the table's type stand side by side in a column of `width` millimetres. */
export function emsInColumn(width: number, { bodySize }: FormType): number {
  return (width * pointsPerMillimetre - 2 * cellMargin.side) / bodySize;
}

/** Millimetres of a column in which `ems` full-width characters stand side by side. */
export function columnOfEms(ems: number, { bodySize }: FormType): number {
  return (ems * bodySize + 2 * cellMargin.side) / pointsPerMillimetre;
}
