import { deadlineDay } from '../../shared/model/deadline-day.ts';
import { writerOfName } from './unfinished-names.ts';

/** Whether a file of this name may be a hand-in: nothing that is being written, that Word keeps beside, or of another kind. */
export function mayBeHandIn(name: string): boolean {
  if (writerOfName(name) !== null || /^(?:~|\.)/u.test(name)) return false;
  return /\.(?:sengen-part|docx)$/iu.test(name);
}

/** Tells one state of a file from another without reading it. */
export function stateOfFile({
  size,
  modified,
}: {
  readonly size: number;
  readonly modified: string;
}): string {
  return `${size} ${modified}`;
}

/** Whether it came after its deadline; null where that names no day. `arrived`: the day, `2026-04-30`. */
export function isLate(deadline: string, arrived: string): boolean | null {
  const day = deadlineDay(deadline, arrived);
  return day === null ? null : arrived > day;
}

/** What is known of a file that was read, as far as it decides where it stands. */
export interface HandInFile {
  /** Null for one that was not read. */
  readonly hash: string | null;
  readonly after: readonly string[];
  readonly state: 'new' | 'taken' | 'superseded' | 'given-out' | 'other-report' | 'arriving' | 'refused';
}

/** The files, with those marked over which a later one of the folder goes. */
export function withSuperseded<T extends HandInFile>(files: readonly T[]): T[] {
  const later = new Set(files.filter(({ state }) => state === 'new').flatMap(({ after }) => after));
  return files.map((file) =>
    file.state === 'new' && file.hash !== null && later.has(file.hash)
      ? { ...file, state: 'superseded' as const }
      : file,
  );
}
