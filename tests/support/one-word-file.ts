import { readPackageParts } from '../../main/word/reading/read-package.ts';
import { zipByHand } from '../../scripts/suites/hostile-word/zip-by-hand.ts';
import { must } from './must.ts';

/**
 * Word files of this program as one: their bodies a section each, with the styles that each was written with. What a
 * validator has against one of them it has against all, and is started once. Of the parts beside body and styles the
 * first file's stand for all.
 */
export async function oneWordFile(files: readonly Uint8Array[]): Promise<Uint8Array> {
  const bodies: string[] = [];
  const styles: string[] = [];
  let first: ReadonlyMap<string, Uint8Array> = new Map();
  for (const [index, bytes] of files.entries()) {
    const parts = must(await readPackageParts(bytes));
    if (index === 0) first = parts;
    bodies.push(asSection(between(textOf(parts, 'word/document.xml'), '<w:body>', '</w:body>')[1], index));
    const styled = textOf(parts, 'word/styles.xml').match(/<w:style [^]*<\/w:style>/)?.[0] ?? '';
    styles.push(index === 0 ? styled : renamed(styled, index));
  }
  return zipByHand(
    [...first].map(([name, content]) => ({ name, content: joined(name, content, bodies, styles) })),
  );
}

function joined(
  name: string,
  content: Uint8Array,
  bodies: readonly string[],
  styles: readonly string[],
): Uint8Array | string {
  const text = new TextDecoder().decode(content);
  if (name === 'word/document.xml') {
    const [before, , after] = between(text, '<w:body>', '</w:body>');
    return `${before}${bodies.join('')}<w:sectPr/>${after}`;
  }
  return name === 'word/styles.xml'
    ? text.replace(/<w:style [^]*<\/w:style>/, () => styles.join(''))
    : content;
}

/** A body whose own page ends its section; its bookmarks and styles are told from those of the others. */
function asSection(body: string, index: number): string {
  const at = body.lastIndexOf('<w:sectPr');
  const text = `${body.slice(0, at)}<w:p><w:pPr>${body.slice(at)}</w:pPr></w:p>`;
  return renamed(text, index)
    .replaceAll(
      /(<w:bookmark(?:Start|End) w:id=")(\d+)"/g,
      (_, start: string, id: string) => `${start}${index * 10_000 + Number(id)}"`,
    )
    .replaceAll(/ w:name="_sg_/g, ` w:name="_${index}_`);
}

/** Each file's styles under names of their own; the first one's keep theirs. */
function renamed(xml: string, index: number): string {
  if (index === 0) return xml;
  return xml
    .replaceAll(/<w:(pStyle|basedOn|next|link) w:val="([^"]*)"/g, `<w:$1 w:val="$2${index}"`)
    .replaceAll(/ w:styleId="([^"]*)"/g, ` w:styleId="$1${index}"`)
    .replaceAll(/<w:name w:val="([^"]*)"/g, `<w:name w:val="$1 ${index}"`)
    .replaceAll(/ w:default="(?:1|true)"/g, '');
}

function between(text: string, start: string, end: string): readonly [string, string, string] {
  const from = text.indexOf(start) + start.length;
  const to = text.lastIndexOf(end);
  return [text.slice(0, from), text.slice(from, to), text.slice(to)];
}

function textOf(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  return new TextDecoder().decode(parts.get(name));
}
