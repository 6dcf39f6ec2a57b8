import { backupReasons, type BackupFacts, type BackupReason } from '../domain/backups-to-keep.ts';

/** A backup's facts, and which file it is of: six hexadecimal digits of its path's hash. */
export interface NamedBackup extends BackupFacts {
  readonly place: string;
}

/** `000123_20260401-083000_open_3-45-210_0123456789abcdef_1a2b3c.sengen`: what it holds can be told from its name. */
export function backupName({
  number,
  stamp,
  reason,
  reports,
  rows,
  steps,
  root,
  place,
}: NamedBackup): string {
  const counted = String(number).padStart(6, '0');
  return `${counted}_${stamp}_${reason}_${reports}-${rows}-${steps}_${root.slice(0, 16)}_${place}.sengen`;
}

const pattern =
  /^(\d{6,})_(\d{8}-\d{6})_([a-z-]+)_(\d+)-(\d+)-(\d+)_([0-9a-f]{16})_([0-9a-f]{6})\.sengen$/u;

/** Null for a file that is no backup of ours. */
export function readBackupName(name: string): NamedBackup | null {
  const [, number, stamp, reason, reports, rows, steps, root, place] = pattern.exec(name) ?? [];
  if (stamp === undefined || root === undefined || place === undefined || !isReason(reason)) return null;
  const [n, r, i, s] = [number, reports, rows, steps].map(Number) as [number, number, number, number];
  return { number: n, stamp, reason, reports: r, rows: i, steps: s, root, place };
}

function isReason(reason: string | undefined): reason is BackupReason {
  return backupReasons.some((each) => each === reason);
}

/** Local time, as a person will look for it: 20260401-083000 */
export function backupStamp(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return (
    `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}` +
    `-${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`
  );
}
