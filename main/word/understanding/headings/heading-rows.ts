import { withoutBullet } from '../../../../shared/reading/bullet.ts';
import { isOwnField } from '../../../../shared/model/fields/field.ts';
import type { FormColumn } from '../../../../shared/model/form.ts';
import type { ViewCell, ViewRow } from '../../reading/view-blocks.ts';
import { hasText, linesOf } from '../cell-lines.ts';
import type { ColumnField } from '../field-names.ts';
import type { ReadFor } from '../known-form.ts';
import { endsSentence } from '../sentences.ts';
import { isNumber, opensWithFigure } from '../values.ts';
import { headingMeaning, type HeadingMeaning } from './heading-meaning.ts';

/** Fields of which two make a table a report's (see tells): a section alone stands in many tables. */
const telling: ReadonlySet<ColumnField> = new Set([
  'title',
  'plan',
  'targets',
  'results',
  'direction',
  'outcomes',
]);

/** A cell with what it says as a heading. */
export interface ReadHeading extends HeadingMeaning {
  readonly cell: Pick<ViewCell, 'column' | 'span' | 'merge'>;
}

/** What was read of a row as headings, and for what; a row is asked about several times. */
const known = new WeakMap<
  readonly ViewCell[],
  { readonly reading: ReadFor; readonly read: readonly ReadHeading[] }
>();

/** What each cell of a row says as a heading. */
export function headingsIn({ cells }: Pick<ViewRow, 'cells'>, reading: ReadFor): readonly ReadHeading[] {
  const before = known.get(cells);
  const isSame = before?.reading.fiscalYear === reading.fiscalYear && before.reading.form === reading.form;
  if (before !== undefined && isSame) return before.read;
  const read = cells.map((cell) => ({
    ...headingMeaning(
      linesOf(cell.blocks)
        .filter(hasText)
        .map(({ text }) => text.trim()),
      reading,
    ),
    cell,
  }));
  known.set(cells, { reading, read });
  return read;
}

/** True for what names a field, or something else that stands in such tables, and nothing more. */
export function isLabel({ kind }: HeadingMeaning): boolean {
  return kind === 'field' || kind === 'another' || kind === 'frame';
}

/** True for a row that says over which columns what stands. */
export function isHeadingRow(row: ViewRow, reading: ReadFor): boolean {
  // A row of the report may hold labels and nothing else; the program's marks tell it.
  const ofReport = row.cells.some(({ blocks }) =>
    blocks.some((block) => 'bookmarks' in block && block.bookmarks.length > 0),
  );
  if (ofReport) return false;
  if (contentUnder(row, reading) !== null) return true;
  const all = headingsIn(row, reading);
  // Most rows name nothing, and each is asked about several times.
  if (all.filter(({ kind }) => kind === 'field').length < 2) return false;
  const read = all.filter(({ text }) => text !== '');
  const fields = new Set(read.flatMap((heading) => heading.fields));
  return (
    tells(fields) &&
    read.filter(isLabel).length * 2 >= read.length &&
    !read.some((heading) => isContent(heading))
  );
}

/** Names of a report's fields: two that every report has, or 取組名 and two that the form brings. */
function tells(fields: ReadonlySet<ColumnField>): boolean {
  const named = [...fields].filter((field) => telling.has(field)).length;
  return named >= 2 || (fields.has('title') && [...fields].filter(isOwnField).length >= 2);
}

/** What stands under a row that is the headings of the form's own table; null for any other row. */
export function contentUnder(
  { cells }: Pick<ViewRow, 'cells'>,
  { form }: ReadFor,
): readonly FormColumn[] | null {
  if (form.form === null) return null;
  return form.contentUnder(
    cells.map(({ blocks }) =>
      linesOf(blocks)
        .filter(hasText)
        .map(({ text }) => text.trim())
        .join(''),
    ),
  );
}

/** A further row of headings, under those above it: names, times and units, and nothing else. */
export function goesOnAsHeading(row: ViewRow | undefined, reading: ReadFor): boolean {
  if (row === undefined) return false;
  if (isHeadingRow(row, reading)) return true;
  const read = headingsIn(row, reading);
  const own = read.filter(({ text, cell }) => text !== '' && cell.merge !== 'continued');
  if (own.length === 0) return read.some(({ remarks }) => remarks.length > 0);
  // One word by itself is a heading only below others that all go on beside it.
  const alone = own.length === 1 && read.filter(({ cell }) => cell.merge !== 'continued').length > 1;
  return !alone && read.length > 1 && own.every(isLabel);
}

/** What no heading says: a sentence, an item, a number, a figure. */
function isContent({ text, kind }: HeadingMeaning): boolean {
  if (isNumber(text)) return true;
  if (kind !== 'unknown') return false;
  return text.length > 60 || endsSentence(text) || withoutBullet(text).mark !== '' || opensWithFigure(text);
}
