import {
  Bookmark,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import type { Form } from '../../shared/model/form.ts';
import type { Outline } from '../../shared/model/outline.ts';

/** The same table by the `docx` library as its manual shows it, for comparison only. */
export function plainDocxWord(outline: Outline, form: Form): Promise<Uint8Array> {
  const paragraph = (text: string) => new Paragraph({ children: [new TextRun(text)] });
  const heading = new TableRow({
    tableHeader: true,
    children: outline.columns.map((column) => new TableCell({ children: column.heading.map(paragraph) })),
  });
  const rows = outline.rows.map(
    ({ id, cells }) =>
      new TableRow({
        cantSplit: true,
        children: cells.map(
          ({ parts }) =>
            new TableCell({
              children: parts.flatMap(({ field, paragraphs }) =>
                paragraphs.map(({ text }, index) =>
                  index === 0
                    ? new Paragraph({
                        children: [
                          new Bookmark({ id: `_sg_${id}_${field}`, children: [new TextRun(text)] }),
                        ],
                      })
                    : paragraph(text),
                ),
              ),
            }),
        ),
      }),
  );
  const document = new Document({
    styles: { default: { document: { run: { font: form.type.font, size: form.type.bodySize * 2 } } } },
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: [
          paragraph(outline.title),
          paragraph(outline.headLine),
          new Table({ rows: [heading, ...rows] }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
