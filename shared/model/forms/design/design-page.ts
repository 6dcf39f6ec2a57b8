import type { FormName, FormType } from '../../form.ts';
import type { DocumentForm, OfficeForm } from '../office-form.ts';
import { roomOf, scaledColumns, tableWidth } from './column-widths.ts';
import { withDocument } from './design-columns.ts';

/** Papers of Japanese offices: millimetres of their short and long sides (JIS B for B4 and B5). */
export const papers = {
  A4: { short: 210, long: 297 },
  A3: { short: 297, long: 420 },
  B4: { short: 257, long: 364 },
  B5: { short: 182, long: 257 },
} as const;
export type Paper = keyof typeof papers;
export const paperNames = Object.keys(papers) as readonly Paper[];

export type Orientation = 'portrait' | 'landscape';
export type Margin = keyof DocumentForm['page']['margin'];
export const margins = ['top', 'right', 'bottom', 'left'] as const satisfies readonly Margin[];

/** The paper of a document; null for any other size. */
export function paperOf({ page }: Pick<DocumentForm, 'page'>): Paper | null {
  const [short, long] = [Math.min(page.width, page.height), Math.max(page.width, page.height)];
  return (
    paperNames.find(
      (name) => Math.abs(papers[name].short - short) < 1 && Math.abs(papers[name].long - long) < 1,
    ) ?? null
  );
}

export function orientationOf({ page }: Pick<DocumentForm, 'page'>): Orientation {
  return page.width > page.height ? 'landscape' : 'portrait';
}

/** On another paper, or the same one turned; a table that filled the old one fills it too. */
export function withPaper(
  form: OfficeForm,
  document: FormName,
  paper: Paper,
  orientation: Orientation,
): OfficeForm {
  const { short, long } = papers[paper];
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short];
  return onPage(form, document, { ...form[document].page, width, height });
}

export function withMargin(
  form: OfficeForm,
  document: FormName,
  side: Margin,
  millimetres: number,
): OfficeForm {
  const { page } = form[document];
  return onPage(form, document, { ...page, margin: { ...page.margin, [side]: millimetres } });
}

export function withType(form: OfficeForm, document: FormName, type: Partial<FormType>): OfficeForm {
  return withDocument(form, document, { type: { ...form[document].type, ...type } });
}

/** Millimetres by which a table may miss the margin and still fill the page. */
const nearly = 1;

function onPage(form: OfficeForm, name: FormName, page: DocumentForm['page']): OfficeForm {
  const before = form[name];
  const room = roomOf({ page });
  const width = tableWidth(before);
  const refits = width > room || Math.abs(width - roomOf(before)) < nearly;
  const columns =
    refits && before.shape?.kind !== 'sheet' ? scaledColumns(before.columns, room) : before.columns;
  return withDocument(form, name, { page, columns });
}
