import type { Form, FormColumn } from '../../../shared/model/form.ts';

/** Narrowest that a column gets, in rem. */
const least = { number: 3, title: 5, text: 6 } as const;

/** A form's columns as grid tracks: the same for the headings and for every row, also while one writes in it. */
export function columnTracks({ columns }: Form): string {
  return columns.map(track).join(' ');
}

function track({ content, width }: FormColumn): string {
  // A number needs no more room than itself, however wide the page is.
  if (content[0] === 'number') return `${least.number}rem`;
  return `minmax(${content[0] === 'title' ? least.title : least.text}rem, ${width}fr)`;
}
