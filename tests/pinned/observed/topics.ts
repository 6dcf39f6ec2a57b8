import { firstWith, type PinnedLibrary } from '../pinned-library.ts';
import { comparisons } from './comparison.ts';
import { exported } from './exports.ts';
import { historyLines } from './history.ts';
import { kept } from './kept.ts';
import { markedFiles } from './marked.ts';
import { found } from './search.ts';
import { signOffs } from './signed.ts';
import { states } from './steps.ts';

interface Topic {
  /** What is seen of a freshly opened library; it may be changed by it. */
  observe(library: PinnedLibrary): Promise<unknown>;
  /** The first version of which there is something to see; 1 when left out. */
  readonly from?: number;
}

/** All that is pinned of each library, by topic. */
export const topics = {
  steps: { observe: states },
  history: { observe: historyLines },
  search: { observe: found },
  comparisons: { observe: comparisons },
  exports: { observe: exported },
  'marked-files': { observe: markedFiles },
  'sign-offs': { observe: signOffs, from: firstWith.signed },
  kept: { observe: kept },
} as const satisfies Record<string, Topic>;

export type TopicName = keyof typeof topics;
