import type { ViewRow } from '../../reading/view-blocks.ts';
import { comparable, fieldNamed } from '../field-names.ts';
import type { ReadFor } from '../known-form.ts';
import type { ReportColumn } from '../report-column.ts';
import { headingMeaning, type HeadingMeaning } from './heading-meaning.ts';
import { headingsIn } from './heading-rows.ts';

/** Words that say of the heading above them only what is written there. */
const generic = /^(?:内容|概要|状況|詳細|説明|記述|記載|本文|文章|実績|結果|名称|件名)$/;

/** One column for each cell of the lowest of the rows of headings. */
export function stackedColumns(rows: readonly ViewRow[], reading: ReadFor): ReportColumn[] {
  const read = rows.map((row) => headingsIn(row, reading));
  return (read.at(-1) ?? []).map(({ cell }) => {
    const [from, to] = [cell.column, cell.column + cell.span];
    const above = read
      .map((row) =>
        row.find(({ text, cell: { column, span } }) => text !== '' && column < to && column + span > from),
      )
      .filter((heading) => heading !== undefined);
    return { from, to, ...meaningOf(above, reading) };
  });
}

/** What headings over each other say together, topmost first. */
function meaningOf(
  above: readonly HeadingMeaning[],
  reading: ReadFor,
): Pick<ReportColumn, 'heading' | 'fields' | 'place' | 'anotherTime'> {
  const lowest = above.at(-1);
  if (lowest === undefined) return { heading: '', fields: [] };
  const upper = above.slice(0, -1).findLast(({ kind }) => kind === 'field');
  if (above.some(({ anotherTime }) => anotherTime)) {
    return { heading: above.map(({ text }) => text).join(' '), fields: [], anotherTime: true };
  }
  const named = (heading: HeadingMeaning) => ({
    heading: heading.text,
    fields: heading.fields,
    place: heading.place,
  });
  // 取組 over 内容 is 取組内容.
  const both = above.length < 2 ? '' : (above.at(-2)?.text ?? '') + lowest.text;
  if (both !== '' && (fieldNamed(comparable(both)) ?? reading.form.fieldNamed(both)) !== undefined) {
    return named(headingMeaning([both], reading));
  }
  if (upper !== undefined && generic.test(comparable(lowest.text)) && !upper.fields.includes('title')) {
    return { ...named(upper), heading: lowest.text };
  }
  // The lowest heading that says something counts: 結果 over 今後の取組 is 今後の取組.
  if (lowest.kind === 'frame' && upper !== undefined) return named(upper);
  return named(lowest);
}
