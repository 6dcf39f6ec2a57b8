import type { OutlineParagraph, OutlinePart } from '../../../shared/model/outline.ts';
import { styleIds, styleOfKind } from './paragraph-styles.ts';
import { xmlText } from './xml-text.ts';

/**
 * Characters that are narrow in the West and wide in Japan (→, ×, ①, gaiji). Word asks the run which it
 * is to be, for the face and for line breaking (ECMA-376 17.3.2.26); all others it knows by themselves.
 */
const ambiguous = /[\u00A1-\u00FF\u02B0-\u04FF\u1E00-\u1EFF\u2000-\u2BFF\uE000-\uF8FF\uFB00-\uFB1C]/;

const eastAsian = '<w:rFonts w:hint="eastAsia"/>';

/** `keep`: it stays on the page of the next one. */
export function paragraphXml(style: string, text: string, keep = false): string {
  return `${paragraphStart(style, '', keep)}${runXml(text)}</w:p>`;
}

/**
 * The paragraphs of one field of one row, inside a bookmark by which they are found again in a file
 * that comes back; a name that opens with `_` is hidden from Word's list of bookmarks. Null sets none.
 */
export function partXml(part: OutlinePart, bookmark: string | null, id: number, keep = false): string {
  const { field, paragraphs } = part;
  const last = paragraphs.length - 1;
  let xml = '';
  for (let index = 0; index <= last; index += 1) {
    const paragraph = paragraphs[index] as OutlineParagraph;
    xml += paragraphStart(field === 'number' ? styleIds.number : styleOfKind[paragraph.kind], '', keep);
    if (index === 0 && bookmark !== null) xml += `<w:bookmarkStart w:id="${id}" w:name="${bookmark}"/>`;
    xml += runXml(paragraph.text);
    xml += index === last && bookmark !== null ? `<w:bookmarkEnd w:id="${id}"/></w:p>` : '</w:p>';
  }
  return xml;
}

/**
 * `mark` says what became of the paragraph's end, in run properties; empty for an ordinary one. `keep`: it stays on the
 * page of the next one.
 */
export function paragraphStart(style: string, mark = '', keep = false): string {
  const end = mark === '' ? '' : `<w:rPr>${mark}</w:rPr>`;
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keep ? '<w:keepNext/>' : ''}${end}</w:pPr>`;
}

/** `element` is `w:delText` inside a deletion (ECMA-376 17.3.3.7); `look` are further run properties. */
export function runXml(text: string, element: 'w:t' | 'w:delText' = 'w:t', look = ''): string {
  if (text === '') return '';
  const hint = ambiguous.test(text) ? eastAsian : '';
  const properties = hint === '' && look === '' ? '' : `<w:rPr>${hint}${look}</w:rPr>`;
  return `<w:r>${properties}<${element} xml:space="preserve">${xmlText(text)}</${element}></w:r>`;
}
