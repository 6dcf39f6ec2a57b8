import type { Route } from './route.ts';

/** A line that is missing here does not compile. */
const names: { readonly [name in Route['name']]: true } = {
  reports: true,
  'new-report': true,
  search: true,
  help: true,
  bin: true,
  backups: true,
  report: true,
};

/** Every screen, for whoever must visit them all. */
export const routeNames = Object.keys(names) as readonly Route['name'][];
