import { addressOf, routeOf, type Route } from './route.ts';

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
