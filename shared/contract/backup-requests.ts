import * as v from 'valibot';
import { identifierSchema } from '../model/report.ts';
import { librarySchema } from './library-requests.ts';
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
});

/** What is restored with one of its own identifiers. */
const restoredSchema = v.object({ report: identifierSchema });

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
    }),
  ),
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
} as const;

export type BackupList = v.InferOutput<(typeof backupRequests)['backups.list']['output']>;
export type ListedBackup = BackupList['backups'][number];
export type BackupContent = v.InferOutput<(typeof backupRequests)['backups.look']['output']>;
