import { identifierPattern } from '../../../shared/model/identifier.ts';

/** Which screen is on show. `place` in a report: a row's identifier, its heading, or wherever it begins. */
export type Route =
  | { readonly name: 'reports' }
  | { readonly name: 'new-report' }
  | { readonly name: 'search'; readonly query: string }
  | { readonly name: 'help' }
  | { readonly name: 'bin' }
  | { readonly name: 'backups' }
  | { readonly name: 'report'; readonly report: string; readonly place: RoutePlace };

export type RoutePlace =
  | { readonly kind: 'start' }
  | { readonly kind: 'heading' }
  | { readonly kind: 'row'; readonly row: string };

export function addressOf(route: Route): string {
  if (route.name === 'reports') return '#/';
  if (route.name === 'new-report') return '#/new';
  if (route.name === 'search') return `#/search?q=${encodeURIComponent(route.query)}`;
  if (route.name === 'help') return '#/help';
  if (route.name === 'bin') return '#/bin';
  if (route.name === 'backups') return '#/backups';
  const report = `#/reports/${route.report}`;
  if (route.place.kind === 'start') return report;
  return route.place.kind === 'heading' ? `${report}/heading` : `${report}/rows/${route.place.row}`;
}

export function routeOf(hash: string): Route {
  if (/^#\/search(\?|$)/u.test(hash)) return { name: 'search', query: queryOf(hash) };
  const [, first, report, part, row] = hash.split('/');
  if (first === 'help') return { name: 'help' };
  if (first === 'bin') return { name: 'bin' };
  if (first === 'backups') return { name: 'backups' };
  if (first === 'new') return { name: 'new-report' };
  if (first !== 'reports' || report === undefined || !identifierPattern.test(report)) {
    return { name: 'reports' };
  }
  if (part === 'heading') return { name: 'report', report, place: { kind: 'heading' } };
  if (part === 'rows' && row !== undefined && identifierPattern.test(row)) {
    return { name: 'report', report, place: { kind: 'row', row } };
  }
  return { name: 'report', report, place: { kind: 'start' } };
}

function queryOf(hash: string): string {
  return new URLSearchParams(hash.slice(hash.indexOf('?') + 1)).get('q')?.slice(0, 200) ?? '';
}
