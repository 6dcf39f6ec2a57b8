import { reportForm } from '../../../shared/model/forms/official-form.ts';
import { outline } from '../../../shared/model/outline.ts';
import type { Report } from '../../../shared/model/report.ts';

/**
 * The least page that shows a report's rows: plain elements, no script, one field to type in.
 *
 * What is out of sight is neither laid out nor painted, as on our own page.
 */
export function barePage(report: Report): string {
  const { columns, rows } = outline(report, reportForm);
  const tracks = columns.map(({ width }) => `minmax(0,${width}fr)`).join(' ');
  const body = rows.map(({ cells }, at) => {
    const texts = cells.map(({ parts }) =>
      parts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => `<p>${escaped(text)}</p>`)).join(''),
    );
    // The first row's plan can be typed in.
    if (at === 0)
      texts[2] = `<textarea>${escaped(report.initiatives[0]?.plan.join('\n') ?? '')}</textarea>`;
    return `<div class=row>${texts.map((text) => `<div>${text}</div>`).join('')}</div>`;
  });
  return `<!doctype html><html lang=ja><meta charset=utf-8><title>bare</title><style>
body{margin:0;font:16px/1.5 sans-serif}p{margin:0}
.row{display:grid;grid-template-columns:${tracks};contain:layout style paint;content-visibility:auto;contain-intrinsic-size:auto 16rem;border-bottom:1px solid #999}
.row>div{padding:8px;min-width:0;overflow-wrap:anywhere}
textarea{width:100%;field-sizing:content;resize:none;font:inherit}
</style><body>${body.join('')}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
