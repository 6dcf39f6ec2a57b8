import { isUnread } from '../../data/backup/examine-copy.ts';
import type { Failure } from '../../../shared/failure.ts';

/** Why a backup that was examined (examine-copy.ts) can't be used: it is damaged, or could not be read. */
export function examinedFailure(path: string, cause: string): Failure {
  if (!isUnread(cause)) return { code: 'library-damaged', path, detail: cause };
  const isForbidden = /EACCES|EPERM|SQLITE_CANTOPEN|SQLITE_PERM|SQLITE_AUTH/u.test(cause);
  return { code: isForbidden ? 'library-unreadable' : 'disk-trouble', path, cause };
}
