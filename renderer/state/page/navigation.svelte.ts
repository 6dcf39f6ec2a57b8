import { identifierPattern } from '../../../shared/model/identifier.ts';

/** Which screen is on show. `place` in a report: a row's identifier, its heading, or wherever it begins. */
export type Route =
  | { readonly name: 'reports' }
  | { readonly name: 'new-report' }
  | { readonly name: 'search'; readonly query: string }
  | { readonly name: 'help' }
  | { readonly name: 'bin' }
  | { readonly name: 'report'; readonly report: string; readonly place: RoutePlace };

export type RoutePlace =
  | { readonly kind: 'start' }
  | { readonly kind: 'heading' }
  | { readonly kind: 'row'; readonly row: string };

/** Where the page is, kept in the address after `#`, so that reload, back and forward work. */
export class Navigation {
  route: Route = $state.raw({ name: 'reports' });
  readonly #page: Window;

  constructor(page: Window) {
    this.#page = page;
    this.route = routeOf(page.location.hash);
  }

  /** Follows the address; returns the way to stop. */
  listen(): () => void {
    const follow = (): void => {
      this.route = routeOf(this.#page.location.hash);
    };
    this.#page.addEventListener('hashchange', follow);
    return () => this.#page.removeEventListener('hashchange', follow);
  }

  go(route: Route): void {
    this.#page.location.hash = addressOf(route);
    this.route = route;
  }

  /** Goes back to where the person came from; to the list of reports where there is no such place. */
  back(): void {
    if (this.#page.history.length > 1) this.#page.history.back();
    else this.go({ name: 'reports' });
  }

  /** Goes there without leaving a way back to a place that is gone. */
  replace(route: Route): void {
    this.#page.history.replaceState(null, '', addressOf(route));
    this.route = route;
  }
}

export function addressOf(route: Route): string {
  if (route.name === 'reports') return '#/';
  if (route.name === 'new-report') return '#/new';
  if (route.name === 'search') return `#/search?q=${encodeURIComponent(route.query)}`;
  if (route.name === 'help') return '#/help';
  if (route.name === 'bin') return '#/bin';
  const report = `#/reports/${route.report}`;
  if (route.place.kind === 'start') return report;
  return route.place.kind === 'heading' ? `${report}/heading` : `${report}/rows/${route.place.row}`;
}

export function routeOf(hash: string): Route {
  if (/^#\/search(\?|$)/u.test(hash)) return { name: 'search', query: queryOf(hash) };
  const [, first, report, part, row] = hash.split('/');
  if (first === 'help') return { name: 'help' };
  if (first === 'bin') return { name: 'bin' };
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
