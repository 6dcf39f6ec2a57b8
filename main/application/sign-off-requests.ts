import { failed } from '../../shared/result.ts';
import type { HandlersOf } from './handlers.ts';

const notYet = () => failed({ code: 'suggestion-missing' } as const);

/** Sign-off, and verifying a file against what was signed. */
export const signOffRequests: HandlersOf<
  'signOffs.record' | 'signOffs.list' | 'signOffs.startRevision' | 'signOffs.export' | 'files.verify'
> = {
  'signOffs.record': notYet,
  'signOffs.list': notYet,
  'signOffs.startRevision': notYet,
  'signOffs.export': notYet,
  'files.verify': notYet,
};
