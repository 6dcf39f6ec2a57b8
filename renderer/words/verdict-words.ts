import type { Verdict } from '../../shared/model/report.ts';

export const verdictLabels: { readonly [verdict in Verdict]: string } = {
  achieved: '達成',
  'partly-achieved': '一部達成',
  'not-achieved': '未達成',
  'not-assessable': '評価不能',
};

/** 判定 that nobody has chosen yet. */
export const noVerdictLabel = '未選択';
