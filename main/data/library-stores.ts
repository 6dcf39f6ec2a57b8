import { bin } from './reports/bin.ts';
import { libraryCopies } from './backup/library-copies.ts';
import { handInStore } from './hand-ins/hand-in-store.ts';
import { libraryCheck } from './library-check.ts';
import type { LibraryStores } from './library-file.ts';
import { linkStore } from './reports/link-store.ts';
import { phraseStore } from './phrases/phrase-store.ts';
import { recordCare } from './record-care.ts';
import { reportHistory } from './log/report-history.ts';
import { reportPast } from './reports/report-past.ts';
import { rowStore } from './reports/row-store.ts';
import { rulesStore } from './rules/rules-store.ts';
import { searchStore } from './search/search-store.ts';
import { signOffStore } from './word/sign-off-store.ts';
import { sqliteCommentStore } from './comments/sqlite-comment-store.ts';
import { sqliteMarkupStore } from './word/sqlite-markup-store.ts';
import { sqliteReportStore } from './sqlite-report-store.ts';
import type { StoreAccess } from './store-access.ts';

/**
 * Every store of an open library, over one database. `ofSearch` may store where `access` may not: the search
 * index is derived.
 */
export function libraryStores(access: StoreAccess, ofSearch: StoreAccess): LibraryStores {
  return {
    reports: sqliteReportStore(access),
    bin: bin(access),
    rows: rowStore(access),
    links: linkStore(access),
    phrases: phraseStore(access),
    history: reportHistory(access),
    comments: sqliteCommentStore(access),
    search: searchStore(ofSearch),
    past: reportPast(access),
    markups: sqliteMarkupStore(access),
    signOffs: signOffStore(access),
    handIns: handInStore(access),
    rules: rulesStore(access),
    check: libraryCheck(access),
    care: recordCare(access),
    copies: libraryCopies(access),
    together: access.storing,
  };
}
