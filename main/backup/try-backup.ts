import type { ContentDigest } from '../data/backup/content-digest.ts';
import { examineCopy } from '../data/backup/examine-copy.ts';
import { openLibrary } from '../data/opening/open-library.ts';
import { readBoundedFile } from '../files/read-bounded-file.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { Report } from '../../shared/model/report.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { sha256Of } from '../files/sha256.ts';

/** What a backup turned out to hold once it was restored. */
export interface TriedBackup {
  readonly digest: ContentDigest;
  readonly reports: readonly TriedReport[];
}

/** A report at its last step, to be compared with the log of the library as it is now. */
export interface TriedReport {
  readonly id: string;
  readonly sequence: number;
  /** The step that made it so; null for a report without any. */
  readonly step: string | null;
  readonly hash: string;
}

/**
 * Restores a backup to the path `copy` and opens that as any library is opened, to be written in. Fails with what is
 * wrong, for the log. The copy stays; its folder is the caller's.
 */
export async function tryBackup(backup: string, copy: string): Promise<Result<TriedBackup, string>> {
  const bytes = await readBoundedFile(backup, Number.MAX_SAFE_INTEGER);
  if (!bytes.ok) return failed(bytes.failure.code);
  const written = await writeFileAtomically(copy, bytes.value, 0o600);
  if (!written.ok) return failed(written.failure.code);
  const digest = examineCopy(copy);
  if (!digest.ok) return digest;
  // The copy goes with the try: it needs no copy of its own before it is brought to the newest version.
  const opened = openLibrary(copy, () => new Date(), { shelf: { keep: () => undefined } });
  if (!opened.ok) return failed(opened.failure.code);
  const { reports, copies, isReadOnly } = opened.value;
  try {
    if (isReadOnly) return failed('it can not be written in');
    const tried: TriedReport[] = [];
    for (const { id } of reports.list()) {
      const read = reports.read(id);
      if (!read.ok) return failed(read.failure.code);
      const { report, sequence } = read.value;
      tried.push({ id, sequence, step: copies.stepAt(id, sequence), hash: reportHash(report) });
    }
    return success({ digest: digest.value, reports: tried });
  } finally {
    opened.value.close();
  }
}

/** Equal for equal content, in whatever order its parts were put together. */
export function reportHash(report: Report): string {
  return sha256Of(JSON.stringify(report, inOrder));
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
