import type { Form } from '../../../shared/model/form.ts';
import { pageBreakKeys } from '../../../shared/model/report.ts';
import { pageStarts } from '../../state/workplace/page-starts.ts';
import type { Row } from '../../state/editing/row.svelte.ts';

/**
 * Reads off the rows as they stand on the screen's paper how they fall into pages.
 *
 * `body` is the table's; its lines carry `data-print-row`, each that of its row. `millimetresOfEm` is the size of the form's
 * body text.
 */
export function readPageStarts(
  body: HTMLElement,
  { name, page, shape }: Form,
  rows: readonly Row[],
  millimetresOfEm: number,
): ReadonlyMap<string, number> {
  const paper = body.closest<HTMLElement>('.paper');
  if (paper === null) return new Map();
  // Sheets have none.
  const head = body.parentElement?.querySelector<HTMLElement>('thead') ?? null;
  const pixels = parseFloat(getComputedStyle(paper).fontSize) / millimetresOfEm;
  const room = (page.height - page.margin.top - page.margin.bottom) * pixels;
  const above = body.getBoundingClientRect().top - paper.getBoundingClientRect().top;
  const heights = new Map<string, number>();
  for (const line of body.querySelectorAll<HTMLElement>('[data-print-row]')) {
    const id = line.dataset['printRow'] ?? '';
    heights.set(id, (heights.get(id) ?? 0) + line.getBoundingClientRect().height);
  }
  return pageStarts(
    rows.map(({ id, initiative }, at) => ({
      id,
      height: heights.get(id) ?? 0,
      pageBreakBefore:
        initiative[pageBreakKeys[name]] || (shape?.kind === 'sheet' && shape.onePageEach && at > 0),
    })),
    {
      first: room + page.margin.top * pixels - above,
      others: room - (head?.getBoundingClientRect().height ?? 0),
    },
  );
}
