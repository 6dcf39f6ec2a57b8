import * as v from 'valibot';
import { editSchema } from '../model/edits.ts';
import { identifierSchema } from '../model/report.ts';
import { longRequests } from './work-requests.ts';

/** What a file is asked for. */
export const filePurposes = [
  'open-library',
  'create-library',
  'import',
  'export',
  'bring-back',
  'sign-off',
  'verify',
  'support',
  'second-backups',
  'read-form',
  'take-part',
  'give-out',
  'read-rules',
  'hand-in-folder',
] as const;
export type FilePurpose = (typeof filePurposes)[number];

/** Every event that main sends to its pages: name → what it carries. */
export const events = {
  /** A report changed. Pages that did not make the step apply its edits when `sequence` is the next one. */
  'reports.changed': v.object({
    report: identifierSchema,
    sequence: v.number(),
    /** The step that changed it, so that the page which made it can pass over its own. */
    step: identifierSchema,
    edits: v.array(editSchema),
  }),
  /** Another library was opened, or reports were added: lists are to be read again. */
  'library.changed': v.object({}),
  /** What sides differ about in a report is another than before: the list is to be read again. */
  'conflicts.changed': v.object({ report: identifierSchema }),
  /** In the folder of hand-ins is something else than before, or it went away or is back: `handIns.folder` tells. */
  'handIns.changed': v.object({ away: v.boolean() }),
  /** The system handed a part over, by a double click: `parts.handedOver` tells which. */
  'parts.handedOver': v.object({}),
  /** The program found damage in the open library, and gave back what it could: `mending.report` tells. */
  'library.mended': v.object({}),
  /** A backup that the program makes by itself could not be made. */
  'backups.failed': v.object({ cause: v.string() }),
  /** The second place, or what a drill found, is another than before: the list is to be read again. */
  'backups.changed': v.object({}),
  /** The drill of the month found a backup damaged, made at this local time; a new one was made where it was the latest. */
  'backups.damaged': v.object({ stamp: v.string() }),
  /** Persons said otherwise which row goes on from which: what is shown of it is to be read again. */
  'links.changed': v.object({}),
  /** Phrases were written, removed or arranged: they are to be read again. */
  'phrases.changed': v.object({}),
  /** What the office wants of the checks is another than before. */
  'rules.changed': v.object({}),
  /** A report's comments changed: they are to be read again. */
  'comments.changed': v.object({ report: identifierSchema }),
  /** A report's suggestions changed: they are to be read again. */
  'markups.changed': v.object({ report: identifierSchema }),
  /** Long work goes on: `done` of `total` parts. `label` names the part at hand, perhaps empty. */
  'work.progress': v.object({
    request: v.picklist(longRequests),
    done: v.number(),
    total: v.number(),
    label: v.string(),
  }),
  /** A Word file is being written. */
  'export.progress': v.object({
    report: identifierSchema,
    written: v.number(),
    rows: v.number(),
  }),
  /** A shell without system dialogs asks the page for a file of its folder. Answer: `files.chosen`. */
  'files.wanted': v.object({
    question: identifierSchema,
    purpose: v.picklist(filePurposes),
    mode: v.picklist(['open', 'save', 'folder']),
    /** More than one may be chosen. */
    several: v.boolean(),
    folder: v.string(),
    names: v.array(v.string()),
    suggestedName: v.string(),
    /** A file that stands where the person wants to write, though no name on the list said so; null for none. */
    existing: v.nullable(v.string()),
  }),
  /**
   * The page does not reach main, and reaches it again: said by the page's own end of the wire. `refused`: something
   * answers, and does not let this browser in.
   */
  'application.lost': v.object({ why: v.picklist(['silent', 'refused']) }),
  'application.found': v.object({}),
  /**
   * The window is about to close: what is typed must be sent now. The page answers `application.readyToClose`
   * when it is done; a page that does not answer has perhaps more to say.
   */
  'application.closing': v.object({ question: identifierSchema }),
} as const;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<N extends EventName> = v.InferOutput<Events[N]>;
