import type * as v from 'valibot';
import { aboutRequests } from './about-requests.ts';
import { backupRequests } from './backup-requests.ts';
import { binRequests } from './bin-requests.ts';
import { checkRequests } from './check-requests.ts';
import { closingRequests } from './closing-requests.ts';
import { commentRequests } from './comment-requests.ts';
import { comparisonRequests } from './comparison-requests.ts';
import { draftRequests } from './draft-requests.ts';
import { dropRequests } from './drop-requests.ts';
import { exchangeRequests } from './exchange-requests.ts';
import { findingRequests } from './finding-requests.ts';
import { formRequests } from './form-requests.ts';
import { handInRequests } from './hand-in-requests.ts';
import { historyRequests } from './history-requests.ts';
import { importRequests } from './import-requests.ts';
import { libraryRequests } from './library-requests.ts';
import { linkRequests } from './link-requests.ts';
import { markupRequests } from './markup-requests.ts';
import { mendingRequests } from './mending-requests.ts';
import { phraseRequests } from './phrase-requests.ts';
import { reportRequests } from './report-requests.ts';
import { rescueRequests } from './rescue-requests.ts';
import { rulesRequests } from './rules-requests.ts';
import { searchRequests } from './search-requests.ts';
import { signOffRequests } from './sign-off-requests.ts';
import { stateRequests } from './state-requests.ts';
import { tableRequests } from './table-requests.ts';
import { workRequests } from './work-requests.ts';

/**
 * Every request that a page or an outside shell can make: name → what goes in, what comes out.
 *
 * All types are read off this table. Input is checked once, at the gate (main/application/dispatch.ts).
 */
export const requests = {
  ...aboutRequests,
  ...libraryRequests,
  ...rescueRequests,
  ...closingRequests,
  ...reportRequests,
  ...binRequests,
  ...backupRequests,
  ...checkRequests,
  ...findingRequests,
  ...historyRequests,
  ...commentRequests,
  ...searchRequests,
  ...draftRequests,
  ...dropRequests,
  ...exchangeRequests,
  ...formRequests,
  ...handInRequests,
  ...importRequests,
  ...linkRequests,
  ...phraseRequests,
  ...rulesRequests,
  ...markupRequests,
  ...signOffRequests,
  ...comparisonRequests,
  ...mendingRequests,
  ...stateRequests,
  ...tableRequests,
  ...workRequests,
} as const;

export type Requests = typeof requests;
export type RequestName = keyof Requests;
/** What a caller passes. */
export type RequestInput<N extends RequestName> = ReadonlyDeep<v.InferInput<Requests[N]['input']>>;
/** What a handler gets, with defaults filled in. */
export type RequestArguments<N extends RequestName> = v.InferOutput<Requests[N]['input']>;
export type RequestOutput<N extends RequestName> = v.InferOutput<Requests[N]['output']>;

/** Callers may pass values that nobody may change. */
type ReadonlyDeep<T> = T extends object ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> } : T;
