import type { FactsOf } from '../../model/checks/rules.ts';

/** Worded as the questions that a council member would ask. */
export const judgementSentences = {
  'activity-as-outcome': {
    name: '成果ではなく活動を書いた達成状況',
    says: ({ words, target }: FactsOf<'activity-as-outcome'>) =>
      `目標は「${target}」ですが、「${words}」とだけあります。結果はいくつでしたか。`,
    why: '目標が人数や件数のときは、行ったことではなく、その数で答えます。',
  },
  'same-direction-after-miss': {
    name: '未達成なのに前年度と同じ方向性',
    says: ({ yearLabel }: FactsOf<'same-direction-after-miss'>) =>
      `目標に届かなかったのに、今後の方向性が${yearLabel}とほぼ同じです。何を変えますか。`,
    why: '届かなかった目標に同じ方向性を続けると、改める考えがないように読まれます。',
  },
  'target-not-above-last-year': {
    name: '前年度の実績以下の目標',
    says: ({ target, actual, yearLabel, equal }: FactsOf<'target-not-above-last-year'>) =>
      `目標の「${target}」は、${yearLabel}の実績「${actual}」${equal === 1 ? 'と同じ' : 'で既に届いていた水準'}です。なぜこの目標ですか。`,
    why: '前の年度に届いている目標は、努力しなくても達成できると見られます。',
  },
  'same-target-three-years': {
    name: '3年続けて同じ目標',
    says: ({ target }: FactsOf<'same-target-three-years'>) =>
      `目標の「${target}」は3年続けて同じです。見直しは検討しましたか。`,
    why: '同じ目標が続くときは、据え置く理由が問われます。',
  },
  'outcome-like-last-year': {
    name: '前年度とほぼ同じ結果の文',
    says: ({ yearLabel }: FactsOf<'outcome-like-last-year'>) =>
      `結果の文が${yearLabel}の報告とほぼ同じです。この年度に行ったことは何ですか。`,
    why: '前年度の文を写したままだと、その年度の取組が伝わりません。',
  },
} as const;
