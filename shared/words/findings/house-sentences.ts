import type { houseWord } from '../../model/checks/house/house-word.ts';
import type { WritingFacts } from '../../model/checks/writing/writing-rule.ts';
import type { SentencesOf } from './rule-sentences.ts';

export const houseSentences = {
  'house-word': {
    name: '庁内の用語',
    says: ({ written, instead, more }) =>
      (instead === null
        ? `「${written}」は、庁内の用語の決まりで使わないことになっています。`
        : `「${written}」は、庁内の用語の決まりで「${instead}」と書きます。`) +
      (more === null ? '' : `（${more}）`),
    why: '庁内で決めた用語は、ほかのどの規則よりも優先されます。',
  },
} satisfies Record<(typeof houseWord)['id'], SentencesOf<WritingFacts>>;
