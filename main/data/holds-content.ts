import { isOfSearch } from './search/is-of-search.ts';

/** True of a table that is neither of the search index nor the file's own mark (commit-mark.ts). */
export function holdsContent(table: string): boolean {
  return !isOfSearch(table) && table !== 'commit_mark';
}
