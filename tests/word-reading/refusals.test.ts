import { describe, expect, it } from 'vitest';
import { readWordDocument } from '../../main/word/reading/read-word-document.ts';
import { packageLimits } from '../../main/word/reading/read-package.ts';
import { XmlBudget, xmlLimits } from '../../main/word/reading/xml-budget.ts';
import { zipByHand } from '../../scripts/suites/hostile-word/zip-by-hand.ts';
import { docxByHand, paragraph, wordNamespace } from './docx-by-hand.ts';

async function refusal(bytes: Uint8Array): Promise<unknown> {
  const read = await readWordDocument(bytes);
  return read.ok ? 'read' : read.failure;
}

/** The start of an OLE compound file with a stream of this name in its directory. */
function compound(stream: string): Buffer {
  const signature = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return Buffer.concat([signature, Buffer.alloc(504), Buffer.from(stream, 'utf16le'), Buffer.alloc(100)]);
}

const body = paragraph('本文です。');
const macroType = 'application/vnd.ms-word.document.macroEnabled.main+xml';
const sheets = (type: string): Buffer =>
  zipByHand([
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x.xml" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
    },
  ]);

describe('A file that is no Word file of today is refused by what it is', () => {
  const cases: readonly (readonly [string, () => Uint8Array, object])[] = [
    ['empty', () => new Uint8Array(), { code: 'word-file-empty' }],
    ['.doc', () => compound('WordDocument'), { code: 'word-old-format' }],
    ['with a password', () => compound('EncryptedPackage'), { code: 'word-encrypted' }],
    ['.xls', () => compound('Workbook'), { code: 'not-a-word-file', kind: 'old-office' }],
    ['.docm', () => docxByHand({ body, mainType: macroType }), { code: 'word-with-macros' }],
    [
      'a .docx with macros hidden in it',
      () => docxByHand({ body, more: [{ name: 'word/vbaProject.bin', content: 'x' }] }),
      { code: 'word-with-macros', part: 'word/vbaProject.bin' },
    ],
    ['.xlsx', () => sheets('spreadsheetml.sheet'), { code: 'not-a-word-file', kind: 'spreadsheet' }],
    [
      '.pptx',
      () => sheets('presentationml.presentation'),
      { code: 'not-a-word-file', kind: 'presentation' },
    ],
    [
      '.odt',
      () =>
        zipByHand([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true }]),
      { code: 'not-a-word-file', kind: 'open-document' },
    ],
    [
      'any zip',
      () => zipByHand([{ name: 'a.txt', content: 'あ' }]),
      { code: 'not-a-word-file', kind: 'archive' },
    ],
    ['PDF', () => Buffer.from('%PDF-1.7\n\u0000'), { code: 'not-a-word-file', kind: 'pdf' }],
    ['RTF', () => Buffer.from('{\\rtf1 a}'), { code: 'not-a-word-file', kind: 'rich-text' }],
    ['text', () => Buffer.from('ただの文'), { code: 'not-a-word-file', kind: 'text' }],
    [
      'a picture',
      () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]),
      { code: 'not-a-word-file', kind: 'image' },
    ],
    ['nothing known', () => Buffer.from([1, 2, 3, 0, 4]), { code: 'not-a-word-file', kind: 'unknown' }],
    ['cut off', () => docxByHand({ body }).subarray(0, 900), { code: 'package-broken' }],
    [
      'without its document',
      () =>
        docxByHand({
          body,
          rewrite: (xml) => xml.replace('Target="word/document.xml"', 'Target="word/lost.xml"'),
        }),
      { code: 'part-missing', part: 'word/document.xml' },
    ],
  ];
  for (const [name, make, failure] of cases) {
    it(name, async () => {
      expect(await refusal(make())).toMatchObject(failure);
    });
  }
});

describe('A package that no honest program writes is refused', () => {
  const entries = [{ name: 'a.xml', content: '<a/>' }];
  const ended = (change: (end: Buffer) => void): Buffer => {
    const zip = zipByHand(entries);
    change(zip.subarray(zip.length - 22));
    return zip;
  };

  it('in several disks, as ZIP64, encrypted or with entries that share bytes', async () => {
    expect(await refusal(ended((end) => end.writeUInt16LE(1, 4)))).toMatchObject({ why: 'several-disks' });
    expect(await refusal(ended((end) => end.writeUInt16LE(0xffff, 10)))).toMatchObject({ why: 'zip64' });
    expect(await refusal(zipByHand([{ name: 'a.xml', content: 'a', claims: { flags: 1 } }]))).toMatchObject(
      { why: 'encrypted' },
    );
    const twice = zipByHand([...entries, { name: 'b.xml', content: '<a/>' }]);
    const directory = twice.readUInt32LE(twice.length - 6);
    twice.writeUInt32LE(0, directory + 46 + 5 + 42);
    expect(await refusal(twice)).toMatchObject({ code: 'package-refused', why: 'overlap' });
  });

  it('but a bomb that nothing points at is never unpacked', async () => {
    // Unpacked it would be more than any file of its size may hold.
    const bomb = { name: 'word/media/bomb.bin', content: Buffer.alloc(2 * packageLimits.unpacked) };
    expect(await refusal(docxByHand({ body, more: [bomb] }))).toBe('read');
    expect(
      await refusal(docxByHand({ body, more: [{ ...bomb, name: 'customXml/bomb.xml' }] })),
    ).toMatchObject({
      what: 'unpacked',
    });
  });
});

describe('XML that no honest program writes is refused, with the part that holds it', () => {
  const withXml = (change: (xml: string) => string): Uint8Array =>
    docxByHand({ body, rewrite: (xml) => (xml.includes(wordNamespace) ? change(xml) : xml) });
  const inBody = (content: string): Uint8Array => docxByHand({ body: body + content });

  it('by a document type, entities and broken markup', async () => {
    const part = 'word/document.xml';
    expect(await refusal(withXml((xml) => xml.replace('<w:document', '<!DOCTYPE a><w:document')))).toEqual({
      code: 'xml-doctype',
      part,
    });
    expect(await refusal(inBody('<w:p>&secret;</w:p>'))).toMatchObject({ code: 'xml-broken', part });
    expect(await refusal(inBody('<w:p>'))).toMatchObject({ code: 'xml-broken', part });
  });

  it('by depth and sheer size, measured over all parts together', async () => {
    expect(await refusal(inBody('<a>'.repeat(300) + '</a>'.repeat(300)))).toMatchObject({
      code: 'xml-too-large',
      what: 'depth',
    });
    expect(await refusal(inBody(`<a b="${'x'.repeat(70_000)}"/>`))).toMatchObject({ what: 'attribute' });
    expect(await refusal(inBody('<w:p/>'.repeat(2 * xmlLimits.paragraphs.any)))).toMatchObject({
      what: 'paragraphs',
    });
    // A bomb packs to next to nothing: it gets little room for its size, and 1,500 rows have theirs twice over.
    const paragraphs = (bytes: number): number => new XmlBudget(bytes).limitOf('paragraphs');
    expect(paragraphs(20_000)).toBeLessThan(1.3 * xmlLimits.paragraphs.any);
    expect(paragraphs(265_000)).toBeGreaterThan(2 * 25_866);
    expect(paragraphs(30_000_000)).toBe(xmlLimits.paragraphs.most);
    expect(await refusal(inBody('<b xmlns:a="c"/>'.repeat(xmlLimits.namespaces.any + 1)))).toMatchObject({
      what: 'namespaces',
    });
  });
});
