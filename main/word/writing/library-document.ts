import type { Form, FormPage } from '../../../shared/model/form.ts';
import { halfPointsOf, twipsOf } from './lengths.ts';
import { paragraphStyles, styleIds } from './paragraph-styles.ts';
import { readPackageParts } from '../reading/read-package.ts';

/** Texts by which the places of a report's own words are found in the library's document. */
export const places = {
  title: 'sengen-title-place',
  headLine: 'sengen-head-line-place',
  table: 'sengen-table-place',
} as const;

/** The parts of a document without a table, as the `docx` library writes them for `form`. */
export async function libraryParts(form: Form): Promise<Map<string, Uint8Array>> {
  // Loading the library takes longer than writing a report, so only who writes one pays for it.
  const { Document, Packer, PageOrientation, Paragraph, TextRun } = await import('docx');
  const { font, bodySize } = form.type;
  const { margin } = form.page;
  const document = new Document({
    compatibility: {
      version: 15,
      balanceSingleByteDoubleByteWidth: true,
      doNotExpandShiftReturn: true,
      useFELayout: true,
    },
    styles: {
      default: {
        document: {
          run: {
            font: { ascii: font, eastAsia: font, hAnsi: font, cs: font },
            size: halfPointsOf(bodySize),
            language: { value: 'ja-JP', eastAsia: 'ja-JP', bidirectional: 'ar-SA' },
          },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      },
      paragraphStyles: paragraphStyles(form),
    },
    sections: [
      {
        properties: {
          page: {
            size: pageSize(form.page, PageOrientation),
            margin: {
              top: twipsOf(margin.top),
              right: twipsOf(margin.right),
              bottom: twipsOf(margin.bottom),
              left: twipsOf(margin.left),
              header: twipsOf(Math.min(margin.top, 5)),
              footer: twipsOf(Math.min(margin.bottom, 5)),
              gutter: 0,
            },
          },
        },
        children: [
          new Paragraph({ style: styleIds.title, children: [new TextRun(places.title)] }),
          new Paragraph({ style: styleIds.headLine, children: [new TextRun(places.headLine)] }),
          new Paragraph(places.table),
          // A table must be followed by a paragraph. This one is a point high and, for Word, hidden, so that
          // it makes no empty page when the table fills the last one (LibreOffice still needs the point).
          new Paragraph({ style: styleIds.seam, run: { vanish: true } }),
        ],
      },
    ],
  });
  const read = await readPackageParts(await Packer.toBuffer(document));
  if (!read.ok) throw new Error(`the library's own document can't be read: ${read.failure.code}`);
  return read.value;
}

/** Upright or lying, as its sides say. The library wants the sides of the upright page and turns them itself. */
function pageSize<Orientation>(
  page: FormPage,
  orientation: { readonly LANDSCAPE: Orientation; readonly PORTRAIT: Orientation },
): { width: number; height: number; orientation: Orientation } {
  const [width, height] = [twipsOf(page.width), twipsOf(page.height)];
  return page.width > page.height
    ? { width: height, height: width, orientation: orientation.LANDSCAPE }
    : { width, height, orientation: orientation.PORTRAIT };
}
