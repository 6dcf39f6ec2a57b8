import type { DocumentLine } from '../../../shared/words/document-line.ts';
import { halfPointsOf, twipsOfPoints } from './lengths.ts';
import { runXml } from './paragraph-xml.ts';
import { pageBreak } from './table-xml.ts';

/** Points. Type and lines of a letter; its title and headings stand off. */
const size = 11;
const line = 17;
const titleSize = 14;

const looks: {
  readonly [look in DocumentLine['look']]: { readonly paragraph: string; readonly run: string };
} = {
  right: { paragraph: `${spacing(0, 12)}<w:jc w:val="right"/>`, run: runOf(size) },
  title: { paragraph: `${spacing(12, 12)}<w:jc w:val="center"/>`, run: runOf(titleSize) },
  left: { paragraph: spacing(0, 0), run: runOf(size) },
  heading: { paragraph: `<w:keepNext/>${spacing(8, 0)}`, run: runOf(size) },
  item: { paragraph: `${spacing(0, 0)}<w:ind w:left="${twipsOfPoints(size * 2)}"/>`, run: runOf(size) },
};

/**
 * The paragraphs of a letter. What they look like stands on themselves: the styles are those of the report, whose files
 * say the same bytes for the same content.
 */
export function linesXml(lines: readonly DocumentLine[]): string {
  return lines
    .map(({ look, text }) => {
      const { paragraph, run } = looks[look];
      return `<w:p><w:pPr>${paragraph}</w:pPr>${runXml(text, 'w:t', run)}</w:p>`;
    })
    .join('');
}

/** A letter on a page of its own, before what the document says. */
export function coverXml(lines: readonly DocumentLine[]): string {
  return linesXml(lines) + pageBreak;
}

function spacing(before: number, after: number): string {
  return (
    `<w:spacing w:before="${twipsOfPoints(before)}" w:after="${twipsOfPoints(after)}"` +
    ` w:line="${twipsOfPoints(line)}" w:lineRule="exact"/>`
  );
}

function runOf(points: number): string {
  return `<w:sz w:val="${halfPointsOf(points)}"/><w:szCs w:val="${halfPointsOf(points)}"/>`;
}
