import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packageLimits, readPackageParts } from '../../main/word/reading/read-package.ts';
import { readTableText } from '../../main/word/reading/read-table-text.ts';
import { readXml } from '../../main/word/reading/read-xml.ts';
import { partLimits, xmlLimits } from '../../main/word/reading/xml-budget.ts';
import type { ZipEntry } from '../../main/word/writing/zip-entry.ts';
import { zipEntry } from '../../main/word/writing/zip-entry.ts';
import { zipArchive } from '../../main/word/writing/zip-writer.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const silent = { open: () => undefined, close: () => undefined, text: () => undefined };

/** An entry of `size` zeros that claims to hold `claimed` bytes. */
function zeros(name: string, size: number, claimed = size): ZipEntry {
  const bytes = Buffer.alloc(size);
  return { name, crc: crc32(bytes), size: claimed, deflated: deflateRawSync(bytes) };
}

async function failureOf(entries: readonly ZipEntry[]): Promise<unknown> {
  const parts = await readPackageParts(zipArchive(entries));
  return parts.ok ? null : parts.failure;
}

describe('A package is read', () => {
  it('with each part as it was written, Japanese names too', async () => {
    const parts = await readPackageParts(
      zipArchive([zipEntry('a.xml', '<a/>'), zipEntry('資料/あ.xml', 'いろは𠮷')]),
    );
    expect(
      parts.ok && [...parts.value].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
    ).toEqual([
      ['a.xml', '<a/>'],
      ['資料/あ.xml', 'いろは𠮷'],
    ]);
  });
});

describe('A package is refused', () => {
  it('when it is no zip, or cut off', async () => {
    const whole = zipArchive([zipEntry('a.xml', '<a/>')]);
    for (const bytes of [utf8('ただの文'), new Uint8Array(), whole.slice(0, -1), whole.slice(10)]) {
      const parts = await readPackageParts(bytes);
      expect(parts.ok ? null : parts.failure.code).toBe('package-broken');
    }
  });

  it('when it is a bomb, honest or lying about its size', async () => {
    expect(await failureOf([zeros('bomb.xml', 2 * packageLimits.unpacked)])).toMatchObject({
      code: 'package-too-large',
      what: 'unpacked',
    });
    const many = Array.from({ length: 4 }, (_, index) => zeros(`part${index}.xml`, 10 << 20));
    expect(await failureOf(many)).toMatchObject({ code: 'package-too-large', what: 'unpacked' });
    expect(await failureOf([zeros('liar.xml', 2 * packageLimits.unpacked, 1_000)])).toMatchObject({
      code: 'package-broken',
    });
    const crowd = Array.from({ length: packageLimits.entries + 1 }, (_, index) => zipEntry(`${index}`, ''));
    expect(await failureOf(crowd)).toMatchObject({ code: 'package-too-large', what: 'entries' });
    const large = await readPackageParts(new Uint8Array(packageLimits.file + 1));
    expect(large.ok ? null : large.failure).toMatchObject({ code: 'package-too-large', what: 'file' });
  });

  it('when a name leads out of it or stands twice', async () => {
    for (const name of ['../out.xml', '/root.xml', 'C:/windows.xml', 'a\\b.xml']) {
      expect(await failureOf([zipEntry(name, '')])).toEqual({
        code: 'package-refused',
        entry: name,
        why: 'name',
      });
    }
    expect(await failureOf([zipEntry('word/A.xml', '1'), zipEntry('WORD/a.xml', '2')])).toEqual({
      code: 'package-refused',
      entry: 'WORD/a.xml',
      why: 'duplicate',
    });
  });

  it('when a part is not what its checksum says', async () => {
    const entry = zipEntry('a.xml', '<a/>');
    expect(await failureOf([{ ...entry, crc: entry.crc ^ 1 }])).toMatchObject({ why: 'checksum' });
  });
});

describe('XML is refused', () => {
  const failure = (xml: string | Uint8Array) => {
    const read = readXml(typeof xml === 'string' ? utf8(xml) : xml, 'a.xml', silent);
    return read.ok ? null : read.failure.code;
  };

  it('with a DOCTYPE, in another encoding, broken, too deep or too large', () => {
    expect(failure('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toBe('xml-doctype');
    expect(failure(Uint8Array.of(0x3c, 0x61, 0xff))).toBe('xml-broken');
    expect(failure('<a><b></a>')).toBe('xml-broken');
    expect(failure('<a>&unknown;</a>')).toBe('xml-broken');
    expect(failure('<a>\uFFFF</a>')).toBe('xml-broken');
    expect(failure('<a>'.repeat(partLimits.depth + 1))).toBe('xml-too-large');
    expect(failure(`<a>${'<b/>'.repeat(xmlLimits.elements.any)}</a>`)).toBe('xml-too-large');
  });

  it('and taken at its limits', () => {
    const { depth } = partLimits;
    expect(failure('<a>'.repeat(depth) + '</a>'.repeat(depth))).toBe(null);
  });
});

describe('The text of tables', () => {
  it('is read over runs, breaks, tabs and tables inside cells', async () => {
    const document =
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>外</w:t></w:r></w:p><w:tbl>' +
      '<w:tr><w:trPr><w:tblHeader w:val="0"/></w:trPr><w:tc><w:p><w:r><w:t>二つ</w:t></w:r><w:r><w:t>の&amp;</w:t><w:br/><w:t>行</w:t></w:r></w:p><w:p/></w:tc>' +
      '<w:tc><w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>中</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:tab/><w:t>後</w:t></w:r></w:p></w:tc></w:tr>' +
      '</w:tbl></w:body></w:document>';
    const tables = await readTableText(zipArchive([zipEntry('word/document.xml', document)]));
    expect(tables).toEqual({
      ok: true,
      value: [
        { rows: [{ heading: false, cells: [['二つの&\n行', ''], ['\t後']] }] },
        { rows: [{ heading: true, cells: [['中']] }] },
      ],
    });
  });

  it('is refused where there is no document', async () => {
    const tables = await readTableText(zipArchive([zipEntry('a.xml', '<a/>')]));
    expect(tables).toEqual({ ok: false, failure: { code: 'part-missing', part: 'word/document.xml' } });
  });
});
