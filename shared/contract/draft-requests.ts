import * as v from 'valibot';
import { keptDraftSchema } from '../model/draft.ts';
import { identifierSchema, reportHeadingSchema } from '../model/report.ts';
import { request } from './request.ts';

const { report, page, turn } = keptDraftSchema.entries;
const nothing = v.object({});

/** A draft that no report on the list would give back, and what it belonged to. */
const strayDraftSchema = v.object({
  ...keptDraftSchema.entries,
  /** The name of the library's file. */
  library: v.string(),
  /** False when that file is not where it was. */
  libraryIsThere: v.boolean(),
  department: reportHeadingSchema.entries.department,
  yearLabel: reportHeadingSchema.entries.yearLabel,
});

/**
 * Drafts: what pages have typed and the library does not hold yet, kept by main for the open library, outside
 * it and outside the browser.
 */
export const draftRequests = {
  /** Answered when it stands on the disk. An empty draft takes away what was kept. */
  'drafts.keep': request('keeps', keptDraftSchema, nothing),
  /** The drafts of a report, of pages that are gone and of those that live. */
  'drafts.read': request('beside', v.object({ report: identifierSchema }), v.array(keptDraftSchema)),
  /** Takes a draft away once all of it is stored or on show elsewhere; a later one of that page stays. */
  'drafts.forget': request('beside', v.object({ report, page, turn }), nothing),
  /** Drafts of reports that are not on the list any more, and of libraries whose file is gone. */
  'drafts.stray': request('beside', nothing, v.array(strayDraftSchema)),
} as const;

export type StrayDraft = v.InferOutput<typeof strayDraftSchema>;
