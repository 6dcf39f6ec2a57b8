import type { Bridge } from '../shared/contract/bridge.ts';
import type { RequestOutput } from '../shared/contract/requests.ts';
import type { Result } from '../shared/result.ts';
import { connect } from './bridge/connect.ts';
import type { DraftsAsked } from './state/editing/main-drafts.ts';
import { SyncedDrafts } from './state/editing/synced-drafts.ts';
import { ReportAhead } from './state/library/report-ahead.ts';
import { routeOf } from './state/page/route.ts';

/*
 * The page's start, a script of its own (electron.vite.config.ts) and small on purpose: what the address
 * wants on show is asked for at once, so that main reads it while the browser still reads the page's script.
 * Whatever is imported here is waited for: nothing that needs Svelte, a schema or a style.
 */

/** What the page's start has asked for. */
export interface Begun {
  readonly bridge: Bridge;
  readonly ahead: ReportAhead;
  readonly synced: SyncedDrafts;
  /** Null where the address names no report. */
  readonly drafts: DraftsAsked | null;
  readonly started: Promise<Result<RequestOutput<'application.start'>>>;
}

export const begun = begin();

function begin(): Begun {
  const bridge = connect(window);
  const ahead = new ReportAhead(bridge);
  ahead.listen();
  const synced = new SyncedDrafts(window.indexedDB);
  const route = routeOf(window.location.hash);
  const started = bridge.call('application.start', {});
  if (route.name !== 'report') return { bridge, ahead, synced, drafts: null, started };
  const { report } = route;
  // The drafts first: the report is shown when both are there, and is the longer answer.
  const drafts = { report, answer: bridge.call('drafts.read', { report }) };
  ahead.ask(report);
  synced.prepare();
  return { bridge, ahead, synced, drafts, started };
}
