import { failed } from '../../shared/result.ts';
import type { HandlersOf } from './handlers.ts';

const notYet = () => failed({ code: 'suggestion-missing' } as const);

/** The marked-up file comes home. */
export const markupRequests: HandlersOf<
  | 'markups.take'
  | 'markups.list'
  | 'markups.accept'
  | 'markups.acceptAuthor'
  | 'markups.settle'
  | 'markups.reject'
  | 'markups.reopen'
> = {
  'markups.take': notYet,
  'markups.list': notYet,
  'markups.accept': notYet,
  'markups.acceptAuthor': notYet,
  'markups.settle': notYet,
  'markups.reject': notYet,
  'markups.reopen': notYet,
};
