import * as v from 'valibot';
import { identifierSchema } from '../model/report.ts';
import { itemPartSchema, rowFieldSchema } from '../model/fields/schemas.ts';
import { droppedSchema } from './drop-requests.ts';
import { request } from './request.ts';

/** What a marked-up Word file asks for: a change of a field's text, a comment, or a change of the rows. */
export const suggestionKinds = [
  'edit',
  'insertion',
  'deletion',
  'comment',
  'row-added',
  'row-deleted',
  'row-moved',
] as const;

/** Something of the file that is on no field of a row: it is shown, never guessed at. */
export const unplacedSchema = v.object({
  /** Number as printed in the file; null outside the rows. */
  row: v.nullable(v.number()),
  field: v.nullable(v.string()),
  text: v.string(),
  why: v.picklist([
    /** Title or head line above the table: they come from the report's heading. */
    'heading',
    /** A line above, below or beside the table. */
    'outside-the-table',
    /** Numbers follow the order of the rows. */
    'number',
    /** A label such as [目標値]: the form prints it. */
    'label',
    /** A line that no field can hold: too long, or with too many others. */
    'does-not-fit',
    /** Text that nobody can see, or that was made so: it is neither put in nor taken out. */
    'hidden',
    /** Put in with tracking and struck through by hand: it may mean either. */
    'struck',
    /** A line broken by hand inside a paragraph. */
    'line-break',
    /** Written where the row has no target or no outcome. */
    'no-item',
    /** Words of a change that leaves the field as it is. */
    'no-effect',
    /** Pictures, shapes, writing by pen. */
    'drawing',
    /** Words as they were, under a marker pen, a colour, a line or another look. */
    'set-off',
    /** ふりがな over words. */
    'ruby',
    /** A page that was broken inside the table. */
    'page-break',
  ]),
  author: v.nullable(v.string()),
});

export const suggestionSchema = v.object({
  id: identifierSchema,
  /** Which file brought it; see `bringBacks`. */
  bringBack: identifierSchema,
  kind: v.picklist(suggestionKinds),
  /** Number of the row now; where it is gone, as the file was exported. Null for a comment on no row. */
  row: v.nullable(v.number()),
  /** Null for an added row, and a comment on no row. */
  initiative: v.nullable(identifierSchema),
  /** Null for a row as a whole. */
  field: v.nullable(rowFieldSchema),
  /** Which part of which of the field's targets or outcomes; null for the field as a whole. */
  of: v.nullable(v.object({ item: identifierSchema, part: itemPartSchema })),
  /** Null for a change that was not tracked. */
  author: v.nullable(v.string()),
  /** As in the file: `2026-05-01T09:00:00Z`, often without a zone. */
  date: v.nullable(v.string()),
  /** The whole field (or row) as exported, paragraphs parted by `\n`, labels aside; '' for nothing. */
  before: v.string(),
  /** The same with this change alone. */
  after: v.string(),
  /** The same as the report says it now; null where the row is gone. */
  ours: v.nullable(v.string()),
  /** Text of a comment, with its replies below. */
  comment: v.nullable(v.string()),
  /** The words that a comment hangs on. */
  quote: v.nullable(v.string()),
  /** The thread that a comment became. */
  thread: v.nullable(identifierSchema),
  /** A comment is accepted when its thread is settled. */
  state: v.picklist(['open', 'accepted', 'rejected']),
  /**
   * What accepting would meet: `clean`; `same`: the report says so already; `conflict`: the report and
   * the file changed the same bullet differently (`before`, `ours`, `after` are the three texts).
   */
  standing: v.picklist(['clean', 'same', 'conflict']),
  /** The other end of a move of which this is one: both are accepted, rejected and opened again together. */
  movedWith: v.nullable(identifierSchema),
});

const bringBackSchema = v.object({
  id: identifierSchema,
  report: identifierSchema,
  /** 版 that the file was exported from. */
  revision: v.number(),
  fileName: v.string(),
  sha256: v.string(),
  /** ISO 8601, UTC. */
  at: v.string(),
  by: v.string(),
  /** `current`: the report is as exported, marks of this file aside that were accepted; `changed-since`; `older-revision`: a newer 版 was begun. */
  status: v.picklist(['current', 'changed-since', 'older-revision']),
  unplaced: v.array(unplacedSchema),
});

const accepting = v.object({
  suggestions: v.pipe(v.array(identifierSchema), v.minLength(1), v.maxLength(10_000)),
  /** In a conflict the file's bullet takes the place of ours; else conflicts stay open. */
  overwrite: v.optional(v.boolean(), false),
});

const acceptedSchema = v.object({
  accepted: v.array(identifierSchema),
  /** They stay open. */
  conflicts: v.array(identifierSchema),
});

/** The marked-up file comes home. Each change is told by `markups.changed`. */
export const markupRequests = {
  /**
   * Asks which file (or takes the one that was dropped), finds its report, and keeps what is marked in it
   * as suggestions; comments become comment threads. The same file again answers what is there.
   */
  'markups.take': request(
    'works',
    v.object({ dropped: v.optional(droppedSchema) }),
    v.object({ ...bringBackSchema.entries, suggestions: v.number(), comments: v.number() }),
  ),
  /** Suggestions in the order of the table, of all files or one. */
  'markups.list': request(
    'works',
    v.object({ report: identifierSchema, bringBack: v.optional(v.nullable(identifierSchema), null) }),
    v.object({ bringBacks: v.array(bringBackSchema), suggestions: v.array(suggestionSchema) }),
  ),
  /** Takes suggestions of one report over, as one step that can be undone. */
  'markups.accept': request('works', accepting, acceptedSchema),
  /** All open suggestions of one author; null: those that were not tracked. */
  'markups.acceptAuthor': request(
    'works',
    v.object({
      report: identifierSchema,
      author: v.nullable(v.string()),
      overwrite: v.optional(v.boolean(), false),
    }),
    acceptedSchema,
  ),
  /** Settles a suggestion on a field with a text of one's own; paragraphs parted by `\n`. */
  'markups.settle': request(
    'works',
    v.object({ suggestion: identifierSchema, text: v.string() }),
    v.object({}),
  ),
  'markups.reject': request('works', v.object({ suggestions: v.array(identifierSchema) }), v.object({})),
  /** Opens accepted or rejected suggestions again; the report's text stays as it is. */
  'markups.reopen': request('works', v.object({ suggestions: v.array(identifierSchema) }), v.object({})),
} as const;

export type Suggestion = v.InferOutput<typeof suggestionSchema>;
export type SuggestionKind = (typeof suggestionKinds)[number];
export type BringBack = v.InferOutput<typeof bringBackSchema>;
export type UnplacedMarkup = v.InferOutput<typeof unplacedSchema>;
