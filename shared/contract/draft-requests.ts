import * as v from 'valibot';
import { keptDraftSchema } from '../model/draft.ts';
import { identifierSchema, reportHeadingSchema } from '../model/report.ts';
import { request } from './request.ts';

const { report, page, turn } = keptDraftSchema.entries;
const nothing = v.object({});

/** A draft that no report on the list would give back, and what it belonged to. */
const strayDraftSchema = v.object({
  ...keptDraftSchema.entries,
  /** False when its library is not where it was, or nobody knows where that is. */
  libraryIsThere: v.boolean(),
  /** The open library has a report of that name, which can take it. */
  canBeTaken: v.boolean(),
  department: reportHeadingSchema.entries.department,
  yearLabel: reportHeadingSchema.entries.yearLabel,
});

/**
 * Drafts: what pages have typed and the library does not hold yet, kept by main for the library that each names,
 * outside it and outside the browser.
 */
export const draftRequests = {
  /** Answered when it stands on the disk. An empty draft takes away what was kept. */
  'drafts.keep': request('keeps', keptDraftSchema, nothing),
  /** The drafts of a report of the open library, of pages that are gone and of those that live. */
  'drafts.read': request('beside', v.object({ report: identifierSchema }), v.array(keptDraftSchema)),
  /** Takes a draft away once all of it is stored or on show elsewhere; a later one of that page stays. */
  'drafts.forget': request('beside', v.object({ report, page, turn }), nothing),
  /** Drafts of reports that are not on the list any more, and of libraries that are not where they were. */
  'drafts.stray': request('beside', nothing, v.array(strayDraftSchema)),
  /** Makes a stray draft one of the open library's: its report gives it back when it is opened. */
  'drafts.take': request('beside', v.object({ report, page, turn }), nothing),
} as const;

export type StrayDraft = v.InferOutput<typeof strayDraftSchema>;
