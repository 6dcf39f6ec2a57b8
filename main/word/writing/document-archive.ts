import type { Form } from '../../../shared/model/form.ts';
import { documentSkeleton } from './document-skeleton.ts';
import { replaceOnce } from './cut-once.ts';
import { corePropertiesXml, noPropertiesXml } from './package-parts.ts';
import { zipEntry } from './zip-entry.ts';
import { zipArchive } from './zip-writer.ts';

/** A document around one table that is about reports but is none: a redline, a comparison. */
export interface AboutReports {
  /** For the document's properties. */
  readonly title: string;
  /** Municipality and department. */
  readonly author: string;
  /** Runs of the title line and of the line under it. */
  readonly titleRuns: string;
  readonly headLineRuns: string;
  readonly table: string;
}

/** The bytes of such a document on the page of `form`. The same input gives the same bytes. */
export async function documentArchive(form: Form, document: AboutReports): Promise<Uint8Array> {
  // What compares two states is read, and not sent round to be changed.
  const { pieces, entries } = await documentSkeleton({ ...form, trackChanges: false });
  // The skeleton's places stand inside a run of their own; ours need no other.
  const around = (runs: string): string => `</w:t></w:r>${runs}<w:r><w:t xml:space="preserve">`;
  return zipArchive([
    ...entries,
    zipEntry('docProps/core.xml', corePropertiesXml(document.title, document.author)),
    zipEntry('docProps/custom.xml', noPropertiesXml()),
    zipEntry(
      'word/document.xml',
      withTimes(pieces[0]) +
        around(document.titleRuns) +
        pieces[1] +
        around(document.headLineRuns) +
        pieces[2] +
        document.table +
        pieces[3],
    ),
  ]);
}

/** The opening of a document in which changes may say their true time; programs that don't know it pass it over. */
function withTimes(opening: string): string {
  return replaceOnce(
    opening,
    ' mc:Ignorable="',
    ' xmlns:w16du="http://schemas.microsoft.com/office/word/2023/wordml/word16du" mc:Ignorable="w16du ',
  );
}
