/** Lengths as WordprocessingML counts them: twentieths of a point ("dxa"), and half-points for type. */

const pointsPerMillimetre = 72 / 25.4;

export function pointsOf(millimetres: number): number {
  return millimetres * pointsPerMillimetre;
}

/** Whole twentieths of a point in `millimetres`. */
export function twipsOf(millimetres: number): number {
  return Math.round(pointsOf(millimetres) * 20);
}

/** Whole twentieths of a point in `points`. */
export function twipsOfPoints(points: number): number {
  return Math.round(points * 20);
}

/** Whole half-points in `points`. */
export function halfPointsOf(points: number): number {
  return Math.round(points * 2);
}

/**
 * Column widths in whole twips whose sum is the rounded sum of the widths: each edge is rounded,
 * not each width, so that a table as wide as the text block stays as wide.
 */
export function columnTwips(columns: readonly { readonly width: number }[]): number[] {
  let edge = 0;
  return columns.map(({ width }) => {
    const left = twipsOf(edge);
    edge += width;
    return twipsOf(edge) - left;
  });
}
