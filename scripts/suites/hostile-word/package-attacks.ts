import { crc32 } from 'node:zlib';
import type { RealFile } from './real-files.ts';
import type { Random } from './random.ts';
import { zipByHand, type HandEntry } from './zip-by-hand.ts';

type Attack = (file: RealFile, random: Random) => Buffer;

const entriesOf = ({ parts }: RealFile): HandEntry[] =>
  [...parts].map(([name, content]) => ({ name, content }));
const and = (file: RealFile, ...more: HandEntry[]): Buffer => zipByHand([...entriesOf(file), ...more]);
const changed = (file: RealFile, name: string, change: (text: string) => string): Buffer =>
  zipByHand(
    entriesOf(file).map((entry) =>
      entry.name === name ? { ...entry, content: change(String(entry.content)) } : entry,
    ),
  );
const relationships = 'word/_rels/document.xml.rels';
const target = (file: RealFile, to: string, mode = ''): Buffer =>
  changed(file, relationships, (text) => text.replaceAll(/Target="[^"]*"/g, `Target="${to}"${mode}`));

/** Headers that lie, names that lead out, bombs, and relations that go where none should. */
export const packageAttacks: readonly Attack[] = [
  ...[
    '../../etc/passwd',
    '/etc/passwd',
    'C:\\windows\\a.dll',
    'a\\b.xml',
    'a\0b.xml',
    '',
    'WORD/DOCUMENT.XML',
    'x'.repeat(60_000),
    'word/document.xml',
  ].map(
    (name): Attack =>
      (file) =>
        and(file, { name, content: 'x' }),
  ),
  (file) => and(file, { name: 'word/zero.xml', content: Buffer.alloc(41 << 20) }),
  (file) => and(file, { name: 'word/zero.xml', content: Buffer.alloc(41 << 20), claims: { size: 1_000 } }),
  (file) =>
    and(
      file,
      ...[1, 2, 3, 4].map((place) => ({ name: `word/${place}.xml`, content: Buffer.alloc(30 << 20) })),
    ),
  (file) => and(file, { name: 'word/media/zero.bin', content: Buffer.alloc(60 << 20) }),
  (file) =>
    and(file, ...Array.from({ length: 2_100 }, (_, place) => ({ name: `word/${place}.xml`, content: '' }))),
  (file) => and(file, { name: 'word/a.xml', content: 'abc', claims: { crc: 1 } }),
  (file) => and(file, { name: 'word/a.xml', content: 'abc', claims: { flags: 1 } }),
  (file) => and(file, { name: 'word/a.xml', content: 'abc', claims: { flags: 0x40 } }),
  (file) => and(file, { name: 'word/vbaProject.bin', content: 'macros' }),
  (file) =>
    changed(file, '[Content_Types].xml', (text) =>
      text.replace(
        'openxmlformats-officedocument.wordprocessingml.document.main',
        'ms-word.document.macroEnabled.main',
      ),
    ),
  (file) =>
    changed(file, '[Content_Types].xml', (text) => text.replaceAll('wordprocessingml', 'spreadsheetml')),
  (file) => changed(file, '[Content_Types].xml', () => '<Types/>'),
  (file) =>
    changed(file, '_rels/.rels', (text) => text.replace('word/document.xml', '../../../etc/passwd')),
  (file) => changed(file, '_rels/.rels', (text) => text.replace('word/document.xml', '_rels/.rels')),
  (file) => changed(file, '_rels/.rels', () => ''),
  (file) => target(file, 'document.xml'),
  (file) => target(file, 'file:///etc/passwd'),
  (file) => target(file, '//server/share/a.xml'),
  (file) => target(file, '\\\\server\\share\\a.xml'),
  (file) => target(file, 'http://example.invalid/', '" TargetMode="External'),
  (file) => target(file, '../'.repeat(10_000)),
  (file) =>
    changed(file, relationships, (text) =>
      text.replace(
        '</Relationships>',
        `${'<Relationship Id="a" Type="x/header" Target="document.xml"/>'.repeat(2_000)}</Relationships>`,
      ),
    ),
  () => zipByHand([]),
  () => zipByHand([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true }]),
  (file) => zipByHand(entriesOf(file).filter(({ name }) => name !== 'word/document.xml')),
  overlapping,
  (file, random) =>
    withEnd(file, (end) => end.writeUInt16LE(random.below(65_536), random.of([4, 6, 8, 10, 20]))),
  (file, random) => withEnd(file, (end) => end.writeUInt32LE(random.below(2 ** 32), random.of([12, 16]))),
  (file) => withEnd(file, (end) => end.writeUInt16LE(0xffff, 10)),
  (file, random) =>
    withHeader(file, random, (header, at) =>
      header.writeUInt32LE(random.below(2 ** 32), at + random.of([16, 20, 24, 42])),
    ),
  (file, random) =>
    withHeader(file, random, (header, at) =>
      header.writeUInt16LE(random.below(65_536), at + random.of([8, 10, 28, 30, 32])),
    ),
];

/** Files of other kinds under a name that ends in .docx. */
export const otherFiles: readonly Attack[] = [
  () => Buffer.alloc(0),
  () => Buffer.from('%PDF-1.7\n%âãÏÓ\n'),
  () => Buffer.from('ただの文章です。'),
  () => Buffer.from('{\\rtf1\\ansi}'),
  () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]),
  (_, random) => Buffer.from(Array.from({ length: random.between(1, 3_000) }, () => random.below(256))),
  () => compound('WordDocument'),
  () => compound('EncryptedPackage'),
  () => compound('Workbook'),
];

function compound(stream: string): Buffer {
  const head = Buffer.alloc(512);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(head);
  return Buffer.concat([head, Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]);
}

/** Every entry of the directory points at the same bytes. */
function overlapping(file: RealFile): Buffer {
  const zip = zipByHand(entriesOf(file));
  const directory = zip.readUInt32LE(zip.length - 6);
  for (let at = directory; zip.readUInt32LE(at) === 0x02014b50; at += 46 + zip.readUInt16LE(at + 28)) {
    zip.writeUInt32LE(0, at + 42);
  }
  return zip;
}

function withEnd(file: RealFile, change: (end: Buffer) => void): Buffer {
  const zip = zipByHand(entriesOf(file));
  change(zip.subarray(zip.length - 22));
  return zip;
}

/** One entry's header in the directory changed. */
function withHeader(file: RealFile, random: Random, change: (zip: Buffer, at: number) => void): Buffer {
  const zip = zipByHand(entriesOf(file));
  let at = zip.readUInt32LE(zip.length - 6);
  for (let skip = random.below(file.parts.size); skip > 0; skip -= 1) at += 46 + zip.readUInt16LE(at + 28);
  change(zip, at);
  return zip;
}

/** The same part with other bytes and the right checksum, to reach what lies behind the zip. */
export function withPart(file: RealFile, name: string, content: string | Buffer): Buffer {
  const bytes = Buffer.from(content as Buffer);
  return zipByHand(
    entriesOf(file).map((entry) =>
      entry.name === name ? { name, content: bytes, claims: { crc: crc32(bytes) } } : entry,
    ),
  );
}
