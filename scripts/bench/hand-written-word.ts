import { crc32, deflateRawSync } from 'node:zlib';
import type { Form } from '../../shared/model/form.ts';
import type { Outline } from '../../shared/model/outline.ts';

/**
 * The yardstick for the Word writer: the least work that gives a file with the same table.
 *
 * document.xml by string concatenation, zipped by node:zlib at level 6; no library, no cleaning of
 * characters, no measuring of rows, no breath for the event loop.
 */
export function handWrittenWord(outline: Outline, form: Form): Uint8Array {
  return zip([
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', relationships('officeDocument', 'word/document.xml')],
    ['word/_rels/document.xml.rels', relationships('styles', 'styles.xml')],
    ['word/styles.xml', styles(form)],
    ['word/document.xml', documentXml(outline, form)],
  ]);
}

const start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const contentTypes =
  `${start}<Types xmlns="${packaging}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/>` +
  `<Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/></Types>`;

const styleNames = {
  plain: 'SengenCell',
  label: 'SengenLabel',
  bullet: 'SengenBullet',
  'as-of': 'SengenAsOf',
  figure: 'SengenFigure',
} as const;

function relationships(kind: string, target: string): string {
  return (
    `${start}<Relationships xmlns="${packaging}/relationships">` +
    `<Relationship Id="rId1" Type="${office}/${kind}" Target="${target}"/></Relationships>`
  );
}

function styles({ type }: Form): string {
  return (
    `${start}<w:styles ${main}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${type.font}" w:eastAsia="${type.font}"/>` +
    `<w:sz w:val="${type.bodySize * 2}"/></w:rPr></w:rPrDefault></w:docDefaults>` +
    [...Object.values(styleNames), 'SengenNumber']
      .map((id) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/></w:style>`)
      .join('') +
    '</w:styles>'
  );
}

function documentXml(outline: Outline, form: Form): string {
  const widths = outline.columns.map(({ width }) => Math.round((width / 25.4) * 1440));
  let bookmark = 0;
  let xml =
    `${start}<w:document ${main}><w:body><w:p><w:r><w:t>${escaped(outline.title)}</w:t></w:r></w:p>` +
    `<w:p><w:r><w:t>${escaped(outline.headLine)}</w:t></w:r></w:p>` +
    '<w:tbl><w:tblPr><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>';
  for (const width of widths) xml += `<w:gridCol w:w="${width}"/>`;
  xml += '</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>';
  for (const { heading } of outline.columns) {
    xml += '<w:tc>';
    for (const line of heading) xml += `<w:p><w:r><w:t>${escaped(line)}</w:t></w:r></w:p>`;
    xml += '</w:tc>';
  }
  xml += '</w:tr>';
  for (const row of outline.rows) {
    xml += '<w:tr><w:trPr><w:cantSplit/></w:trPr>';
    for (const [index, cell] of row.cells.entries()) {
      xml += `<w:tc><w:tcPr><w:tcW w:w="${widths[index]}" w:type="dxa"/></w:tcPr>`;
      for (const { field, paragraphs } of cell.parts) {
        const last = paragraphs.length - 1;
        for (const [at, { kind, text }] of paragraphs.entries()) {
          xml += `<w:p><w:pPr><w:pStyle w:val="${field === 'number' ? 'SengenNumber' : styleNames[kind]}"/></w:pPr>`;
          if (at === 0) xml += `<w:bookmarkStart w:id="${bookmark}" w:name="_sg_${row.id}_${field}"/>`;
          xml += `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
          xml += at === last ? `<w:bookmarkEnd w:id="${bookmark++}"/></w:p>` : '</w:p>';
        }
      }
      xml += '</w:tc>';
    }
    xml += '</w:tr>';
  }
  const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);
  return (
    `${xml}</w:tbl><w:p/><w:sectPr><w:pgSz w:w="${twips(form.page.width)}" w:h="${twips(form.page.height)}"` +
    ' w:orient="landscape"/></w:sectPr></w:body></w:document>'
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function zip(files: readonly (readonly [name: string, content: string])[]): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const bytes = Buffer.from(content);
    const deflated = deflateRawSync(bytes, { level: 6 });
    const label = Buffer.from(name);
    const local = Buffer.alloc(30);
    const central = Buffer.alloc(46);
    local.writeUInt32LE(0x04034b50, 0);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt32LE(offset, 42);
    for (const [header, at] of [
      [local, 4],
      [central, 6],
    ] as const) {
      header.writeUInt16LE(20, at);
      header.writeUInt16LE(8, at + 4);
      header.writeUInt32LE(crc32(bytes), at + 10);
      header.writeUInt32LE(deflated.length, at + 14);
      header.writeUInt32LE(bytes.length, at + 18);
      header.writeUInt16LE(label.length, at + 22);
    }
    pieces.push(local, label, deflated);
    directory.push(central, label);
    offset += local.length + label.length + deflated.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, index, end]);
}
