import type { WriteFailure } from '../../../shared/failure.ts';
import { saidTooLong } from '../../domain/path-limits.ts';

/** The code of an error of node:fs, as `ENOENT`; anything else is thrown on. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}

/** Why a file could not be made at `path`. */
export function fileFailureOf(error: unknown, path: string): WriteFailure {
  const code = codeOf(error);
  switch (code) {
    case 'ENAMETOOLONG':
      return saidTooLong(path, process.platform === 'win32');
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'target-folder-missing', path };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { code: 'target-read-only', path };
    case 'EBUSY':
      return { code: 'target-in-use', path };
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk-full', path };
    default:
      return { code: 'write-failed', path, cause: code };
  }
}
