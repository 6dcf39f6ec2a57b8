import type { Form } from '../../../shared/model/form.ts';
import { pageBreakKeys } from '../../../shared/model/report.ts';
import { pageStarts } from '../../state/workplace/page-starts.ts';
import type { Row } from '../../state/editing/row.svelte.ts';

/**
 * Reads off the rows as they stand on the screen's paper how they fall into pages.
 *
 * `body` is the table's; its rows carry `data-print-row`. `millimetresOfEm` is the size of the form's
 * body text.
 */
export function readPageStarts(
  body: HTMLElement,
  { name, page }: Form,
  rows: readonly Row[],
  millimetresOfEm: number,
): ReadonlyMap<string, number> {
  const paper = body.closest<HTMLElement>('.paper');
  const head = body.parentElement?.querySelector<HTMLElement>('thead');
  if (paper === null || head === null || head === undefined) return new Map();
  const pixels = parseFloat(getComputedStyle(paper).fontSize) / millimetresOfEm;
  const room = (page.height - page.margin.top - page.margin.bottom) * pixels;
  const above = body.getBoundingClientRect().top - paper.getBoundingClientRect().top;
  const heights = new Map(
    [...body.querySelectorAll<HTMLElement>('[data-print-row]')].map((line) => [
      line.dataset['printRow'],
      line.getBoundingClientRect().height,
    ]),
  );
  return pageStarts(
    rows.map(({ id, initiative }) => ({
      id,
      height: heights.get(id) ?? 0,
      pageBreakBefore: initiative[pageBreakKeys[name]],
    })),
    { first: room + page.margin.top * pixels - above, others: room - head.getBoundingClientRect().height },
  );
}
