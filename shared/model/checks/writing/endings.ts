import { spotsOf, writingRule } from './writing-rule.ts';

const sentenceEnd =
  /(?:ませんでした|ました|ません|ましょう|ます|でした|でしょう|です|ください|である|であった)(?=\s*$)/gu;
/** One phrase without a subject, an object or a pause: 計画の策定。 */
const onlyNoun =
  /^[^はがをも、。]*(?:[\p{Script=Han}\p{Script=Katakana}ー々]|[\p{Script=Han}]り)(?=。\s*$)/u;

/** A sentence takes 。 at its end, a noun phrase as an item of a list does not. */
export const sentenceEndPeriod = writingRule({
  id: 'sentence-end',
  clause: 'Ⅰ-5 (1)ア・エ（句点）',
  severity: 'warning',
  reads: ['sentence', 'phrase'],
  spotsIn: (text, kind) => {
    if (kind === 'sentence') {
      const missing = spotsOf(text, sentenceEnd, ([found]) => ({ fix: `${found}。` }));
      if (missing.length > 0) return missing;
    }
    const noun = onlyNoun.exec(text);
    const at = noun?.[0].length ?? 0;
    return noun === null ? [] : [{ span: [at, at + 1], fix: '' }];
  },
});
