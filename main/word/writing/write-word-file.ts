import type { Form } from '../../../shared/model/form.ts';
import type { Outline } from '../../../shared/model/outline.ts';
import { withCarriedReport } from './carried-report.ts';
import { replaceOnce } from './cut-once.ts';
import { documentSkeleton } from './document-skeleton.ts';
import { corePropertiesXml, customPropertiesXml } from './package-parts.ts';
import { rowHeights } from './row-height.ts';
import { TableXml } from './table-xml.ts';
import type { WordMarks } from './word-marks.ts';
import { xmlText } from './xml-text.ts';
import { ZipEntryWriter, zipEntry } from './zip-entry.ts';
import { zipArchive } from './zip-writer.ts';

export interface WriteOptions {
  readonly marks: WordMarks;
  /** Municipality and department. */
  readonly author: string;
  /** What the file carries beside the print: carriedReport() as `sengen-report/1` on one line. */
  readonly carried?: string;
  /** Rows and fields (`row/field`) about which sides still differ: their cells are shaded. */
  readonly disputed?: ReadonlySet<string>;
  /** What stands on a page before the table: coverXml(). */
  readonly cover?: string;
  /** Called now and then on a long table, and at the end; `written` of `rows` rows stand. */
  readonly onProgress?: (written: number, rows: number) => void;
  /** Aborted, writing stops at the next breath and throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The bytes of the Word file that shows `outline`. The same input gives the same bytes. */
export async function writeWordFile(
  outline: Outline,
  form: Form,
  options: WriteOptions,
): Promise<Uint8Array> {
  options.signal?.throwIfAborted();
  const { pieces, entries } = await documentSkeleton(form);
  const document = new ZipEntryWriter('word/document.xml');
  try {
    document.write(
      withCover(pieces[0], options.cover) +
        xmlText(outline.title) +
        pieces[1] +
        xmlText(outline.headLine) +
        pieces[2],
    );
    await writeTable(document, outline, form, options);
    document.write(pieces[3]);
    const { carried } = options;
    const archive = zipArchive([
      ...(carried === undefined ? entries : await withCarriedReport(entries, carried)),
      zipEntry('docProps/core.xml', corePropertiesXml(outline.title, options.author)),
      zipEntry('docProps/custom.xml', customPropertiesXml(options.marks)),
      await document.end(),
    ]);
    options.signal?.throwIfAborted();
    return archive;
  } catch (error) {
    document.abandon();
    throw error;
  }
}

/** The opening of the document, with a cover before the title. */
function withCover(opening: string, cover = ''): string {
  return cover === '' ? opening : replaceOnce(opening, '<w:body>', `<w:body>${cover}`);
}

async function writeTable(
  document: ZipEntryWriter,
  outline: Outline,
  form: Form,
  { disputed, onProgress, signal }: WriteOptions,
): Promise<void> {
  const { rows } = outline;
  const heights = rowHeights(outline, form);
  const table = new TableXml(outline, disputed);
  for (const [index, row] of rows.entries()) {
    const handedOver = document.write(table.row(row, !heights.fits(row, index === 0)));
    if (!handedOver) continue;
    onProgress?.(index + 1, rows.length);
    await nextTurn();
    signal?.throwIfAborted();
  }
  document.write(table.end());
  onProgress?.(rows.length, rows.length);
}

/** Lets other work run: a click on Cancel, the drawing of progress, the compressor. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
