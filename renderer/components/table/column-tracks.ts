import type { Form, FormColumn } from '../../../shared/model/form.ts';

/** Narrowest that a column gets as it is read, and as it is written in: rem. */
const least = {
  number: [3, 17],
  title: [5, 14],
  targets: [6, 19],
  outcomes: [6, 22],
  text: [6, 16],
} as const;

/**
 * A form's columns as grid tracks. The column that is open for writing takes room from its
 * neighbours where it is too narrow for its fields.
 */
export function columnTracks({ columns }: Form, open: number | null): string {
  return columns.map((column, at) => track(column, at === open)).join(' ');
}

function track({ content, width }: FormColumn, open: boolean): string {
  const [first] = content;
  const kind = first !== undefined && first in least ? (first as keyof typeof least) : 'text';
  const [shut, writing] = least[kind];
  // A number needs no more room than itself, however wide the page is.
  if (kind === 'number') return `${open ? writing : shut}rem`;
  return `minmax(${open ? writing : shut}rem, ${width}fr)`;
}
