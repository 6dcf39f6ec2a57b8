import type { Bridge } from '../../shared/contract/bridge.ts';
import type { DraftLibrary } from '../../shared/model/draft.ts';
import { Drafts } from '../../renderer/state/editing/drafts.ts';
import { MainDrafts } from '../../renderer/state/editing/main-drafts.ts';
import { PageDrafts } from '../../renderer/state/editing/page-drafts.ts';
import { SyncedDrafts } from '../../renderer/state/editing/synced-drafts.ts';

/** The library that a page shows, unless a test says otherwise. */
export const testLibrary: DraftLibrary = { id: '0123456789abcdef', name: '報告.sengen' };

/** The drafts of a page of this name, in a browser that knows neither locks nor databases. */
export function testDrafts(
  bridge: Bridge,
  page: string,
  library: DraftLibrary | null = testLibrary,
): Drafts {
  let opened = 0;
  const synced = new SyncedDrafts(undefined);
  const places = {
    here: new PageDrafts(localStorage),
    main: new MainDrafts(bridge, synced),
    synced,
  };
  return new Drafts(places, {
    locks: undefined,
    library: () => Promise.resolve(library),
    // Each report that is opened on it has another.
    newName: () => (opened++ === 0 ? page : `${page}x${opened}`),
  });
}
