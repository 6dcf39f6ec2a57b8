import { manualPane } from './components/manual/manual-pane.ts';
import { whenIdle } from './state/editing/when-idle.ts';

/**
 * Screens that the first look at a report does not need: each comes as a script of its own.
 *
 * They are sent for as soon as the page has time, so that none is missing when main is gone.
 */
export const laterScreens = {
  'new-report': () => import('./screens/NewReportScreen.svelte'),
  search: () => import('./screens/SearchScreen.svelte'),
  help: () => import('./screens/HelpScreen.svelte'),
  backups: () => import('./screens/BackupsScreen.svelte'),
  bin: () => import('./screens/BinScreen.svelte'),
  about: () => import('./components/about/AboutDialog.svelte'),
  rescue: () => import('./components/library/RescueDialog.svelte'),
  parts: () => import('./components/hand-ins/ReceivedDialog.svelte'),
  imports: () => import('./components/importing/ImportDialogs.svelte'),
} as const;

/** Milliseconds after which they are sent for even from a page that is never idle. */
const atTheLatest = 5_000;

export function loadLaterScreens(): void {
  whenIdle(() => {
    // Where one does not come, the screen itself says so once it is gone to.
    for (const load of [...Object.values(laterScreens), manualPane]) load().catch(() => undefined);
  }, atTheLatest);
}
