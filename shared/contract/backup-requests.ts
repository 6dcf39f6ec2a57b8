import * as v from 'valibot';
import { identifierSchema } from '../model/report.ts';
import { librarySchema } from './library-requests.ts';
import { stepSummarySchema } from './report-requests.ts';
import { request } from './request.ts';

const nothing = v.object({});
/** A backup by the name of its file. */
const named = v.object({ name: v.pipe(v.string(), v.maxLength(120)) });

const contentSchema = v.object({ reports: v.number(), rows: v.number(), steps: v.number() });

const backupSchema = v.object({
  ...named.entries,
  /** Local time when it was made: `20260401-083000`. */
  stamp: v.string(),
  reason: v.picklist(['open', 'work', 'import', 'restore', 'migration', 'sign-off', 'close', 'asked']),
  ...contentSchema.entries,
  /** It was made of this very file, and not of one that this was copied or moved from. */
  isOfThisFile: v.boolean(),
  /** In which of the two places it stands. */
  where: v.picklist(['first', 'second', 'both']),
});

/** The second place, which the person chose. */
const secondSchema = v.object({
  folder: v.string(),
  /** It is on the disk that holds the first, and would be lost with it. */
  isOnSameDisk: v.boolean(),
  /**
   * `copying`: it is being brought up to the first. `held`: it has been. Else why it is not: `absent`, the folder is
   * not there; `full`, `read-only`, or `failed` with what the system says.
   */
  state: v.picklist(['copying', 'held', 'absent', 'full', 'read-only', 'failed']),
  /** Of `failed`. */
  cause: v.string(),
  /** Local time of the latest backup that stands there; null for none. */
  latest: v.nullable(v.string()),
});

/** The last time that backups were restored for a try. */
const drillSchema = v.object({
  /** Local time. */
  stamp: v.string(),
  backups: v.array(
    v.object({
      stamp: v.string(),
      /** As in main/backup/drill.ts. */
      outcome: v.picklist(['good', 'apart', 'differs', 'damaged']),
    }),
  ),
});

/** What was restored of a report, and what takes that back: the step, and where the report was before. */
const restoredSchema = v.object({
  report: identifierSchema,
  /** Null where the report said the same. */
  step: v.nullable(identifierSchema),
  /** `missing`: it was nowhere in the library. */
  was: v.picklist(['there', 'in-bin', 'missing']),
});

/** Backups of the open library: what they hold, looking at them, and bringing it back. */
export const backupRequests = {
  /** The latest first, beside what the library holds now. */
  'backups.list': request(
    'works',
    nothing,
    v.object({
      /** Where they stand; null where this start of the program makes none. */
      folder: v.nullable(v.string()),
      present: contentSchema,
      backups: v.array(backupSchema),
      /** Null where none was chosen. */
      second: v.nullable(secondSchema),
      /** Null where there was none yet. */
      drill: v.nullable(drillSchema),
    }),
  ),
  /** Asks for a folder and makes it the second place. */
  'backups.chooseSecond': request('works', nothing, nothing),
  /** Gives the second place up; what stands there stays. */
  'backups.leaveSecond': request('works', nothing, nothing),
  /** Restores the latest and an older one for a try; null when there was nothing to try, or no room for it. */
  'backups.drill': request('works', nothing, v.object({ drill: v.nullable(drillSchema) })),
  /** Makes one now; `same`: the latest holds all that there is. */
  'backups.make': request('works', nothing, v.object({ made: v.picklist(['made', 'same']) })),
  /** What one holds: each report with its rows, and when it was changed last. */
  'backups.look': request(
    'works',
    named,
    v.object({
      reports: v.array(
        v.object({
          id: identifierSchema,
          yearLabel: v.string(),
          department: v.string(),
          /** ISO 8601, UTC. */
          changedAt: v.string(),
          /** Whether it says the same now; `missing`: it is no longer in the library, or in the bin. */
          now: v.picklist(['same', 'other', 'missing']),
          /** Steps that the report had more of now; null where it is missing, or has gone another way since. */
          stepsSince: v.nullable(v.number()),
          /** What was done to it last, the latest first; `kind` as in the log. */
          last: v.array(
            v.object({
              at: v.string(),
              author: v.string(),
              kind: v.picklist(['do', 'undo', 'redo']),
              step: stepSummarySchema,
            }),
          ),
          rows: v.array(v.object({ id: identifierSchema, title: v.string() })),
        }),
      ),
    }),
  ),
  /** Opens one to look at, in place of the library. It can't be changed. */
  'backups.view': request('opens', named, librarySchema),
  /** Makes the whole library what it was. `before`: the backup that takes this back. */
  'backups.restore': request('opens', named, v.object({ library: librarySchema, before: v.string() })),
  /** Brings one report back as it was, as a step that can be undone, or as a report that was missing. */
  'backups.restoreReport': request(
    'works',
    v.object({ ...named.entries, report: identifierSchema }),
    restoredSchema,
  ),
  /** Brings one row of a report back, likewise. */
  'backups.restoreRow': request(
    'works',
    v.object({ ...named.entries, report: identifierSchema, row: identifierSchema }),
    restoredSchema,
  ),
  /** Takes back what one of the last two restored; refused when something was done to the report since. */
  'backups.takeBack': request('works', restoredSchema, nothing),
  /** With a backup open to be looked at: asks where, makes a library with its content there and opens that. */
  'backups.adopt': request('opens', nothing, librarySchema),
} as const;

export type BackupList = v.InferOutput<(typeof backupRequests)['backups.list']['output']>;
export type ListedBackup = BackupList['backups'][number];
export type SecondPlaceState = NonNullable<BackupList['second']>;
export type BackupDrill = NonNullable<BackupList['drill']>;
export type RestoredPart = v.InferOutput<typeof restoredSchema>;
export type BackupContent = v.InferOutput<(typeof backupRequests)['backups.look']['output']>;
