import { basename } from 'node:path';
import { mostParts, type LookedAt } from '../../../shared/contract/hand-in-requests.ts';
import type { Failure } from '../../../shared/failure.ts';
import { success, type Result } from '../../../shared/result.ts';
import { actorOf, openedLibrary } from '../context.ts';
import type { LibraryFile } from '../../data/library-file.ts';
import type { HandlersOf } from '../handlers.ts';
import { beginPart } from '../hand-ins/begin-part.ts';
import { giveOutAll, writeOutPart } from '../hand-ins/give-out.ts';
import { giveOutWord } from '../hand-ins/give-out-word.ts';
import { handInFolder } from '../hand-ins/hand-in-folder.ts';
import { lookAtPart } from '../hand-ins/look-at-part.ts';
import { partToGiveOut, partToHandIn } from '../hand-ins/part-of-section.ts';
import { partEndings, readPart, wantedPart } from '../hand-ins/read-part.ts';
import { settleConflict } from '../hand-ins/settle-conflict.ts';
import { writeReceipt } from '../hand-ins/write-receipt.ts';
import { takeInRead } from '../hand-ins/take-in-read.ts';
import { tellConflicts } from '../hand-ins/tell-conflicts.ts';
import { wantedFiles } from '../word/wanted-file.ts';

/** A section's rows going out, and coming back. */
export const handInRequests: HandlersOf<
  | 'parts.about'
  | 'parts.handedOver'
  | 'parts.giveOut'
  | 'parts.giveOutAll'
  | 'parts.look'
  | 'parts.lookAtAll'
  | 'parts.begin'
  | 'parts.handIn'
  | 'parts.takeIn'
  | 'handIns.folder'
  | 'handIns.receipt'
  | 'conflicts.list'
  | 'conflicts.settle'
> = {
  'parts.about': ({ report }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const { handIns } = library.value;
    const given = handIns.distribution(report);
    return success({
      by: context.ports.userName,
      distribution:
        given === null
          ? null
          : {
              section: given.section,
              deadline: given.deadline,
              handedIn: handIns.handedIn(report, given.section).length,
            },
    });
  },

  'parts.handedOver': (_input, { ports }) => success({ dropped: [...(ports.handedOver?.() ?? [])] }),

  'parts.giveOut': async (input, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const made = partToGiveOut(context, library.value, input);
    if (!made.ok) return made;
    if (input.kind === 'word') return giveOutWord(context, made.value, input);
    const { section, deadline, toFolder } = input;
    const note = ({ handIns }: LibraryFile): Result<void> =>
      handIns.noteGivenOut(input.report, section, deadline, actorOf(context));
    const written = await writeOutPart(context, 'given-out', made.value, note, toFolder);
    return written.ok ? success({ path: written.value.path, rows: made.value.rows.length }) : written;
  },

  'parts.giveOutAll': (input, context) => giveOutAll(context, input),

  'parts.look': async (input, context) => {
    const read = await wantedPart(context, input);
    return read.ok ? success(lookAtPart(context, read.value, input.part)) : read;
  },

  'parts.lookAtAll': async ({ dropped }, context) => {
    const files = await wantedFiles(context, dropped, { purpose: 'take-part', endings: [...partEndings] });
    if (!files.ok) return files;
    const looked: LookedAt[] = [];
    const refused: { fileName: string; failure: Failure }[] = [];
    for (const path of files.value.slice(0, mostParts)) {
      const read = await readPart(context, path);
      if (read.ok) looked.push(lookAtPart(context, read.value));
      else refused.push({ fileName: basename(path), failure: read.failure });
    }
    return success({ looked, refused });
  },

  'parts.begin': async (input, context) => {
    const read = await wantedPart(context, input);
    return read.ok ? beginPart(context, read.value.path, read.value.part) : read;
  },

  'parts.handIn': async (input, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const made = partToHandIn(context, library.value, input);
    if (!made.ok) return made;
    // What was handed in and is not remembered would clash with itself when the next one comes: it is remembered first.
    const written = await writeOutPart(
      context,
      'handed-in',
      made.value,
      ({ handIns }, hash) =>
        handIns.rememberHandedIn(input.report, input.section, hash, context.ports.now()),
      input.toFolder,
    );
    return written.ok ? success({ path: written.value.path, rows: made.value.rows.length }) : written;
  },

  'parts.takeIn': async (input, context) => {
    const read = await wantedPart(context, input);
    return read.ok ? takeInRead(context, read.value, input.byTitle) : read;
  },

  'handIns.folder': ({ report, choose }, context) => handInFolder(context, report, choose),

  'handIns.receipt': ({ report, section }, context) => writeReceipt(context, report, section),

  'conflicts.list': ({ report }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const stored = library.value.reports.read(report);
    if (!stored.ok) return stored;
    return success(tellConflicts(library.value.handIns.open(report), stored.value.report));
  },

  'conflicts.settle': ({ conflict, with: choice }, context) => settleConflict(context, conflict, choice),
};
