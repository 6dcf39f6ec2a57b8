import type { Database } from 'better-sqlite3';
import type { LibraryFailure, SchemaObject, WriteFailure } from '../../../shared/failure.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { openingFailureOf } from '../sqlite-failure.ts';
import { checkContent, type CheckedContent } from './check-content.ts';
import { applicationId } from './connection.ts';
import { newestVersion, versionOf } from './migrate.ts';
import type { Migration } from '../migrations/migration.ts';
import { compareSchema, makeMissing } from './schema.ts';

/** Objects of a stranger that are told one by one. */
const listed = 5;

/**
 * Looks a just opened database through before anything of it is used: is it ours, of a version that we know, are
 * its tables those that we make, is its content sound? Indexes and triggers that are missing are made again.
 *
 * Answers what is wrong with what is derived from the content (check-content.ts).
 */
export function lookThrough(
  database: Database,
  path: string,
  migrations: readonly Migration[],
): Result<CheckedContent['derived'], LibraryFailure | WriteFailure> {
  try {
    const refusal = findRefusal(database, path, newestVersion(migrations));
    if (refusal !== null) return failed(refusal);
    const schema = compareSchema(database, versionOf(database), migrations);
    if (schema.strange.length > 0) return failed(altered(path, schema.strange));
    if (schema.missingTable !== null) {
      return failed({ code: 'library-damaged', path, detail: `missing table ${schema.missingTable}` });
    }
    const { damage, derived } = checkTwice(database);
    if (damage !== null) return failed({ code: 'library-damaged', path, detail: damage });
    if (schema.searchDiffers) return success('pages');
    if (schema.missing.length === 0) return success(derived);
    makeMissing(database, schema.missing);
    // Rows may have changed while no trigger told the search index.
    return success(derived === 'sound' ? 'search' : derived);
  } catch (error) {
    return failed(openingFailureOf(error, path));
  }
}

/** What is found once may be a page that could not be read. */
function checkTwice(database: Database): CheckedContent {
  const once = checkContent(database);
  return once.damage === null && once.derived === 'sound' ? once : checkContent(database);
}

/** Asks again what inspect-file.ts asked, now that a crashed transaction is taken back. */
function findRefusal(database: Database, path: string, supported: number): LibraryFailure | null {
  const id = database.pragma('application_id', { simple: true }) as number;
  if (id !== applicationId) return { code: 'library-of-another-program', path, applicationId: id };
  const version = versionOf(database);
  if (version > supported) return { code: 'library-from-the-future', path, version, supported };
  if (version < 1) return { code: 'library-damaged', path, detail: `version ${version}` };
  return null;
}

function altered(path: string, strange: readonly SchemaObject[]): LibraryFailure {
  const more = Math.max(0, strange.length - listed);
  return { code: 'library-altered', path, objects: strange.slice(0, listed), more };
}
