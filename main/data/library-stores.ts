import { bin } from './bin.ts';
import type { LibraryStores } from './library-file.ts';
import { linkStore } from './link-store.ts';
import { reportHistory } from './report-history.ts';
import { reportPast } from './report-past.ts';
import { rowStore } from './row-store.ts';
import { searchStore } from './search-store.ts';
import { signOffStore } from './sign-off-store.ts';
import { sqliteCommentStore } from './sqlite-comment-store.ts';
import { sqliteMarkupStore } from './sqlite-markup-store.ts';
import { sqliteReportStore } from './sqlite-report-store.ts';
import type { StoreAccess } from './store-access.ts';

/** Every store of an open library, over one database. */
export function libraryStores(access: StoreAccess): LibraryStores {
  return {
    reports: sqliteReportStore(access),
    bin: bin(access),
    rows: rowStore(access),
    links: linkStore(access),
    history: reportHistory(access),
    comments: sqliteCommentStore(access),
    search: searchStore(access),
    past: reportPast(access),
    markups: sqliteMarkupStore(access),
    signOffs: signOffStore(access),
  };
}
