import * as v from 'valibot';
import { editSchema, stepSchema } from './edits.ts';
import { identifierSchema } from './report.ts';

/** A text that a person typed and that could not be stored where it was typed. */
export const typedTextSchema = v.object({
  id: v.string(),
  /** The row's identifier; null for the heading. */
  initiative: v.nullable(v.string()),
  /** A field's name, as in the glossary; null when the text belongs to several. */
  field: v.nullable(v.string()),
  text: v.string(),
  /** The change that could not be made; null in what an earlier version of the program wrote down. */
  edit: v.optional(v.nullable(editSchema), null),
});
export type TypedText = Readonly<v.InferOutput<typeof typedTextSchema>>;

/** What a person typed beside the rows of a report and has not sent yet: a comment, who signed, the reason of a 版. */
export const unsentTextSchema = v.object({
  /** What it is for, the same whenever its box is opened: `comment`, `reply THREAD`, `sign-note`. */
  what: v.string(),
  text: v.string(),
  /** Of a comment that begins a thread: what it is about. Null for all others. */
  about: v.nullable(
    v.object({
      /** The row's identifier; null for the whole report. */
      initiative: v.nullable(v.string()),
      /** A field's name, as in the glossary. */
      field: v.nullable(v.string()),
      quote: v.nullable(v.string()),
    }),
  ),
});
export type UnsentText = Readonly<v.InferOutput<typeof unsentTextSchema>>;

/**
 * What a page holds that the library does not: steps not stored yet, texts that could not be stored, and what is to be
 * sent when the person says so.
 */
export const draftSchema = v.object({
  steps: v.pipe(v.array(stepSchema), v.readonly()),
  aside: v.pipe(v.array(typedTextSchema), v.readonly()),
  /** Each box once. An earlier version of the program kept none. */
  unsent: v.optional(v.pipe(v.array(unsentTextSchema), v.readonly()), []),
});
export type Draft = Readonly<v.InferOutput<typeof draftSchema>>;

/** The library in which something was typed, as its page knew it. */
const draftLibrarySchema = v.object({
  /** The same for one file at one place (librarySchema). */
  id: v.pipe(v.string(), v.maxLength(64)),
  /** The file's name, for a person to know it by. */
  name: v.pipe(v.string(), v.maxLength(400)),
});
export type DraftLibrary = Readonly<v.InferOutput<typeof draftLibrarySchema>>;

/** A draft with whose it is. */
export const keptDraftSchema = v.object({
  /** Reports of copies bear one name: of which library it is. Null where an earlier version did not write it down. */
  library: v.nullable(draftLibrarySchema),
  report: identifierSchema,
  /** Which page wrote it; every report that is opened on a page is another. */
  page: identifierSchema,
  /** Counts what that page wrote down, whatever place it is kept in: of two the higher is the later. */
  turn: v.pipe(v.number(), v.integer(), v.minValue(0)),
  draft: draftSchema,
});
export type KeptDraft = Readonly<v.InferOutput<typeof keptDraftSchema>>;

export function isEmptyDraft({ steps, aside, unsent }: Draft): boolean {
  return steps.length === 0 && aside.length === 0 && unsent.length === 0;
}
