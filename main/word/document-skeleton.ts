import type { Form } from '../../shared/model/form.ts';
import { fontTableXml } from './font-table.ts';
import { halfPointsOf, twipsOf } from './lengths.ts';
import {
  applicationPropertiesXml,
  contentTypesXml,
  documentRelationshipsXml,
  packageRelationshipsXml,
} from './package-parts.ts';
import { paragraphStyles, styleIds } from './paragraph-styles.ts';
import { readPackageParts } from './read-package.ts';
import { zipEntry, type ZipEntry } from './zip-entry.ts';

/**
 * Everything of a document that depends on the form alone.
 *
 * The `docx` library makes it, once per form: with the library the table of a long report costs ten
 * times what its strings cost, and six tenths of a short one are styles and settings that never change.
 */
export interface DocumentSkeleton {
  /** document.xml in four pieces; title, head line and table stand between them. */
  readonly pieces: readonly [string, string, string, string];
  /** The parts that no report changes, compressed. */
  readonly entries: readonly ZipEntry[];
}

const skeletons = new Map<string, Promise<DocumentSkeleton>>();
const kept = 16;

/** The skeleton of `form`, made when first asked for. A memo of a pure function: nobody can see it but by the clock. */
export function documentSkeleton(form: Form): Promise<DocumentSkeleton> {
  const key = JSON.stringify([form.page, form.type]);
  const known = skeletons.get(key);
  if (known !== undefined) return known;
  const made = makeSkeleton(form);
  if (skeletons.size >= kept) skeletons.clear();
  skeletons.set(key, made);
  // A failure is not kept: the next export tries again.
  made.catch(() => skeletons.delete(key));
  return made;
}

const titlePlace = 'sengen-title-place';
const headLinePlace = 'sengen-head-line-place';
const tablePlace = 'sengen-table-place';

async function makeSkeleton(form: Form): Promise<DocumentSkeleton> {
  const parts = await libraryParts(form);
  const document = part(parts, 'word/document.xml');
  const [beforeTitle, afterTitle] = cut(document, titlePlace);
  const [beforeHeadLine, afterHeadLine] = cut(afterTitle, headLinePlace);
  const [beforeTable, afterTable] = cut(
    afterHeadLine,
    `<w:p><w:r><w:t xml:space="preserve">${tablePlace}</w:t></w:r></w:p>`,
  );
  return {
    pieces: [beforeTitle, beforeHeadLine, beforeTable, afterTable],
    entries: [
      zipEntry('[Content_Types].xml', contentTypesXml()),
      zipEntry('_rels/.rels', packageRelationshipsXml()),
      zipEntry('word/_rels/document.xml.rels', documentRelationshipsXml()),
      zipEntry('word/styles.xml', stylesXml(part(parts, 'word/styles.xml'))),
      zipEntry('word/settings.xml', settingsXml(part(parts, 'word/settings.xml'))),
      zipEntry('word/fontTable.xml', fontTableXml(form.type.font)),
      zipEntry('word/theme/theme1.xml', part(parts, 'word/theme/theme1.xml')),
      zipEntry('docProps/app.xml', applicationPropertiesXml()),
    ],
  };
}

async function libraryParts(form: Form): Promise<Map<string, Uint8Array>> {
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
            // The library wants the sides of the upright page and turns them itself.
            size: {
              width: twipsOf(form.page.height),
              height: twipsOf(form.page.width),
              orientation: PageOrientation.LANDSCAPE,
            },
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
          new Paragraph({ style: styleIds.title, children: [new TextRun(titlePlace)] }),
          new Paragraph({ style: styleIds.headLine, children: [new TextRun(headLinePlace)] }),
          new Paragraph(tablePlace),
          // Word wants a paragraph after a table. This one is a point high and hidden, so that it can't
          // make an empty page when the table fills the last one.
          new Paragraph({ style: styleIds.seam, run: { vanish: true } }),
        ],
      },
    ],
  });
  const read = await readPackageParts(await Packer.toBuffer(document));
  if (!read.ok) throw new Error(`the library's own document can't be read: ${read.failure.code}`);
  return read.value;
}

/**
 * How lines are broken, for the style that all others stand on. In the document's defaults LibreOffice
 * would overlook it.
 */
const eastAsianLines =
  '<w:widowControl w:val="0"/><w:kinsoku/><w:wordWrap/>' +
  // No stop hangs over the edge: it would touch the cell's border.
  '<w:overflowPunct w:val="0"/>' +
  // Half-width letters and digits are half an em wide: with no space added, text keeps to whole and half ems.
  '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>';

/** The library's styles without those that no document of ours uses, and with East Asian line breaking. */
function stylesXml(xml: string): string {
  const used = new Set<string>(['Normal', 'TableNormal', ...Object.values(styleIds)]);
  const lean = xml.replaceAll(/<w:style .*?<\/w:style>/gs, (style) =>
    used.has(/w:styleId="([^"]*)"/.exec(style)?.[1] ?? '') ? style : '',
  );
  return replaceOnce(
    lean,
    '<w:name w:val="Normal"/><w:qFormat/>',
    `<w:name w:val="Normal"/><w:qFormat/><w:pPr>${eastAsianLines}</w:pPr>`,
  );
}

/** The library's settings with those of Word's own Japanese documents that the library has no name for. */
function settingsXml(xml: string): string {
  const setting = (name: string, value: string) =>
    `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`;
  const compressed = replaceOnce(
    replaceOnce(xml, '<w:displayBackgroundShape/>', ''),
    '<w:compat>',
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>',
  );
  return replaceOnce(
    compressed,
    '</w:compat>',
    setting('overrideTableStyleFontSizeAndJustification', '1') +
      setting('enableOpenTypeFeatures', '1') +
      setting('doNotFlipMirrorIndents', '1') +
      setting('differentiateMultirowTableHeaders', '1') +
      '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/>' +
      '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
  );
}

function part(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  const bytes = parts.get(name);
  if (bytes === undefined) throw new Error(`the library wrote no ${name}`);
  return new TextDecoder().decode(bytes);
}

function replaceOnce(text: string, found: string, replacement: string): string {
  const [before, after] = cut(text, found);
  return before + replacement + after;
}

/** `text` before and after the one place where `mark` stands. */
function cut(text: string, mark: string): [string, string] {
  const pieces = text.split(mark);
  const [before, after] = pieces;
  if (before === undefined || after === undefined || pieces.length !== 2) {
    throw new Error(`"${mark}" stands ${pieces.length - 1} times in what the library wrote`);
  }
  return [before, after];
}
