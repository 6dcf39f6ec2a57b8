import type { Form } from '../../../shared/model/form.ts';
import { cutOnce } from './cut-once.ts';
import { fontTableXml } from './font-table.ts';
import { libraryParts, places } from './library-document.ts';
import { settingsXml, stylesXml } from './library-splices.ts';
import {
  applicationPropertiesXml,
  contentTypesXml,
  documentRelationshipsXml,
  packageRelationshipsXml,
} from './package-parts.ts';
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
  const key = JSON.stringify([form.page, form.type, form.trackChanges]);
  const known = skeletons.get(key);
  if (known !== undefined) return known;
  const made = makeSkeleton(form);
  if (skeletons.size >= kept) skeletons.clear();
  skeletons.set(key, made);
  // A failure is not kept: the next export tries again.
  made.catch(() => skeletons.delete(key));
  return made;
}

async function makeSkeleton(form: Form): Promise<DocumentSkeleton> {
  const parts = await libraryParts(form);
  const document = part(parts, 'word/document.xml');
  const [beforeTitle, afterTitle] = cutOnce(document, places.title);
  const [beforeHeadLine, afterHeadLine] = cutOnce(afterTitle, places.headLine);
  const [beforeTable, afterTable] = cutOnce(
    afterHeadLine,
    `<w:p><w:r><w:t xml:space="preserve">${places.table}</w:t></w:r></w:p>`,
  );
  return {
    pieces: [beforeTitle, beforeHeadLine, beforeTable, afterTable],
    entries: [
      zipEntry('[Content_Types].xml', contentTypesXml()),
      zipEntry('_rels/.rels', packageRelationshipsXml()),
      zipEntry('word/_rels/document.xml.rels', documentRelationshipsXml()),
      zipEntry('word/styles.xml', stylesXml(part(parts, 'word/styles.xml'))),
      zipEntry('word/settings.xml', settingsXml(part(parts, 'word/settings.xml'), form.trackChanges)),
      zipEntry('word/fontTable.xml', fontTableXml(form.type.font)),
      zipEntry('word/theme/theme1.xml', part(parts, 'word/theme/theme1.xml')),
      zipEntry('docProps/app.xml', applicationPropertiesXml()),
    ],
  };
}

function part(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  const bytes = parts.get(name);
  if (bytes === undefined) throw new Error(`the library wrote no ${name}`);
  return new TextDecoder().decode(bytes);
}
