import { zipByHand, type HandEntry } from '../../scripts/suites/hostile-word/zip-by-hand.ts';

/** WordprocessingML put together as strings: what other programs write, and what only an attacker would. */

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export interface DocxByHand {
  /** The content of w:body. */
  readonly body: string;
  /** Parts beside the document: name under word/, type of its relationship, content. */
  readonly parts?: readonly { readonly name: string; readonly type: string; readonly xml: string }[];
  /** Entries of the package besides. */
  readonly more?: readonly HandEntry[];
  /** Passed over every XML part at the end. */
  readonly rewrite?: (xml: string) => string;
  readonly mainType?: string;
}

export function docxByHand({
  body,
  parts = [],
  more = [],
  rewrite = (xml) => xml,
  mainType,
}: DocxByHand): Buffer {
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const xml = (name: string, content: string): HandEntry => ({
    name,
    content: rewrite(declaration + content),
  });
  return zipByHand([
    xml(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/word/document.xml" ContentType="${mainType ?? `${wordType}.document.main+xml`}"/>` +
        parts
          .map(
            ({ name, type }) =>
              `<Override PartName="/word/${name}" ContentType="${wordType}.${type}+xml"/>`,
          )
          .join('') +
        '</Types>',
    ),
    xml(
      '_rels/.rels',
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        `<Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    xml(
      'word/_rels/document.xml.rels',
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        parts
          .map(
            ({ name, type }, index) =>
              `<Relationship Id="rId${index + 1}" Type="${relationships}/${type}" Target="${name}"/>`,
          )
          .join('') +
        '</Relationships>',
    ),
    xml(
      'word/document.xml',
      `<w:document xmlns:w="${wordNamespace}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"` +
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"' +
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"' +
        ` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="${relationships}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
    ...parts.map(({ name, xml: content }) => xml(`word/${name}`, content)),
    ...more,
  ]);
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A run; `\n` is a line break and `\t` a tab. */
export function run(text: string, tag: 't' | 'delText' = 't'): string {
  const pieces = text
    .split(/([\n\t])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '\n') return '<w:br/>';
      return piece === '\t' ? '<w:tab/>' : `<w:${tag} xml:space="preserve">${escaped(piece)}</w:${tag}>`;
    });
  return `<w:r>${pieces.join('')}</w:r>`;
}

/** A paragraph of runs, or of one text. */
export function paragraph(content: string, properties = ''): string {
  const runs = content.startsWith('<') || content === '' ? content : run(content);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

export interface CellByHand {
  /** Blocks as XML. */
  readonly xml: string;
  readonly span?: number;
  readonly merge?: 'restart' | 'continue';
}

export function cell(content: readonly string[] | CellByHand): string {
  const given: CellByHand =
    'xml' in content ? content : { xml: content.map((text) => paragraph(text)).join('') };
  const span = given.span === undefined ? '' : `<w:gridSpan w:val="${given.span}"/>`;
  const merge =
    given.merge === undefined ? '' : `<w:vMerge${given.merge === 'restart' ? ' w:val="restart"' : ''}/>`;
  return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${given.xml === '' ? '<w:p/>' : given.xml}</w:tc>`;
}

export function row(cells: readonly string[], properties = ''): string {
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
}

export function table(rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
}

/** A change's attributes. */
export function by(author: string, id = 1): string {
  return `w:id="${id}" w:author="${author}" w:date="2026-05-01T09:00:00Z"`;
}
