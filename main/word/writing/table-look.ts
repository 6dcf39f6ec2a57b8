/** How the table looks beyond what a form says. */

/** Points above and below a column heading, besides the cell's own margin. */
export const columnHeadingMargin = 1;

/** A grey so light that it stays white on a poor photocopy. */
export const columnHeadingShade = 'F2F2F2';

/** Under a cell about which sides still differ: seen at once, and still white enough to read on. */
export const disputedShade = 'FFF2CC';

/** Eighths of a point. */
export const borderWidth = 4;
