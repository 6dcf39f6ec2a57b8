import type { RequestName } from '../../shared/contract/requests.ts';

/** Requests that change nothing: whoever made one has no use for its answer once the page is gone. */
const reading: readonly RequestName[] = [
  'application.start',
  'comments.list',
  'history.list',
  'library.recent',
  'links.propose',
  'markups.list',
  'phrases.list',
  'reports.list',
  'reports.listRemoved',
  'reports.progress',
  'reports.read',
  'rows.lastYear',
  'search.find',
  'signOffs.list',
];

const names: ReadonlySet<string> = new Set(reading);

export function onlyReads(request: string): boolean {
  return names.has(request);
}
