import { markedField } from '../reading/field-bookmark.ts';
import { hasText } from './cell-lines.ts';
import type { ReportColumn } from './report-column.ts';
import { cellWith, type Cells } from './row-cells.ts';
import type { UnplacedReason } from './understood-report.ts';

/** Why a row of the table is no initiative. */
export type AsideRow = Extract<UnplacedReason, 'total-row' | 'example-row' | 'number-only'>;

const total = /^[([【〔]?(?:(?:小|合|総|累)?計|総数|平均)(?:値|欄)?[)\]】〕]?(?:[([].*[)\]])?$/;
const example =
  /^(?:[([【〔<](?:記入|記載|入力|作成)?例示?\d*[)\]】〕>]|(?:記入|記載|入力|作成)例|例\d*(?:[):]|$))/;

/** Why a row is no initiative but sums the others up, shows how to fill one in, or waits to be filled in; null for any other. */
export function asideRow(cells: Cells, columns: readonly ReportColumn[]): AsideRow | null {
  const [number, title] = [textUnder('number'), textUnder('title')];
  const lead = number === '' ? title : number;
  if (total.test(lead)) return 'total-row';
  if ([number, title].some((text) => example.test(text))) return 'example-row';
  const filled = [...cells.values()].flatMap(({ lines }) => lines.filter(hasText));
  const onlyNumber = number !== '' && filled.length === 1;
  return onlyNumber && !bearsMarks(cells) ? 'number-only' : null;

  function textUnder(field: 'number' | 'title'): string {
    const lines = cellWith(cells, columns, field)?.lines ?? [];
    return lines.map(({ text }) => text.normalize('NFKC').replace(/\s+/g, '')).join('');
  }
}

/** The program's own rows stay rows, empty or not. */
function bearsMarks(cells: Cells): boolean {
  return [...cells.values()].some(({ lines }) =>
    lines.some(({ bookmarks }) => bookmarks.some((name) => markedField(name) !== null)),
  );
}
