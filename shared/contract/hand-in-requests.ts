import * as v from 'valibot';
import { identifierSchema, lineSchema, longestWritten } from '../model/report.ts';
import { formNames } from '../model/form.ts';
import { request } from './request.ts';

const counted = v.pipe(v.number(), v.integer(), v.minValue(0));
const text = v.nullable(v.string());

/** A place as a person knows it: the number printed in NO. (null: none, or the whole report), and the field. */
const namedPlace = { row: v.nullable(counted), field: v.string() };

/** Sides that differ about a place, as texts; null where a part is not there. */
const conflictSchema = v.object({
  id: identifierSchema,
  ...namedPlace,
  /** The row's identifier; null for the order of rows. */
  initiative: v.nullable(identifierSchema),
  /** The target or outcome that it is in, or about; null for a place of the row itself. */
  part: v.nullable(identifierSchema),
  /** A text of one's own can stand there. */
  writable: v.boolean(),
  /** What the field is called; of a field of a target or an outcome, with which of them. */
  name: v.string(),
  base: text,
  /** What stands there now. */
  ours: text,
  theirs: v.array(text),
  section: v.string(),
  by: v.string(),
});

/** How a Word file was read that a section hands in. */
const wordLookSchema = v.object({
  /** It is as it was given out, and nobody has saved it since. */
  untouched: v.boolean(),
  /** Rows lost their marks and were found by their titles, or the file does not say with what it was given out. */
  byTitle: v.boolean(),
  /** Its rows in their order, from 1; `row` is the number of the one that was given out, null for one that came since. */
  rows: v.array(
    v.object({
      place: counted,
      title: v.string(),
      by: v.picklist(['marks', 'title', 'text', 'new']),
      row: v.nullable(counted),
    }),
  ),
  /** Rows that were given out and are not in it any more. */
  gone: v.array(v.object({ row: counted, title: v.string() })),
  /** What is on no field of a row: it is listed, and nothing is made of it. */
  unplaced: v.array(
    v.object({
      row: v.nullable(counted),
      field: v.nullable(v.string()),
      text: v.string(),
      why: v.string(),
    }),
  ),
});

/** A part that was looked at, and what it would come to here. Nothing is stored. */
const lookedAtSchema = v.object({
  /** Stands for it in `parts.begin` and `parts.takeIn`, so that what was looked at is what is stored. */
  part: identifierSchema,
  fileName: v.string(),
  kind: v.picklist(['given-out', 'handed-in']),
  yearLabel: v.string(),
  department: v.string(),
  section: v.string(),
  by: v.string(),
  at: v.string(),
  note: v.string(),
  deadline: v.string(),
  /** 版 that its rows belong to. */
  revision: counted,
  rows: counted,
  /** How it was read off a Word file; null for a part. */
  word: v.nullable(wordLookSchema),
  comes: v.variant('to', [
    /** Given out: its report is not in this library yet. */
    v.object({ to: v.literal('begin') }),
    /** Given out: its report is here, or this is where it was given out. */
    v.object({ to: v.literal('begun'), report: identifierSchema }),
    /** Handed in: so many places would say what it says, and about so many sides would differ. */
    v.object({
      to: v.literal('take-in'),
      report: identifierSchema,
      merged: v.array(v.object({ ...namedPlace, name: v.string() })),
      conflicts: counted,
    }),
    /** Handed in, and taken in before. */
    v.object({ to: v.literal('known'), report: identifierSchema }),
    v.object({ to: v.literal('refused'), failure: v.unknown() }),
  ]),
});

/** A file of the folder of hand-ins. What was not read says nothing of itself. */
const folderFileSchema = v.object({
  fileName: v.string(),
  /** When it came, by the clock of who keeps the folder: ISO 8601, UTC. */
  arrived: v.string(),
  /**
   * `new`: can be taken in. `taken`: it was, or one that goes on from it. `superseded`: a later one of the folder goes on from
   * it. `arriving`: it can't be read yet; it is being written, or broken.
   */
  state: v.picklist(['new', 'taken', 'superseded', 'given-out', 'other-report', 'arriving', 'refused']),
  /** What it is; null where it was not read. */
  looked: v.nullable(lookedAtSchema),
  /** The how many-th of its section's that go on from each other, from 1; null where it was not read. */
  nth: v.nullable(counted),
  /** It came after its deadline; null where that names no day. */
  late: v.nullable(v.boolean()),
  /** Why it can't be taken in; null for nothing. */
  failure: v.unknown(),
});

/** Most parts that are looked at in one go. */
export const mostParts = 100;

/** Who hands out or in; the account's name where nothing is said. */
const by = v.optional(lineSchema);

/** 配布・提出・取りまとめ: a section's rows going out, and coming back. */
export const handInRequests = {
  /** What is known of a report's own way: who would hand in here, and of which distribution it was made, if of any. */
  'parts.about': request(
    'works',
    v.object({ report: identifierSchema }),
    v.object({
      by: v.string(),
      distribution: v.nullable(
        v.object({
          section: v.string(),
          deadline: v.string(),
          /** How often it was handed in from here. */
          handedIn: counted,
        }),
      ),
    }),
  ),
  /** Parts that the system handed over, by a double click, since it was asked last: as if they had been dropped. */
  'parts.handedOver': request('none', v.object({}), v.object({ dropped: v.array(lineSchema) })),
  /**
   * Asks where, and writes a section's rows for it to write in: as a part, or as a Word file, in the document that is being
   * written or that is wished for.
   */
  'parts.giveOut': request(
    'works',
    v.object({
      report: identifierSchema,
      section: lineSchema,
      deadline: v.optional(lineSchema, ''),
      note: v.optional(lineSchema, ''),
      by,
      kind: v.optional(v.picklist(['part', 'word']), 'part'),
      form: v.optional(v.picklist(formNames)),
      /** Asks for the folder of hand-ins, and names the file itself. */
      toFolder: v.optional(v.boolean(), false),
    }),
    v.object({ path: v.string(), rows: counted }),
  ),
  /** Asks for a folder, and writes the rows of every section that has a name there, a file each. */
  'parts.giveOutAll': request(
    'works',
    v.object({
      report: identifierSchema,
      deadline: v.optional(lineSchema, ''),
      note: v.optional(lineSchema, ''),
      by,
    }),
    v.object({
      folder: v.string(),
      written: v.array(v.object({ section: v.string(), path: v.string(), rows: counted })),
      /** Rows whose section has no name: they went out to nobody. */
      without: counted,
    }),
  ),
  /** Asks for a part, and says what it is; of one that was looked at what it would come to now. Nothing is stored. */
  'parts.look': request(
    'none',
    v.object({ dropped: v.optional(lineSchema), part: v.optional(identifierSchema) }),
    lookedAtSchema,
  ),
  /** Says it of several that were dropped, or, where none were, asks for them; of those that can't be read why not. */
  'parts.lookAtAll': request(
    'none',
    v.object({ dropped: v.pipe(v.array(lineSchema), v.maxLength(mostParts)) }),
    v.object({
      looked: v.array(lookedAtSchema),
      refused: v.array(v.object({ fileName: v.string(), failure: v.unknown() })),
    }),
  ),
  /** Makes the report of what was given out in this library, in which it is not yet; asks for it where none was looked at. */
  'parts.begin': request(
    'works',
    v.object({ part: v.optional(identifierSchema) }),
    v.object({ report: identifierSchema, section: v.string(), rows: counted, deadline: v.string() }),
  ),
  /** Asks where, and writes a section's rows as they are now. */
  'parts.handIn': request(
    'works',
    v.object({
      report: identifierSchema,
      section: lineSchema,
      note: v.optional(lineSchema, ''),
      by,
      toFolder: v.optional(v.boolean(), false),
    }),
    v.object({ path: v.string(), rows: counted }),
  ),
  /**
   * Takes a hand-in that was looked at into the report that it belongs to, or asks for one: one step, and what sides
   * differ about. A Word file whose rows were found by their titles is refused (`rows-by-title`) until `byTitle` says that
   * somebody has seen which they are.
   */
  'parts.takeIn': request(
    'works',
    v.object({
      dropped: v.optional(lineSchema),
      part: v.optional(identifierSchema),
      byTitle: v.optional(v.boolean(), false),
    }),
    v.object({
      report: identifierSchema,
      section: v.string(),
      by: v.string(),
      /** It was taken in before, or one that goes on from it was. */
      known: v.boolean(),
      /** The step, which is taken back with all that the hand-in brought; null for one that is known. */
      step: v.nullable(identifierSchema),
      merged: v.array(v.object(namedPlace)),
      /** Of a Word file what is on no field of a row. */
      unplaced: wordLookSchema.entries.unplaced,
      /** What is not settled, of this distribution. */
      conflicts: v.array(conflictSchema),
    }),
  ),
  /**
   * What arrived in the folder in which sections drop what they hand in; asks for the folder where none was chosen yet for
   * this library, or `choose` says so. From then on the folder is looked at now and then (`handIns.changed`). Nothing is
   * stored; what is new is taken in by `parts.takeIn` with its `part`.
   */
  'handIns.folder': request(
    'works',
    v.object({ report: identifierSchema, choose: v.optional(v.boolean(), false) }),
    v.object({
      folder: v.string(),
      /** The folder is not there, as a share that went away: what is listed is what was there last. */
      away: v.boolean(),
      files: v.array(folderFileSchema),
      /** Sections of the report of which nothing came yet. */
      waiting: v.array(v.string()),
    }),
  ),
  /** Asks where, and writes the receipt (受領書) of what a section handed in last and was taken in. */
  'handIns.receipt': request(
    'works',
    v.object({ report: identifierSchema, section: lineSchema }),
    v.object({ path: v.string() }),
  ),
  /** What is not settled in a report, in the order in which it was met. */
  'conflicts.list': request('works', v.object({ report: identifierSchema }), v.array(conflictSchema)),
  /**
   * Settles one: what stands there stays, or what was there before, or what one of the others says (from 0), or a text of
   * one's own, paragraphs parted by `\n`.
   */
  'conflicts.settle': request(
    'works',
    v.object({
      conflict: identifierSchema,
      with: v.union([
        v.picklist(['ours', 'base']),
        counted,
        v.object({ text: v.pipe(v.string(), v.maxLength(longestWritten)) }),
      ]),
    }),
    v.object({ step: identifierSchema, open: counted }),
  ),
} as const;

export type WordHandInLook = v.InferOutput<typeof wordLookSchema>;
export type FolderFile = v.InferOutput<typeof folderFileSchema>;
export type OpenConflict = v.InferOutput<typeof conflictSchema>;
export type LookedAt = v.InferOutput<typeof lookedAtSchema>;
