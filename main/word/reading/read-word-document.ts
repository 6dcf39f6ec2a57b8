import { failed, success, type Result } from '../../../shared/result.ts';
import { chunksOf, mostChunks, readChunks, type Chunks } from './chunks/read-chunks.ts';
import { contentTypesPart, readContentTypes, type ContentTypes } from './content-types.ts';
import { mayBeWordFile } from './file-kind.ts';
import { readPalette } from './look/palette.ts';
import { readNumbering } from './numbering.ts';
import { isCustomPart, readCarriedReport } from './read-carried-report.ts';
import { readComments, type NamedPart } from './read-comments.ts';
import { packageLimits, readPackageParts, type PackageParts } from './read-package.ts';
import { readProperties } from './read-properties.ts';
import { readStories } from './read-stories.ts';
import { readRelationships, type Relationships } from './relationships.ts';
import { readSettings } from './read-settings.ts';
import type { Stories, StorySurroundings } from './story.ts';
import { readStyles } from './styles.ts';
import type { WordDocument, WordNote } from './word-document.ts';
import type { OtherKind, WordFailure } from './word-failure.ts';
import { XmlBudget } from './xml-budget.ts';

const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const mainTypes = [`${mainType}document.main+xml`, `${mainType}template.main+xml`];

/**
 * Reads a .docx (transitional or strict, from whatever program) as values.
 *
 * Never throws on input, never reaches outside the bytes that it is given, never writes. What an honest
 * file stays below is in read-package.ts and xml-budget.ts.
 */
export function readWordDocument(bytes: Uint8Array): Promise<Result<WordDocument, WordFailure>> {
  return readDocument(bytes, null);
}

/**
 * `outer`: what the file that this one is a part of may still hold; null for one that stands by itself. What is
 * inside a part in turn is left aside.
 */
async function readDocument(
  bytes: Uint8Array,
  outer: XmlBudget | null,
): Promise<Result<WordDocument, WordFailure>> {
  const possible = mayBeWordFile(bytes);
  if (!possible.ok) return possible;
  const unpacks = Math.floor(packageLimits.unpacked / (outer === null ? 1 : mostChunks));
  const directory = await readPackageParts(bytes, saysWhatIsInside, unpacks);
  if (!directory.ok) return directory;
  const parts = directory.value;
  let budget = outer ?? new XmlBudget();

  const types = parts.get(contentTypesPart);
  if (types === undefined) return failed({ code: 'not-a-word-file', kind: kindOfArchive(parts) });
  const contentTypes = readContentTypes(types, budget);
  if (!contentTypes.ok) return contentTypes;
  const fault = faultOf(parts, contentTypes.value);
  if (fault !== null) return failed(fault);

  const root = readRelationships(parts, '', budget);
  if (!root.ok) return root;
  const main = root.value.inside.find(({ type }) => type === 'officeDocument')?.part;
  if (main === undefined) return failed({ code: 'part-missing', part: 'word/document.xml' });
  if (!mainTypes.includes(contentTypes.value.of(main))) {
    return failed({ code: 'not-a-word-file', kind: 'unknown' });
  }
  const own = readRelationships(parts, main, budget);
  if (!own.ok) return own;
  const named = new Set([main, ...[...root.value.inside, ...own.value.inside].map(({ part }) => part)]);
  const chunkNames = new Set(outer === null ? chunksOf(own.value).map(({ part }) => part) : []);
  const unpacked = await readPackageParts(
    bytes,
    (name) => (named.has(name) && /\.xml$/i.test(name)) || isCustomPart(name) || chunkNames.has(name),
    unpacks,
  );
  if (!unpacked.ok) return unpacked;
  budget = outer ?? new XmlBudget(unpacked.value.packed);
  const chunks = await readChunks(own.value, unpacked.value, budget, (chunk) =>
    readDocument(chunk, budget),
  );
  if (!chunks.ok) return chunks;
  return readParts(unpacked.value, main, root.value, own.value, budget, chunks.value);
}

/** The parts that are read first, to know which others are worth unpacking. */
function saysWhatIsInside(name: string): boolean {
  return name === contentTypesPart || name === 'mimetype' || /\.rels$/i.test(name);
}

/** What an archive is that has no content types: LibreOffice's own format, or any zip. */
function kindOfArchive(parts: PackageParts): OtherKind {
  const type = new TextDecoder().decode(parts.get('mimetype') ?? new Uint8Array());
  return type.startsWith('application/vnd.oasis.opendocument') ? 'open-document' : 'archive';
}

/** Why a package is none of ours by what its parts say that they are. */
function faultOf(parts: PackageParts, types: ContentTypes): WordFailure | null {
  const says = (words: string): boolean => types.all.some((type) => type.includes(words));
  for (const name of parts.keys()) {
    if (/(?:^|\/)vbaProject\.bin$/i.test(name) || types.of(name).includes('ms-office.vbaproject')) {
      return { code: 'word-with-macros', part: name };
    }
  }
  if (says('ms-word.document.macroenabled') || says('ms-word.template.macroenabled')) {
    return { code: 'word-with-macros', part: contentTypesPart };
  }
  if (says('wordprocessingml.')) return null;
  if (says('spreadsheetml.') || says('ms-excel')) return { code: 'not-a-word-file', kind: 'spreadsheet' };
  if (says('presentationml.') || says('ms-powerpoint')) {
    return { code: 'not-a-word-file', kind: 'presentation' };
  }
  return { code: 'not-a-word-file', kind: 'archive' };
}

function readParts(
  parts: PackageParts,
  main: string,
  root: Relationships,
  own: Relationships,
  budget: XmlBudget,
  chunks: Chunks,
): Result<WordDocument, WordFailure> {
  const partOf = ({ inside }: Relationships, type: string): NamedPart => {
    const name = inside.find((relationship) => relationship.type === type)?.part;
    const bytes = name === undefined ? undefined : parts.get(name);
    return name === undefined || bytes === undefined ? null : { name, bytes };
  };
  const settings = readSettings(partOf(own, 'settings'), budget);
  if (!settings.ok) return settings;
  const palette = readPalette(partOf(own, 'theme'), settings.value.colours, budget);
  if (!palette.ok) return palette;
  const styles = readStyles(partOf(own, 'styles')?.bytes, 'word/styles.xml', palette.value, budget);
  if (!styles.ok) return styles;
  const numbering = readNumbering(partOf(own, 'numbering')?.bytes, 'word/numbering.xml', budget);
  if (!numbering.ok) return numbering;
  const surroundings: StorySurroundings = {
    styles: styles.value,
    palette: palette.value,
    numbering: numbering.value,
    budget,
  };

  const body = readStories(parts.get(main) ?? new Uint8Array(), main, {
    ...surroundings,
    chunks: chunks.blocks,
  });
  if (!body.ok) return body;
  const margins: Stories[] = [];
  const notes: WordNote[] = [];
  const seen = new Set<string>();
  for (const { type, part } of own.inside) {
    if (!['header', 'footer', 'footnotes', 'endnotes'].includes(type) || seen.has(part)) continue;
    seen.add(part);
    const read = readStories(parts.get(part) ?? new Uint8Array(), part, surroundings);
    if (!read.ok) return read;
    if (type === 'header' || type === 'footer') margins.push(read.value);
    else for (const note of notesOf(read.value)) notes.push(note);
  }
  const comments = readComments(
    partOf(own, 'comments'),
    {
      extended: partOf(own, 'commentsExtended'),
      ids: partOf(own, 'commentsIds'),
      extensible: partOf(own, 'commentsExtensible'),
    },
    surroundings,
  );
  if (!comments.ok) return comments;
  const properties = readProperties(
    partOf(root, 'core-properties'),
    partOf(root, 'custom-properties') ?? partOf(root, 'customProperties'),
    budget,
  );
  if (!properties.ok) return properties;

  return success({
    body: body.value.stories.filter(({ element }) => element === 'w:body').flatMap(({ blocks }) => blocks),
    margins: margins.flatMap(({ stories }) => stories.map(({ blocks }) => blocks)),
    notes: [...notes, ...chunks.notes],
    comments: comments.value,
    properties: properties.value,
    carriedReport: readCarriedReport(parts, budget),
    hasTrackedChanges: body.value.hasTrackedChanges || chunks.hasTrackedChanges,
    tracksChanges: settings.value.tracksChanges,
    leftAside: {
      drawings: [body.value, ...margins].reduce((sum, { drawings }) => sum + drawings, 0),
      externalTargets: own.external + root.external,
    },
    ...(body.value.paper === null ? {} : { paper: body.value.paper }),
  });
}

/** Footnotes and endnotes; the lines that separate them from the text are notes by form only. */
function notesOf({ stories }: Stories): WordNote[] {
  return stories
    .filter(({ attributes }) => (attributes['w:type'] ?? 'normal') === 'normal')
    .map(({ element, attributes, blocks }) => ({
      id: `${element.slice(2)}:${attributes['w:id'] ?? ''}`,
      blocks,
    }));
}
