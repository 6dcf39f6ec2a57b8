import type { Bridge } from '../../shared/contract/bridge.ts';
import { Drafts } from '../../renderer/state/editing/drafts.ts';
import { MainDrafts } from '../../renderer/state/editing/main-drafts.ts';
import { PageDrafts } from '../../renderer/state/editing/page-drafts.ts';
import { SyncedDrafts } from '../../renderer/state/editing/synced-drafts.ts';

/** The drafts of a page of this name, in a browser that knows neither locks nor databases. */
export function testDrafts(bridge: Bridge, page: string): Drafts {
  const synced = new SyncedDrafts(undefined);
  const places = {
    here: new PageDrafts(localStorage),
    main: new MainDrafts(bridge, synced),
    synced,
  };
  return new Drafts(places, undefined, page);
}
