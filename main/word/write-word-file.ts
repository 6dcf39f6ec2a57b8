import type { Form } from '../../shared/model/form.ts';
import type { Outline } from '../../shared/model/outline.ts';
import { documentSkeleton } from './document-skeleton.ts';
import { corePropertiesXml, customPropertiesXml } from './package-parts.ts';
import { rowHeights } from './row-height.ts';
import { TableXml } from './table-xml.ts';
import { xmlText } from './xml-text.ts';
import { zipArchive, zipEntry } from './zip-writer.ts';

/** What a Word file carries so that it is known when it comes back. */
export interface WordMarks {
  /** The report's identifier. */
  readonly report: string;
  readonly revision: number;
  readonly contentHash: string;
  /** The form's name. */
  readonly form: string;
}

export interface WriteOptions {
  readonly marks: WordMarks;
  /** Municipality and department. */
  readonly author: string;
  /** Called now and then on a long table, and at the end; `written` of `rows` rows stand. */
  readonly onProgress?: (written: number, rows: number) => void;
  /** Aborted, writing stops at the next breath and throws the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Milliseconds of writing after which the program draws breath, so that it can show progress and be stopped. */
const breath = 12;
/** Rows between two looks at the clock. */
const stride = 32;

/** The bytes of the Word file that shows `outline`. The same input gives the same bytes. */
export async function writeWordFile(
  outline: Outline,
  form: Form,
  options: WriteOptions,
): Promise<Uint8Array> {
  options.signal?.throwIfAborted();
  const { pieces, entries } = await documentSkeleton(form);
  const table = await writeTable(outline, form, options);
  const document =
    pieces[0] +
    xmlText(outline.title) +
    pieces[1] +
    xmlText(outline.headLine) +
    pieces[2] +
    table +
    pieces[3];
  const archive = zipArchive([
    ...entries,
    await zipEntry('docProps/core.xml', corePropertiesXml(outline.title, options.author)),
    await zipEntry('docProps/custom.xml', customPropertiesXml(options.marks)),
    await zipEntry('word/document.xml', document),
  ]);
  options.signal?.throwIfAborted();
  return archive;
}

async function writeTable(outline: Outline, form: Form, options: WriteOptions): Promise<string> {
  const { rows } = outline;
  const heights = rowHeights(outline, form);
  const table = new TableXml(outline);
  let xml = '';
  let rested = performance.now();
  for (const [index, row] of rows.entries()) {
    xml += table.row(row, !heights.fits(row, index === 0));
    if (index % stride === stride - 1 && performance.now() - rested > breath) {
      options.onProgress?.(index + 1, rows.length);
      await nextTurn();
      options.signal?.throwIfAborted();
      rested = performance.now();
    }
  }
  options.onProgress?.(rows.length, rows.length);
  return xml + table.end();
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
